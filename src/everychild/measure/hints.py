"""Recording gaps: overdue work that was likely done and not written up. A hint never counts as done.

Each rule is small, is stated in a sentence and rests on records alone; how often the next extract bears it out is
measured.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from everychild.measure.due import RowDue
from everychild.measure.late import RecordingLag

LEAST_RECORDS = 10
"""A worker, or a team, with fewer written up has no usual time."""

SLOW = 2
"""Where nine in ten are written up within fewer working days than this, lateness does not explain a gap."""

LOOKED_BACK = timedelta(days=14)
"""How long before the day it was due the same work may have been done."""


@dataclass(frozen=True)
class Work:
    """The record in which a fact’s work is written up, its day of doing, and the SELECT of other evidence for it."""

    record: str
    done: str
    evidence: str


HINTED = {
    "child_protection_visit_due": Work(
        "visit",
        "visited_on",
        """
        select 'seen on another record' as rule, visit.child_id, visit.visited_on as happened_on
        from seen_visit as visit
        left join valid_child_protection_visit as counted
            on counted.child_id = visit.child_id and counted.visited_on = visit.visited_on
        where counted.child_id is null
        """,
    ),
    "return_from_missing": Work(
        "return_interview",
        "completed_on",
        """
        select 'agreed to and not dated' as rule, interview.child_id, interview.offered_on as happened_on
        from return_interview as interview
        where interview.response = 'accepted' and interview.completed_on is null and interview.offered_on is not null
        """,
    ),
}
"""The facts for which overdue work can be hinted at, by name: those whose records say when they were written up."""


class Rule(StrEnum):
    """Why overdue work may have been done."""

    WRITTEN_UP_LATE = "usually written up late"
    SEEN_OTHERWISE = "seen on another record"
    AGREED = "agreed to and not dated"

    @property
    def in_words(self) -> str:
        return {
            Rule.WRITTEN_UP_LATE: (
                "The worker’s work of this kind (with fewer than ten records, the team’s) is as a rule written up so "
                "late that this could not be seen yet."
            ),
            Rule.SEEN_OTHERWISE: (
                "Another record of the same child, from two weeks before it was due, says the child was seen."
            ),
            Rule.AGREED: "The child agreed to it, and no day is recorded on which it was held.",
        }[self]


@dataclass(frozen=True)
class Evidence:
    """A record of a child that says something on a day."""

    rule: Rule
    child_id: str
    on: date


@dataclass(frozen=True)
class Hint:
    """Overdue work, likely done: why, and the day that says so where one does."""

    row: RowDue
    rule: Rule
    on: date | None


@dataclass(frozen=True)
class Precision:
    """How many hints of a rule the next extract bore out: done by the day they were given."""

    rule: Rule
    given: int
    confirmed: int

    @property
    def share(self) -> Fraction | None:
        """Per cent; None where none was given."""
        return Fraction(100 * self.confirmed, self.given) if self.given else None


def overdue(rows: Iterable[RowDue], known_on: date) -> tuple[RowDue, ...]:
    """What was due before a day and is not done."""
    return tuple(row for row in rows if row.done_on is None and row.due_on is not None and row.due_on < known_on)


def hints(
    rows: Iterable[RowDue],
    evidence: Iterable[Evidence],
    usual: Mapping[str, RecordingLag],
    waited: Mapping[date, int],
) -> tuple[Hint, ...]:
    """At most one hint for each overdue row, by the first rule that holds.

    `usual` is the recording lag of each worker and team, `waited` the working days since each due day.
    """
    of_child: dict[str, list[Evidence]] = {}
    for item in evidence:
        of_child.setdefault(item.child_id, []).append(item)
    found = []
    for row in rows:
        seen = [item for item in of_child.get(row.child_id or "", ()) if _bears_on(item, row)]
        if seen:
            best = min(seen, key=lambda item: (list(Rule).index(item.rule), item.on))
            found.append(Hint(row, best.rule, best.on))
        elif _may_not_be_written_up(row, usual, waited):
            found.append(Hint(row, Rule.WRITTEN_UP_LATE, None))
    return tuple(found)


def precision(given: Iterable[Hint], later: Iterable[RowDue], given_on: date) -> tuple[Precision, ...]:
    """What the rows known later say of the hints: done, and by the day on which the hint was given."""
    done = {(row.child_id, row.due_on) for row in later if row.done_on is not None and row.done_on <= given_on}
    given = list(given)
    by_rule = {rule: [hint for hint in given if hint.rule is rule] for rule in Rule}
    return tuple(
        Precision(rule, len(of_rule), sum((hint.row.child_id, hint.row.due_on) in done for hint in of_rule))
        for rule, of_rule in by_rule.items()
    )


def _bears_on(item: Evidence, row: RowDue) -> bool:
    assert row.due_on is not None, "overdue work has a due day"
    near = item.on >= row.due_on - LOOKED_BACK
    return near and (item.rule is not Rule.AGREED or item.on <= row.due_on + LOOKED_BACK)


def _may_not_be_written_up(row: RowDue, usual: Mapping[str, RecordingLag], waited: Mapping[date, int]) -> bool:
    assert row.due_on is not None, "overdue work has a due day"
    for who in (row.worker_id, row.team):
        lag = usual.get(who or "")
        if lag is not None and lag.nine_in_ten is not None and lag.rows - lag.unknown >= LEAST_RECORDS:
            return lag.nine_in_ten >= SLOW and waited[row.due_on] <= lag.nine_in_ten
    return False
