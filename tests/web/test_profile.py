"""The page of the profile tells what its twins and the paper tell, and leads to each indicator."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from everychild.comparators.beside import Beside
from everychild.comparators.library import only_shipped
from everychild.judgement.judged import Judged, JudgedEdition
from everychild.report.profile import profile_paper
from everychild.store.home import Home
from everychild.web.presenters.profile import profile_page
from tests.editions import april_2019
from tests.web.test_presenters import asked


@pytest.fixture(scope="module", name="edition")
def _edition() -> JudgedEdition:
    return april_2019()


def beside(item: Judged) -> Beside | None:
    return only_shipped().beside(item, april_2019().council)


def test_page_and_paper_tell_the_same(edition: JudgedEdition) -> None:
    """Every row of every table: its name, its value, and what stands beside it."""
    page, paper = profile_page(asked(edition), beside), profile_paper(edition, beside)
    on_page = (
        [(row.link.words, row.now.value, row.others) for part in page.parts for row in part.rows],
        [(row.group, row.shown.value) for part in page.parts for split in part.splits for row in split.rows],
    )
    rows = [row for table in paper.tables if table.columns[0].title == "Indicator" for row in table.rows]
    groups = [row for table in paper.tables if table.columns[0].title != "Indicator" for row in table.rows]
    first = [(row[0].lines[0], row[1].lines[0], row[5].lines[0]) for row in rows]
    assert on_page[0] == [tuple(line.text for line in lines) for lines in first]
    assert on_page[1] == [(row[0].text, row[1].text) for row in groups]
    assert [split.sentence for part in page.parts for split in part.splits] == [
        part.text for part in paper.parts[2:-1] if hasattr(part, "manner")
    ]


def test_each_row_and_each_picture_leads_to_its_indicator(edition: JudgedEdition) -> None:
    page = profile_page(asked(edition, pinned=1), beside)
    for part in page.parts:
        for row in part.rows:
            assert row.link.address == f"/p/2019-04/i/{row.ref}/?v=1"
        for split in part.splits:
            assert split.more.address.endswith("&v=1#breakdown")
    assert [link.address for link in page.jump] == [f"#{part.anchor}" for part in page.parts]


def test_its_twins_hold_the_same_rows(server: str) -> None:
    def fetched(ending: str) -> str:
        with urllib.request.urlopen(f"{server}/p/2019-04/profile.{ending}", timeout=30) as answer:  # our own address
            return str(answer.read().decode("utf-8-sig"))

    as_data = json.loads(fetched("json"))
    as_table = list(csv.DictReader(io.StringIO(fetched("csv"), newline="")))
    assert [row["ref"] for row in as_data] == [row["ref"] for row in as_table]
    assert {row["part"] for row in as_data} == {part.title for part in profile_page(asked(april_2019()), beside).parts}
    assert len(as_data) > 100
    assert [row["numerator"] or 0 for row in as_data] == [int(row["numerator"] or 0) for row in as_table]


def command(home: Home, *more: str) -> subprocess.CompletedProcess[str]:
    asked = [sys.executable, "-m", "everychild", "profile", "--at", "2019-04", "--home", str(home.path), *more]
    return subprocess.run(asked, capture_output=True, text=True, check=False)


def test_the_command_writes_what_the_ending_says(home: Home, tmp_path: Path) -> None:
    written = command(home, "--to", str(tmp_path / "deep" / "profile.html"))
    assert "not for publication" in written.stdout, written.stderr
    page = (tmp_path / "deep" / "profile.html").read_text(encoding="utf-8")
    assert "The workforce and what each carries" in page
    assert "not for publication" in page


def test_another_ending_is_refused_before_anything_is_read(home: Home, tmp_path: Path) -> None:
    refused = command(home, "--to", str(tmp_path / "profile.txt"))
    assert refused.returncode == 2
    assert not (tmp_path / "profile.txt").exists()


def test_the_command_gives_the_rows_the_page_gives(home: Home, server: str) -> None:
    with urllib.request.urlopen(f"{server}/p/2019-04/profile.json", timeout=30) as answer:  # our own address
        assert json.loads(command(home, "--json").stdout) == json.loads(answer.read())
