"""Annex A written from the records is read back by our own reader, every row accepted, and gives the same figures."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest

from everychild import month_end
from everychild.calendar import Month
from everychild.errors import NothingSupplied
from everychild.inspection import annex_a, notes
from everychild.journal.connection import open_journal
from everychild.judgement.judged import JudgedEdition
from everychild.layouts.annex_a import LISTS
from everychild.measure.figure import Absent, Figure
from everychild.northbrook import write_files
from everychild.report.inspection_workbook import as_workbook
from everychild.store.home import Home
from tests.web.invented import empty_home

TAKEN, APRIL = date(2019, 5, 3), Month(2019, 4)
NO_ROOM = {"CP10", "RH01", "RH04", "EH04", "EH05", "EH06"}
"""Measures of what the lists have no room for: reviews before the latest, early help’s requests and what was given up."""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    place = tmp_path_factory.mktemp("annex a")
    (delivery,) = write_files(place / "files", children=900, months=1)
    made = empty_home(place / "home")
    open_journal(made)
    month_end.load(made, [delivery.folder], datetime(2019, 5, 3, 9, tzinfo=UTC), delivery.extracted_on)
    return made


@pytest.fixture(autouse=True)
def own_journal(home: Home) -> None:
    open_journal(home)


def closed(home: Home) -> JudgedEdition:
    open_journal(home)
    return month_end.close(home, APRIL, datetime(2019, 5, 3, 10, tzinfo=UTC))


def _counts(figure: Figure) -> tuple[int | None, int | None, Absent | None]:
    return figure.numerator, figure.denominator, figure.absent


def written(home: Home, to: Path, at: date = TAKEN) -> int:
    open_journal(home)
    found = annex_a(home, at)
    lists = [(one.layout, one.rows) for one in found.lists]
    to.write_bytes(as_workbook(found.council, found.at, found.known_on, lists, notes(found)))
    return sum(len(one.rows) for one in found.lists)


def test_what_is_written_is_read_back_and_gives_the_same_figures(home: Home, tmp_path: Path) -> None:
    rows = written(home, tmp_path / "annex_a.xlsx")
    again = empty_home(tmp_path / "again")
    open_journal(again)
    loaded = month_end.load(again, [tmp_path / "annex_a.xlsx"], datetime(2019, 5, 3, 9, tzinfo=UTC), TAKEN)
    (file,) = loaded.files
    assert (file.format, file.rows, file.accepted) == ("annex_a", rows, rows)
    before = {item.ref: item.figure for item in closed(home).indicators}
    told = [
        (item.ref, item.figure, before[item.ref])
        for item in closed(again).indicators
        if item.figure.absent is not Absent.NOT_SUPPLIED and item.ref not in NO_ROOM
    ]
    differ = [ref for ref, now, then in told if _counts(now) != _counts(then)]
    assert differ == []
    compared = len(told)
    print(f"{compared} figures compared")
    assert compared > 60


def test_the_headings_are_the_published_ones_in_their_order_and_no_cell_is_a_formula(
    home: Home, tmp_path: Path
) -> None:
    written(home, tmp_path / "annex_a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "annex_a.xlsx")
    for layout in LISTS:
        sheet = book[f"List {layout.number}"]
        assert [cell.value for cell in sheet[2]] == [heading.title for heading in layout.headings]
        assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)


def test_an_earlier_day_is_told_as_it_stood_and_what_came_after_is_not_in_it(home: Home, tmp_path: Path) -> None:
    """On 15 April a plan that ended on the 20th was open."""
    open_journal(home)
    at = date(2019, 4, 15)
    for one in annex_a(home, at).lists:
        for row in one.rows:
            for title, value in row.items():
                if isinstance(value, date) and "Birth" not in title and one.layout.number in (6, 7, 8):
                    assert value <= at, (one.layout.name, title)


def test_the_same_records_give_the_same_bytes(home: Home, tmp_path: Path) -> None:
    written(home, tmp_path / "one.xlsx")
    written(home, tmp_path / "two.xlsx")
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


def test_a_day_nothing_is_known_of_is_refused(home: Home) -> None:
    with pytest.raises(NothingSupplied, match="the newest data were taken on 2019-05-03"):
        annex_a(home, date(2019, 6, 1))


def test_the_command_says_what_to_know_before_it_is_sent(home: Home, tmp_path: Path) -> None:
    asked = [sys.executable, "-m", "everychild", "annex-a", "--at", "2019-05-03", "--to", str(tmp_path / "a.xlsx")]
    told = json.loads(
        subprocess.run([*asked, "--home", str(home.path), "--json"], check=True, capture_output=True, text=True).stdout
    )
    assert [one["list"] for one in told["lists"]] == list(range(1, 12))
    assert any("Placement postcode" in note["what"] for note in told["notes"])
