"""The command that holds sources against each other, from the files of two of them."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from typer.testing import CliRunner

from everychild.cli.app import app
from everychild.journal import audit
from tests.reconciliation.homes import two_sources


def asked(home: Path, *more: str) -> str:
    told = CliRunner().invoke(app, ["reconcile", "--at", "2025-03", "--home", str(home), *more])
    assert told.exit_code == 0, told.output
    return told.stdout


def test_two_sources_are_told_apart_to_the_row(tmp_path: Path) -> None:
    home = two_sources(tmp_path).path

    in_words = asked(home)
    told = json.loads(asked(home, "--json"))
    file = tmp_path / "differences.csv"
    asked(home, "--to", str(file))

    assert "Children on a plan on 31 March 2025: Annex A: 3; the children in need census: 2. 1 child apart." in in_words
    assert "3 differences in the twelve months to March 2025." in in_words
    (plans,) = [pair for pair in told["compared"] if pair["kind"] == "Child protection plans"]
    assert (plans["same"], plans["otherwise"]) == (1, {"only one tells of it": 1, "began on another day": 1})
    assert {"kind": "Times in need", "source": "the children in need census"} in told["nothing_to_compare_with"]
    rows = list(csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines()))
    (another_day,) = [row for row in rows if row["days_apart"]]
    assert (another_day["child_id"], another_day["days_apart"], another_day["team"]) == ("102", "2", "South")
    assert (another_day["one_file"], another_day["one_row"]) == ("list 7.csv", "3")
    assert (another_day["other_file"], another_day["other_taken_on"]) == ("census.xml", "2025-03-31")


def test_reading_rows_of_children_is_written_down(tmp_path: Path) -> None:
    """Counts name nobody, and are not."""
    home = two_sources(tmp_path).path

    asked(home)
    before = audit.entries(action="differences between sources opened")
    rows = asked(home, "--rows")

    assert before == []
    assert "102" in rows
    assert [entry.about for entry in audit.entries(action="differences between sources opened")] == ["2025-03"]
