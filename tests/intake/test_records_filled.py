"""What the accepted rows become: one sheet fills several records, and several sheets one."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from everychild.layouts.annex_a import LISTS
from everychild.layouts.annex_a.leaving_care import ADVISER
from tests.intake.invented_files import as_csv, codes, outcome, records

BORN, PLAN_STARTED, VISITED = 3, 6, 9


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


def test_a_worker_is_told_of_though_nobody_else_is_named_on_the_row(read_sheets: Any) -> None:
    """List 9 names a worker and a personal adviser: either may stand alone."""
    titles = [heading.title for heading in LISTS[8].headings]
    told = {"Child Unique ID": "00201", "Allocated Worker": "SW1042"}, {"Child Unique ID": "00202", ADVISER: "SW2077"}
    file = read_sheets({"List 9": [titles, *([row.get(title, "") for title in titles] for row in told)]})
    assert records(file, "worker").columns["worker_id"] == ["SW1042", "SW2077"]


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
