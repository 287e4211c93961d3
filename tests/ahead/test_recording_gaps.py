"""Hints at work done and not written up: by stated rules, never counted, and held against the next extract."""

from __future__ import annotations

from datetime import date

import pytest

from everychild.catalogue import BY_REF
from everychild.council import council_from
from everychild.errors import NothingSupplied, UnknownReference
from everychild.measure.due import RowDue
from everychild.measure.hints import HINTED, Evidence, Rule, hints, overdue, precision
from everychild.measure.late import RecordingLag
from everychild.recording_gaps import recording_gaps
from tests.small_council import Delivery, engine
from tests.story.test_load_and_close import SETTINGS, a_file, home, load

__all__ = ["home"]
KNOWN = date(2019, 5, 3)
SECOND = date(2019, 5, 2)


def row(
    child: str, due: date, worker: str | None = "W1", team: str | None = "North", done: date | None = None
) -> RowDue:
    return RowDue(1, child, team, worker, due, done, False)


def lag(nine_in_ten: int, rows: int = 20) -> RecordingLag:
    return RecordingLag("visit", rows, 0, 1, nine_in_ten)


def test_overdue_is_due_before_the_day_and_not_done():
    rows = [row("1", SECOND), row("2", KNOWN), row("3", SECOND, done=KNOWN)]

    assert [item.child_id for item in overdue(rows, KNOWN)] == ["1"]


@pytest.mark.parametrize(
    ("usual", "waited", "is_hinted"),
    [
        ({"W1": lag(6)}, 3, True),
        ({"W1": lag(6)}, 7, False),
        ({"W1": lag(1)}, 1, False),
        ({"W1": lag(9, rows=9), "North": lag(6)}, 5, True),
        ({"W1": lag(2), "North": lag(9)}, 5, False),
        ({}, 1, False),
    ],
    ids=[
        "within the usual time",
        "past it",
        "a quick worker",
        "the team’s, for want of ten",
        "the worker’s own",
        "none",
    ],
)
def test_what_is_usually_written_up_late_may_not_be_written_up_yet(usual, waited, is_hinted):
    """By nine in ten of the worker’s own records, or the team’s where the worker has fewer than ten."""
    found = hints([row("1", SECOND)], [], usual, {SECOND: waited})

    assert [hint.rule for hint in found] == ([Rule.WRITTEN_UP_LATE] if is_hinted else [])


def test_a_record_that_says_the_child_was_seen_comes_from_two_weeks_before_at_most():
    """18 April is two weeks before 2 May, and 17 April is more."""
    rows = [row("1", SECOND), row("2", SECOND)]
    evidence = [
        Evidence(Rule.SEEN_OTHERWISE, "1", date(2019, 4, 18)),
        Evidence(Rule.SEEN_OTHERWISE, "2", date(2019, 4, 17)),
    ]

    found = hints(rows, evidence, {}, {SECOND: 1})

    assert [(hint.row.child_id, hint.rule, hint.on) for hint in found] == [
        ("1", Rule.SEEN_OTHERWISE, date(2019, 4, 18)),
    ]


def test_a_hint_proves_right_where_the_work_was_done_by_the_day_it_was_given():
    """1 was done before, 2 only after, 3 never, and 4 had no hint."""
    given = hints([row("1", SECOND), row("2", SECOND), row("3", SECOND)], [], {"W1": lag(6)}, {SECOND: 1})
    later = [
        row("1", SECOND, done=date(2019, 5, 1)),
        row("2", SECOND, done=date(2019, 5, 6)),
        row("3", SECOND),
        row("4", SECOND, done=date(2019, 5, 1)),
    ]

    late, *others = precision(given, later, KNOWN)

    assert (late.rule, late.given, late.confirmed) == (Rule.WRITTEN_UP_LATE, 3, 1)
    assert [one.given for one in others] == [0, 0]


def test_a_visit_that_counts_is_no_evidence_for_another(tmp_path):
    """1’s visit of 29 April counts; 2’s was for another purpose, and the child was seen; on 3’s the child was not."""
    records = {
        "visit": """
            child_id | visited_on | place | child_seen | kind             | recorded_on | worker_id
            1        | 2019-04-29 | home  | yes        | child_protection | 2019-05-01  | W1
            2        | 2019-04-29 | home  | yes        | child_in_need    | 2019-04-30  | W1
            3        | 2019-04-29 | home  | no         | child_in_need    | 2019-04-30  | W1
        """,
    }
    work = HINTED["child_protection_visit_due"]
    with engine(tmp_path, [Delivery("2019-05-03", records)]) as running:
        evidence, lags = running.evidence_of(work), running.usual_lags(work, date(2019, 4, 1))

    assert evidence == [Evidence(Rule.SEEN_OTHERWISE, "2", date(2019, 4, 29))]
    assert (lags["W1"].rows, lags["W1"].middle, lags["W1"].nine_in_ten) == (3, 1, 2)


def test_only_where_records_can_tell(home, tmp_path):
    council = council_from(SETTINGS)
    with pytest.raises(UnknownReference, match="cannot be told for EH05"):
        recording_gaps(home, council, BY_REF["EH05"])
    load(home, a_file(tmp_path, "person_id,request_date,started_date,completed_date,team\n1,01/04/2019,,,North\n"))
    with pytest.raises(NothingSupplied, match="No extract tells all that MS06 rests on"):
        recording_gaps(home, council, BY_REF["MS06"])
