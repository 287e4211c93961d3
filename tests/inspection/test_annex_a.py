"""Annex A written from the records is read back by our own reader, every row accepted, and gives the same figures."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, date, datetime, time
from pathlib import Path

import openpyxl
import pytest

from everychild import month_end
from everychild.calendar import Month
from everychild.errors import NothingSupplied
from everychild.inspection import AnnexA, WrittenList, annex_a, checked, is_listed
from everychild.inspection import written as as_sent
from everychild.journal.connection import open_journal
from everychild.judgement.judged import JudgedEdition
from everychild.layouts.annex_a import LISTS
from everychild.measure.figure import Absent, Figure
from everychild.northbrook import MonthlyDelivery, write_files
from everychild.records import BY_NAME
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
    to.write_bytes(as_sent(found).content)
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


def test_every_coded_cell_is_one_of_the_codes_its_column_is_published_with(home: Home, tmp_path: Path) -> None:
    written(home, tmp_path / "annex_a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "annex_a.xlsx", read_only=True)
    coded = 0
    for layout in LISTS:
        rows = book[f"List {layout.number}"].iter_rows(min_row=3, values_only=True)
        for row in rows:
            for heading, cell in zip(layout.headings, row, strict=False):
                if heading.codes is not None and cell is not None:
                    assert cell in heading.codes.written.values(), f"{layout.name}, {heading.title}"
                    coded += 1
    assert coded > 5_000


def test_the_sheet_of_checks_says_what_was_asked_of_each_list_and_of_how_many_rows(home: Home, tmp_path: Path) -> None:
    written(home, tmp_path / "annex_a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "annex_a.xlsx")
    headings, *rows = book["Validation"].iter_rows(values_only=True)
    assert headings == ("List", "What was asked", "Rows asked", "Rows at fault", "Found")
    assert {row[0] for row in rows} == {f"List {number}" for number in range(1, 12)}
    assert {row[3] for row in rows} == {0}, [row for row in rows if row[3]]
    assert {row[1] for row in rows if row[0] == "List 7"} == {
        "Every cell that must be filled is filled",
        "Nothing is dated after the day",
        "Nothing ends before it begins",
        "No child is on it twice",
        "Every child on it is on list 6 as well",
        "Our own reader takes every row of it without a query",
    }
    assert book.sheetnames[-2:] == ["Validation", "Before sending"]


def test_rows_that_do_not_hold_are_named_by_their_numbers() -> None:
    """Row 3 is the first under the headings: it ends before it begins, row 4 is dated after the day, 5 has no start."""
    in_need, on_a_plan = LISTS[5], LISTS[6]
    began, ended = "CIN Start Date", "CIN Closure Date"
    rows = (
        {"Child Unique ID": "a", began: date(2019, 4, 2), ended: date(2019, 4, 1)},
        {"Child Unique ID": "b", began: date(2019, 4, 2), ended: date(2019, 5, 4)},
        {"Child Unique ID": "b", began: None, ended: None},
    )
    plans = (
        {"Child Unique ID": "b", "CP Plan Start Date": date(2019, 4, 2)},
        {"Child Unique ID": "c", "CP Plan Start Date": date(2019, 4, 2)},
    )
    lists = (WrittenList(in_need, rows, (), True), WrittenList(on_a_plan, plans, (), True))
    found = {(one.number, one.asked): one for one in checked(AnnexA("Northbrook", TAKEN, TAKEN, lists))}
    assert found[6, "Nothing ends before it begins"].at_fault == (3,)
    assert found[6, "Nothing is dated after the day"].at_fault == (4,)
    assert found[6, "Every cell that must be filled is filled"].at_fault == (5,)
    assert found[6, "No child is on it twice"].at_fault == (4, 5)
    assert found[6, "No child is on it twice"].found == "Rows 4, 5"
    assert found[7, "Every child on it is on list 6 as well"].at_fault == (4,)
    assert found[7, "Every child on it is on list 6 as well"].found == "Row 4"


def test_as_known_on_a_day_is_what_would_have_been_written_on_that_day(tmp_path: Path) -> None:
    """The same day, told by what came in by then and by what came in a month later."""
    earlier, later = write_files(tmp_path / "files", children=200, months=2)
    own, at = empty_home(tmp_path / "home"), earlier.extracted_on
    open_journal(own)

    def load(delivery: MonthlyDelivery) -> None:
        received = datetime.combine(delivery.extracted_on, time(9), UTC)
        month_end.load(own, [delivery.folder], received, delivery.extracted_on)

    load(earlier)
    then = annex_a(own, at)
    load(later)
    told_then, told_now = annex_a(own, at, earlier.extracted_on), annex_a(own, at)
    assert told_then == then
    assert told_then.known_on == earlier.extracted_on
    assert told_now.known_on == later.extracted_on
    assert told_now.lists != then.lists, "a month of work written up late changes nothing?"


def test_an_earlier_day_is_told_as_it_stood_and_what_came_after_is_not_in_it(home: Home, tmp_path: Path) -> None:
    """On 15 April a plan that ended on the 20th was open."""
    open_journal(home)
    at = date(2019, 4, 15)
    for one in annex_a(home, at).lists:
        for row in one.rows:
            for title, value in row.items():
                if isinstance(value, date) and "Birth" not in title and one.layout.number in (6, 7, 8):
                    assert value <= at, (one.layout.name, title)


@pytest.mark.parametrize(
    ("decided_on", "adopted_on", "is_on"),
    [
        (date(2018, 6, 1), None, True),  # still waiting
        (date(2019, 1, 16), None, False),  # decided on later
        (date(2016, 6, 1), date(2018, 1, 14), False),  # adopted more than a year before
        (date(2016, 6, 1), date(2018, 1, 15), True),
        (date(2016, 6, 1), date(2019, 3, 1), True),  # adopted later: waiting on the day
    ],
)
def test_who_is_on_the_adoption_list_of_a_day(decided_on: date, adopted_on: date | None, is_on: bool) -> None:
    row = {"decided_on": decided_on, "adopted_on": adopted_on, "reversed_on": None}
    assert is_listed(row, BY_NAME["adoption"], since=date(2018, 1, 15), at=date(2019, 1, 15)) is is_on


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
    assert {one["asked"] for one in told["checks"] if one["list"] == 11} >= {"Nothing is dated after the day"}
    assert any("Placement postcode" in note["what"] for note in told["notes"])
