"""What is overdue and what is due: every open piece of work with the day it must be done by, from what is known now.

For managers alone: rows name children by the case system’s number, and are in no edition, paper or public page. Nothing
here is guessed or put right: work that is done and not recorded is on the list until the record says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from everychild import month_end, wording
from everychild.ahead import FOUR_WEEKS, how_to_look, needs_of
from everychild.calendar import Month, WorkingCalendar
from everychild.catalogue import BY_REF
from everychild.catalogue.indicator import Indicator
from everychild.council import read_council
from everychild.journal import ledger
from everychild.measure.due import Looking, RowDue
from everychild.measure.hints import overdue
from everychild.recording_gaps import likely_done
from everychild.records import BY_NAME
from everychild.store.engine import Engine
from everychild.store.home import Home
from everychild.store.supply import KeptList, known_on

LONG_AGO = date(1990, 1, 1)
A_WEEK = timedelta(days=7)
LOOKS_BACK = timedelta(days=365)
"""Overdue for longer than this is not work but a record to be closed: it is counted, and not listed."""

MEETING_IS_OVER = timedelta(days=14)
"""A report is due days before its meeting; when a fortnight has passed the meeting has been held without it."""

WORK: Mapping[str, str] = {
    "EH05": "Early help assessment",
    "FD13": "Allegation to conclude",
    "AS02": "Social work assessment",
    "AS08": "Manager’s review of an assessment",
    "CN03": "Child in need visit",
    "CN04": "Child in need plan review",
    "CP04": "Section 47 enquiry to conclude",
    "CP08": "Report for an initial conference",
    "CP09": "Report for a review conference",
    "CP10": "Review conference",
    "CP11": "First core group",
    "CP31": "Core group",
    "CP22": "Child protection visit",
    "CC09": "Visit to a child in care",
    "CC15": "Care proceedings",
    "RH01": "Review of a child in care",
    "RH03": "Report for a review of a child in care",
    "RH05": "Care plan",
    "RH06": "First health assessment",
    "RH07": "Health assessment",
    "RH08": "Dental check",
    "RH14": "First education plan",
    "MS06": "Return interview",
    "FO04": "Foster carers’ yearly review",
    "FO05": "Unannounced visit to foster carers",
    "WF07": "Case supervision",
    "WF08": "Supervision of a social worker",
    "QA01": "Case audit",
    "QA09": "Incident to notify",
    "SE08": "Review of an education, health and care plan",
    "SE11": "Advice for an education, health and care assessment",
}
"""What is to be done, in the words a worker would use, for every measure whose open work is known."""

SAME_WORK = {"CP21": "CP22", "CP23": "CP22"}
"""Measures of the same work by another standard: it is listed once."""

REPORTS = "meeting_report_due"
WHILE_OPEN: Mapping[str, str] = {
    "need_plan_review_due": "child_in_need_plan",
    "review_conference_due": "child_protection_plan",
    "core_group_due": "child_protection_plan",
    "child_protection_visit_due": "child_protection_plan",
    "care_review_due": "period_of_care",
    "initial_health_assessment_due": "period_of_care",
    "initial_education_plan_due": "period_of_care",
    "assessment_review_point_due": "assessment",
}
"""What a child must still be on for the work to be wanted: a visit missed on a plan that has since ended is history."""


class When(StrEnum):
    """Where a piece of work stands on the day."""

    OVERDUE = "overdue"
    DUE = "due"
    NOT_IN_TIME = "not in time"  # has no day of its own: how things stand is not as the standard asks


@dataclass(frozen=True)
class Piece:
    """One piece of work. `working_days` is how long it has been overdue, or how long there is left."""

    ref: str
    title: str
    child_id: str
    team: str
    worker: str
    when: When
    due_on: date | None
    working_days: int | None
    source_id: int
    hint: str = ""
    """Why it was likely done and not written up; it counts as overdue all the same."""


@dataclass(frozen=True)
class Obligation:
    """One piece of work with a day to be done by, done or not: what the month’s figure is counted from.

    `is_over` where it was not met in time and no longer can be.
    """

    ref: str
    child_id: str
    team: str
    worker: str
    due_on: date
    is_met: bool
    is_over: bool


@dataclass(frozen=True)
class Worklist:
    """Every piece of work on a day, the longest overdue first, then by the day it is due."""

    on: date
    known_on: date
    pieces: tuple[Piece, ...]
    not_supplied: tuple[Indicator, ...]
    """Measures whose work cannot be told because no extract tells what it rests on."""

    long_overdue: int = 0
    """Overdue for over a year: counted and not listed."""

    by_worker: Mapping[str, int] = field(default_factory=dict)
    obligations: tuple[Obligation, ...] = ()
    """What fell or falls due from the first of last month to a week from the day, done or not."""

    def of(self, pieces: Iterable[Piece]) -> Worklist:
        """The same list, of some of its work."""
        chosen = tuple(pieces)
        return replace(self, pieces=chosen, by_worker=_by_worker(chosen))

    def where(self, wanted: Callable[[Piece | Obligation], bool]) -> Worklist:
        """The same of some teams, workers or kinds of work: what is open, and what the figure is counted from."""
        found = self.of(piece for piece in self.pieces if wanted(piece))
        return replace(found, obligations=tuple(one for one in self.obligations if wanted(one)))

    def how_many(self, when: When) -> int:
        return sum(piece.when is when for piece in self.pieces)


def worklist(home: Home, on: date | None = None, known: date | None = None) -> Worklist:
    """What is overdue on a day and due in the four weeks from it. Without a day, the one the newest extract was taken.

    Raises NothingSupplied where nothing has been loaded.
    """
    council = read_council(home.settings)
    seen = month_end.extracts_seen(known)
    newest = max(extract.extracted_on for extract in seen)
    day = on or newest
    kept = ledger.kept_lists(seen)
    asked = [(BY_REF[ref], how) for ref in WORK if (how := how_to_look(BY_REF[ref])) is not None]
    can = [(item, how) for item, how in asked if known_on(kept, needs_of(item)) is not None]
    with month_end.engine_over(home, council, Month.of(day) - 1, seen, [day]) as engine:
        still_on = _still_on(engine, day, kept)
        pieces, obligations, long_overdue = [], [], 0
        for item, how in can:
            wanted = still_on.get(item.of.name)
            rows = _rows(engine, item, how, day)
            given = likely_done(engine, item, overdue(rows, day), day) if how is Looking.DUE else ()
            likely = {(hint.row.source_id, hint.row.due_on): hint.rule.value for hint in given}
            obligations += _obligations(item, rows, day, wanted) if how is Looking.DUE else []
            for row in rows:
                if row.done_on is not None or row.is_met or (wanted is not None and row.child_id not in wanted):
                    continue
                if row.due_on is not None and item.of.name == REPORTS and row.due_on < day - MEETING_IS_OVER:
                    continue
                if row.due_on is not None and row.due_on < day - LOOKS_BACK:
                    long_overdue += 1
                    continue
                pieces.append(_piece(item, row, day, engine.calendar, likely.get((row.source_id, row.due_on), "")))
    pieces.sort(key=_order)
    no_way = tuple(item for item, _ in asked if item not in [able for able, _ in can])
    return Worklist(day, newest, tuple(pieces), no_way, long_overdue, _by_worker(pieces), tuple(obligations))


def in_one_sentence(found: Worklist) -> str:
    """ "7 pieces of work are overdue and 12 fall due in the four weeks from 3 May 2019. W12 has 7 of the 19." """
    overdue, due, late = (found.how_many(when) for when in (When.OVERDUE, When.DUE, When.NOT_IN_TIME))
    said = (
        f"{wording.count(overdue, 'piece of work is', 'pieces of work are')} overdue and {due:,} "
        f"{'falls' if due == 1 else 'fall'} due in the four weeks from {wording.day(found.on)}."
    )
    if late:
        said += f" {late:,} more {'is' if late == 1 else 'are'} not as the standard asks, with no day of their own."
    most = next(((worker, held) for worker, held in found.by_worker.items() if worker), None)
    if most is not None and len(found.by_worker) > 1:
        said += f" {most[0]} has {most[1]:,} of the {len(found.pieces):,}."
    return wording.sentence(said)


def _rows(engine: Engine, indicator: Indicator, how: Looking, on: date) -> list[RowDue]:
    last = on + FOUR_WEEKS
    if how is Looking.DUE:
        return engine.rows_due(indicator, LONG_AGO, last)
    if how is Looking.STANDING:
        return engine.rows_standing(indicator, on)
    found = engine.rows_open(BY_REF[indicator.backlog or ""].of, on)
    return [row for row in found if row.due_on is not None and row.due_on <= last]


def _obligations(
    indicator: Indicator, rows: Iterable[RowDue], on: date, wanted: frozenset[str] | None
) -> list[Obligation]:
    """Those of last month, this month and the week; of what is still to come, what is still wanted."""
    first = (Month.of(on) - 1).first_day
    return [
        Obligation(
            indicator.ref,
            row.child_id or "",
            row.team or "",
            row.worker_id or "",
            row.due_on,
            row.is_met,
            not row.is_met and (row.done_on is not None or row.due_on < on),
        )
        for row in rows
        if row.due_on is not None
        and first <= row.due_on < on + A_WEEK
        and (row.is_met or row.due_on < on or wanted is None or row.child_id in wanted)
    ]


def _piece(indicator: Indicator, row: RowDue, on: date, calendar: WorkingCalendar, hint: str) -> Piece:
    when = When.NOT_IN_TIME if row.due_on is None else When.OVERDUE if row.due_on < on else When.DUE
    days = None
    if row.due_on is not None:
        days = calendar.working_days(min(row.due_on, on), max(row.due_on, on))
    return Piece(
        indicator.ref,
        WORK[indicator.ref],
        row.child_id or "",
        row.team or "",
        row.worker_id or "",
        when,
        row.due_on,
        days,
        row.source_id,
        hint if when is When.OVERDUE else "",
    )


def _still_on(engine: Engine, on: date, kept: Sequence[KeptList]) -> dict[str, frozenset[str]]:
    """For each fact that asks for it, the children whose spell is open on the day."""
    supplied = {item.record for item in kept}
    return {fact: engine.children_on(BY_NAME[record], on) for fact, record in WHILE_OPEN.items() if record in supplied}


def _by_worker(pieces: Iterable[Piece]) -> dict[str, int]:
    held: dict[str, int] = {}
    for piece in pieces:
        held[piece.worker] = held.get(piece.worker, 0) + 1
    return dict(sorted(held.items(), key=lambda pair: (-pair[1], pair[0])))


def _order(piece: Piece) -> tuple[object, ...]:
    """Overdue longest first, then due soonest, then what has no day; then by reference, so that it never shuffles."""
    return (list(When).index(piece.when), piece.due_on or date.max, piece.ref, piece.child_id, piece.source_id)
