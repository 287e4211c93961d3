"""What falls due: rows with the day by which their work must be done, and what they come to if it is, or is not.

Nothing here guesses. Work that has begun has its due day; work that begins later is not in it, and is said not to be.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from everychild.catalogue.indicator import Good, Indicator, Share
from everychild.facts import Fact, Shape
from everychild.facts.language import Clocks
from everychild.measure.tally import considered, meets


class RowDue(NamedTuple):
    """One piece of work: where it lies, whose it is, when it is due, when it was done (if it was), whether in time."""

    source_id: int
    child_id: str | None
    team: str | None
    worker_id: str | None
    due_on: date | None
    done_on: date | None
    is_met: bool


class Looking(StrEnum):
    """How an indicator can be looked ahead of."""

    DUE = "what falls due"  # obligations: counted when they fall due, done or not
    FINISHED = "what is finished"  # counted when it is finished: what is open, beside what is finished already
    STANDING = "how it stands on a day"  # open at a month end: how it would stand on a day ahead


@dataclass(frozen=True)
class Ahead:
    """What is known, on `known_on`, of the work from `first` to `last`: pieces of work, each in one of three places.

    `met` is done in time, `lost` can no longer be, `to_do` still can.
    """

    ref: str
    looking: Looking
    first: date
    last: date
    known_on: date
    met: int
    lost: int
    to_do: int
    meetings: int | None = None
    """For reports to meetings, how many meetings still to be held fall due; None where that is not known."""

    @property
    def considered(self) -> int:
        return self.met + self.lost + self.to_do

    @property
    def if_all(self) -> Fraction | None:
        """Per cent, if all that is still to do is done in time; None where there is nothing to do it of."""
        return self._per_cent(self.met + self.to_do)

    @property
    def if_none(self) -> Fraction | None:
        """Per cent, if none of it is."""
        return self._per_cent(self.met)

    def needed(self, target: Fraction) -> int | None:
        """How many of those still to do must be in time to meet a target in per cent; None where all would not do."""
        short = max(0, ceil(target * self.considered / 100) - self.met)
        return short if short <= self.to_do else None

    def _per_cent(self, met: int) -> Fraction | None:
        return Fraction(100 * met, self.considered) if self.considered else None


def looking(indicator: Indicator, backlog: Indicator | None) -> Looking | None:
    """How to look ahead of an indicator, `backlog` being its partner of unfinished work; None where it cannot be done.

    Only of shares of which more is better, and only where the day a row falls due is the day its own clock runs out.
    """
    if not isinstance(indicator.measure, Share) or indicator.good is not Good.HIGHER:
        return None
    if indicator.of.shape is Shape.OBLIGATIONS:
        return Looking.DUE if _is_timed(indicator.of, indicator) else None
    if indicator.is_at_month_end:
        return Looking.STANDING if indicator.clock and not any(table.is_snapshot for table in indicator.needs) else None
    if backlog is not None and indicator.considers is None and _is_timed(backlog.of, indicator):
        return Looking.FINISHED
    return None


def _is_timed(fact: Fact, indicator: Indicator) -> bool:
    if not fact.due:
        return False
    return indicator.clock in fact.due_by if indicator.clock else not fact.due_by


def due_ahead(ref: str, first: date, last: date, known_on: date, rows: Iterable[RowDue]) -> Ahead:
    """Obligations that fall due. What was not done by a day already known to be over can no longer be in time."""
    met = lost = to_do = 0
    for row in rows:
        assert row.due_on is not None, "asked for by the day it is due"
        if row.is_met:
            met += 1
        elif row.done_on is not None or row.due_on < known_on:
            lost += 1
        else:
            to_do += 1
    return Ahead(ref, Looking.DUE, first, last, known_on, met, lost, to_do)


def finished_ahead(
    ref: str, first: date, last: date, known_on: date, finished: Iterable[RowDue], unfinished: Iterable[RowDue]
) -> Ahead:
    """What was finished since `first`, with what is open: overdue is lost, due by `last` to do, the rest left out."""
    so_far = [row.is_met for row in finished]
    due = [row.due_on for row in unfinished if row.due_on is not None]
    overdue = sum(day < known_on for day in due)
    to_do = sum(known_on <= day <= last for day in due)
    return Ahead(ref, Looking.FINISHED, first, last, known_on, sum(so_far), len(so_far) - sum(so_far) + overdue, to_do)


def standing_ahead(ref: str, first: date, last: date, known_on: date, rows: Iterable[RowDue]) -> Ahead:
    """How things would stand on `last` if nothing more were done: what would not be in time is still to do."""
    met = [row.is_met for row in rows]
    return Ahead(ref, Looking.STANDING, first, last, known_on, sum(met), 0, len(met) - sum(met))


def due_select(indicator: Indicator, clocks: Clocks) -> str:
    """A SELECT of `RowDue` over the rows considered that fall due from $first to $last."""
    due = indicator.of.due
    return f"""
select source_id, child_id, team, worker_id, {due} as due_on, done_on, {meets(indicator, clocks)} as is_met
from {indicator.of.name}
where {due} between $first and $last and {considered(indicator, clocks)}
order by due_on, source_id, child_id
"""


def open_select(fact: Fact) -> str:
    """A SELECT of `RowDue` over the rows open on $as_at; none of them is done."""
    return f"""
select source_id, child_id, team, worker_id, {fact.due} as due_on, cast(null as date) as done_on, false as is_met
from {fact.name}
where as_at = $as_at
order by due_on, source_id, child_id
"""


def standing_select(indicator: Indicator, clocks: Clocks) -> str:
    """A SELECT of `RowDue` over the rows considered on $as_at, which have no one day of their own."""
    return f"""
select source_id, child_id, team, worker_id, cast(null as date) as due_on, cast(null as date) as done_on,
    {meets(indicator, clocks)} as is_met
from {indicator.of.name}
where as_at = $as_at and {considered(indicator, clocks)}
order by source_id, child_id
"""


def finished_select(indicator: Indicator, clocks: Clocks) -> str:
    """A SELECT of `RowDue` over the rows considered that were finished from $first to $last."""
    return f"""
select source_id, child_id, team, worker_id, cast(null as date) as due_on, happened_on as done_on,
    {meets(indicator, clocks)} as is_met
from {indicator.of.name}
where happened_on between $first and $last and {considered(indicator, clocks)}
order by done_on, source_id, child_id
"""
