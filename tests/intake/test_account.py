"""What becomes of each row, and what the sender is told: small lists that can be checked by eye."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from everychild.errors import FilesRefused
from everychild.quality.fault import Severity
from tests.intake.invented_files import as_csv, codes, outcome, records

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


def test_latest_dates_become_records_of_their_own(read_sheets: Any, plans: list[list[Any]]) -> None:
    """A visit only where there is a date of visit; it proves itself and nothing it leaves out."""
    file = read_sheets({"List 7": plans})
    visit = records(file, "visit")
    assert visit.columns["child_id"] == ["00103", "00104"]
    assert visit.columns["kind"] == ["child_protection"] * 2
    assert visit.columns["seen_alone"] == ["yes", "no"]
    assert visit.coverage.proves_only
    assert len(records(file, "review_conference")) == 1
    assert len(records(file, "child_protection_plan")) == 3


def test_a_visit_to_come_is_no_visit_yet(read_sheets: Any, plans: list[list[Any]]) -> None:
    """The plan stands, the row is asked about, and the visit waits until it has happened."""
    plans[1][VISITED] = date(2019, 5, 31)
    file = read_sheets({"List 7": plans})
    assert codes(file) == ["future_date"]
    assert outcome(file) == (2, 1, 0)
    assert records(file, "visit").columns["child_id"] == ["00104"]


def test_an_unborn_child_has_an_expected_date(read_sheets: Any, contacts: list[list[Any]]) -> None:
    """The lists have one column for both."""
    contacts[1][BORN] = date(2019, 8, 1)
    child = records(read_sheets({"List 1": contacts}), "child")
    assert (child.columns["born_on"][0], child.columns["expected_birth_on"][0]) == (None, date(2019, 8, 1))


def test_a_child_on_two_lists_is_told_of_once(
    read_sheets: Any, contacts: list[list[Any]], plans: list[list[Any]]
) -> None:
    """What one list does not ask (a disability) another may; where they disagree the file is asked about."""
    plans[1][BORN] = date(2015, 9, 29)
    file = read_sheets({"List 1": contacts, "List 7": plans})
    child = records(file, "child")
    assert child.columns["child_id"] == ["00101", "00102", "00103", "00104", "00105"]
    assert child.columns["disabled"] == [None, None, False, True, False]
    assert child.columns["born_on"][2] == date(2015, 9, 30)
    (fault,) = [each for each in file.faults if each.code == "rows_disagree"]
    assert "the date of birth (first: List 7 row 2)" in fault.message
    assert records(file, "worker").columns["team"] == ["Northeast", "Northeast"]


def test_a_workers_name_is_nowhere_in_what_was_read(read_sheets: Any, plans: list[list[Any]]) -> None:
    """Turned into a reference at the door."""
    file = read_sheets({"List 7": plans})
    assert "Reed" not in repr(file)
    first, second, third = records(file, "child_protection_plan").columns["worker_id"]
    assert first == third != second


def test_missing_episodes_keep_their_hours(read_text: Any) -> None:
    """The day always; the time where somebody wrote one down."""
    text = (
        "person_id,missing_id,start_at,returned_at,type\n1,M1,01/04/2019 22:15,02/04/2019 06:05,M\n2,M2,03/04/2019,,A\n"
    )
    columns = records(read_text(text, "missing_episodes.csv"), "missing_episode").columns
    assert columns["went_missing_on"] == [date(2019, 4, 1), date(2019, 4, 3)]
    assert columns["went_missing_at"] == [datetime(2019, 4, 1, 22, 15), None]
    assert columns["returned_at"] == [datetime(2019, 4, 2, 6, 5), None]


def test_back_before_leaving_by_the_hour(read_text: Any) -> None:
    """On one day the hours decide."""
    text = "person_id,missing_id,start_at,returned_at\n1,M1,01/04/2019 22:15,01/04/2019 20:00\n"
    assert outcome(read_text(text, "missing_episodes.csv")) == (0, 0, 1)


def test_a_planned_meeting_may_lie_ahead(read_text: Any) -> None:
    """Its report may be written already; it is no fault, and no sign of when the extract was taken."""
    text = (
        "person_id,meeting_type,meeting_date,report_completed_date,shared_with_family_date\n"
        "1,RCPC,20/05/2019,30/04/2019,\n"
    )
    file = read_text(text, "meeting_reports.csv")
    assert (outcome(file), file.newest_date) == ((1, 0, 0), date(2019, 4, 30))


def test_a_local_table_may_be_split_over_sheets(read_sheets: Any, visits: list[list[Any]]) -> None:
    """April and May are one table; a row on both is one row."""
    file = read_sheets({"April": visits, "May": [visits[0], visits[1], ["00109", *visits[2][1:]]]}, "visits.xlsx")
    visit = records(file, "visit")
    assert outcome(file) == (4, 0, 1)
    assert [file.sheets[sheet] for sheet in visit.sheets] == ["April", "April", "April", "May"]


def test_columns_have_every_column_of_the_record(read_text: Any, visits: list[list[Any]]) -> None:
    """In the record's own order, unknown where the file does not say."""
    visit = records(read_text(as_csv(visits)), "visit")
    assert list(visit.columns)[:4] == ["child_id", "visit_id", "kind", "visited_on"]
    assert visit.columns["place"] == [None, None, None]
    assert visit.columns["child_seen"] == [True, True, False]
