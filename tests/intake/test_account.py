"""What becomes of each row, and what the sender is told: small lists that can be checked by eye."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from everychild.errors import FilesRefused
from everychild.intake import read_files
from everychild.quality.fault import Severity
from tests.intake.invented_files import codes, outcome, records

CHILD, SEX, ETHNICITY, BORN, CONTACTED, SOURCE = 0, 1, 2, 3, 5, 6
PLAN_STARTED, VISITED, REVIEWED, PLAN_ENDED = 6, 9, 11, 12


def test_a_good_list_is_accepted_whole(read_sheets: Any, contacts: list[list[Any]]) -> None:
    """Four contacts, four records, each with the row it came from."""
    file = read_sheets({"List 1": contacts})
    assert (outcome(file), file.faults) == ((4, 0, 0), ())
    contact = records(file, "contact")
    assert contact.columns["child_id"] == ["00101", "00102", "00103", "00104"]
    assert contact.columns["contacted_on"][0] == date(2019, 4, 1)
    assert contact.columns["source"] == ["6", "2A", "1A", "3A"]
    assert contact.rows == [2, 3, 4, 5]
    assert file.newest_date == date(2019, 4, 30)


@pytest.mark.parametrize(
    ("column", "cell", "code", "severity"),
    [
        (CONTACTED, "May be 8 Jan 2000", "not_a_date", Severity.SET_ASIDE),
        (CONTACTED, "04/30/2019", "month_first_date", Severity.SET_ASIDE),
        (CONTACTED, "", "empty_cell", Severity.SET_ASIDE),
        (CONTACTED, date(2019, 5, 4), "future_date", Severity.SET_ASIDE),
        (CHILD, "Total so far", "not_an_identifier", Severity.SET_ASIDE),
        (CHILD, "", "empty_cell", Severity.SET_ASIDE),
        (CHILD, "1.23457E+11", "identifier_lost_digits", Severity.SET_ASIDE),
        (BORN, "about 2010", "not_a_date", Severity.QUERY),
        (BORN, date(2031, 6, 1), "impossible_birth", Severity.QUERY),
        (SEX, "Indeterminate", "unknown_code", Severity.QUERY),
        (SOURCE, "#MULTIVALUE", "unknown_code", Severity.QUERY),
        (BORN, date(2020, 6, 1), "before_birth", Severity.QUERY),
    ],
)
def test_one_wrong_cell(
    read_sheets: Any, contacts: list[list[Any]], column: int, cell: Any, code: str, severity: Severity
) -> None:
    """Where a row cannot be counted without the cell it is set aside; elsewhere it is used, and asked about."""
    contacts[2][column] = cell
    file = read_sheets({"List 1": contacts}, on=date(2019, 5, 3) if code != "before_birth" else date(2024, 1, 1))
    (fault,) = file.faults
    assert (fault.code, fault.severity, fault.sheet, fault.row) == (code, severity, "List 1", 3)
    assert outcome(file) == ((3, 0, 1) if severity is Severity.SET_ASIDE else (3, 1, 0))
    assert len(records(file, "contact")) == (3 if severity is Severity.SET_ASIDE else 4)
    assert "3" in fault.message


def test_the_shape_of_a_wrong_cell_is_told_and_not_its_contents(read_sheets: Any, contacts: list[list[Any]]) -> None:
    """What is in it may be about a child."""
    contacts[1][BORN] = "not before Easter"
    (fault,) = read_sheets({"List 1": contacts}).faults
    assert fault.value_shape == "text of 17 characters"
    assert fault.message == "List 1, column “Date of Birth”: D2 is not a date. Write dates as 31/03/2019."


def test_many_wrong_cells_make_one_message(read_sheets: Any, contacts: list[list[Any]]) -> None:
    """A count of all of them, where the first is, and the first twenty by row."""
    header, first, *_ = contacts
    rows = [[f"2{number:03}", *first[1:]] for number in range(60)]
    for row in rows[:25]:
        row[CONTACTED] = "later"
    file = read_sheets({"List 1": [header, *rows]})
    whole, *each = file.faults
    assert whole.message.startswith("List 1, column “Date of Contact”: 25 of 60 cells are not dates (first: F2).")
    assert (whole.row, [fault.row for fault in each]) == (None, list(range(2, 22)))
    assert outcome(file) == (35, 0, 25)


def test_an_unknown_code_is_named_where_the_column_is_plainly_right(
    read_sheets: Any, contacts: list[list[Any]]
) -> None:
    """It is about the code list; but a column that is mostly wrong may hold anything, and is not repeated."""
    contacts[1][SOURCE] = "Wizard"
    (fault,) = read_sheets({"List 1": contacts}).faults
    assert "(1 different value): “Wizard” × 1" in fault.message
    contacts[1][SOURCE] = "Youth Justice Police"
    assert "“Youth Justice Police” × 1" in read_sheets({"List 1": contacts}).faults[0].message
    contacts[1][SOURCE] = "Zebedee Quillfeather, sister"
    (fault,) = read_sheets({"List 1": contacts}).faults
    assert "(1 different value). Use" in fault.message, "a row may have slipped by one cell"
    for row in contacts[1:]:
        row[SOURCE] = f"Ann Reed {row[CHILD]}"
    file = read_sheets({"List 1": contacts})
    assert "all 4 cells are not among the column’s codes (4 different values) (first: G2)" in file.faults[0].message
    assert not any("Reed" in fault.message for fault in file.faults)


def test_two_columns_of_codes_changed_over(read_sheets: Any, contacts: list[list[Any]]) -> None:
    """Every row is used without them, and the message says what probably happened."""
    for row in contacts[1:]:
        row[SEX], row[ETHNICITY] = row[ETHNICITY], row[SEX]
    file = read_sheets({"List 1": contacts})
    assert outcome(file) == (0, 4, 0)
    assert "they look like those of “Ethnicity”: have the two been swapped?" in file.faults[0].message
    assert records(file, "child").columns["sex"] == [None] * 4


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [(BORN, CONTACTED, "columns_swapped"), (CHILD, SEX, "mostly_unreadable"), (CONTACTED, SOURCE, "mostly_unreadable")],
)
def test_a_column_we_count_by_in_another_place_refuses_the_file(
    read_sheets: Any, contacts: list[list[Any]], one: int, other: int, rule: str
) -> None:
    """Setting every row aside would say that the children are missing; it is the columns that are."""
    for row in contacts[1:]:
        row[one], row[other] = row[other], row[one]
    with pytest.raises(FilesRefused) as caught:
        read_sheets({"List 1": contacts})
    assert [refusal.rule for refusal in caught.value.refused] == [rule]


def test_beginnings_and_ends_changed_over(read_sheets: Any, plans: list[list[Any]]) -> None:
    """One plan that ends before it begins is set aside; most of them doing so is a mistake about columns."""
    plans[1][PLAN_ENDED] = date(2019, 1, 1)
    file = read_sheets({"List 7": plans})
    assert codes(file) == ["ended_before_began"]
    assert outcome(file) == (2, 0, 1)
    for row in plans[1:]:
        row[PLAN_ENDED] = date(2018, 1, 1)
    with pytest.raises(FilesRefused, match="have probably been swapped"):
        read_sheets({"List 7": plans})


def test_the_same_row_twice_counts_once(read_sheets: Any, contacts: list[list[Any]]) -> None:
    """Cell for cell the same; a second contact on another day is another contact."""
    file = read_sheets(
        {"List 1": [*contacts, contacts[1], [*contacts[1][:CONTACTED], date(2019, 4, 9), "q) 6: Police"]]}
    )
    (fault,) = file.faults
    assert (fault.code, fault.row) == ("duplicate_row", 6)
    assert outcome(file) == (5, 0, 1)


def test_a_child_twice_on_a_list_of_latest_things(read_sheets: Any, plans: list[list[Any]]) -> None:
    """Lists 6 to 9 have one row a child; both are kept and asked about."""
    plans.append([*plans[1][:PLAN_STARTED], date(2017, 1, 9), *plans[1][PLAN_STARTED + 1 :]])
    file = read_sheets({"List 7": plans})
    assert codes(file) == ["child_twice"]
    assert outcome(file) == (3, 1, 0)


def test_totals_notes_and_blank_rows_are_no_data(read_sheets: Any, contacts: list[list[Any]]) -> None:
    """They are passed over and counted, so that nobody looks for four rows and finds seven."""
    below = [[], ["Total", "", "", "", "", "", 4], ["Filters applied: Team is North"], ["Report run 03/05/2019"]]
    file = read_sheets({"List 1": [*contacts[:3], [], *contacts[3:], *below]})
    assert outcome(file) == (4, 0, 0)
    assert file.skipped == ("List 1: 1 blank row between the rows of data", "List 1: 3 rows of totals or notes")


def test_a_total_where_a_workers_name_would_be_is_nobodys(tmp_path: Path) -> None:
    """A row of a day is data all the same, whatever its worker is called."""
    lines = (
        "worker_id,supervision_held_date,team",
        "Ann Green,02/04/2019,North",
        "Count Magnus,03/04/2019,North",
        "Total,,2",
        "Filters applied: Team is North,,",
    )
    path = tmp_path / "staff_supervision.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    (file,) = read_files([path], received_on=date(2019, 5, 3))
    assert outcome(file) == (2, 0, 0)
    assert file.skipped == ("staff_supervision: 2 rows of totals or notes",)


def test_a_row_that_names_a_child_is_data_whatever_else_is_wrong(read_sheets: Any, contacts: list[list[Any]]) -> None:
    """It is set aside with a fault, not taken for a note."""
    file = read_sheets({"List 1": [*contacts, ["00199"], ["", "", "", "", "", date(2019, 4, 2)]]})
    assert outcome(file) == (4, 0, 2)
    assert codes(file) == ["empty_cell", "empty_cell"]


def test_a_list_with_no_rows_is_asked_about(read_sheets: Any, contacts: list[list[Any]]) -> None:
    """It overrules older lists, so somebody should say that it is true."""
    file = read_sheets({"List 1": contacts[:1]})
    assert codes(file) == ["no_rows"]
    assert [(rows.table, len(rows)) for rows in file.records] == [("contact", 0), ("child", 0)]
