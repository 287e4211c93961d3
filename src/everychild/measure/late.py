"""Late work or late recording: a figure as it was first told, as it is known now, and what was written up between."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil
from statistics import median_low

from everychild.calendar import Month
from everychild.catalogue.indicator import Indicator
from everychild.measure.figure import scaled
from everychild.measure.lineage import RowBehind

NINE_IN_TEN = Fraction(9, 10)


@dataclass(frozen=True)
class Counted:
    """A sum over how many; of a count there is no "how many"."""

    numerator: int
    denominator: int | None

    def value(self, indicator: Indicator) -> Fraction | None:
        """In the figure's own unit; None of nothing."""
        if self.denominator == 0:
            return None
        return scaled(Fraction(self.numerator, 1 if self.denominator is None else self.denominator), indicator.unit)


@dataclass(frozen=True)
class FirstTold:
    """One month as it could first be told, with what came of it.

    `written_up` is the first figure with what had been done by then and was recorded since, and nothing else: rows that
    came, and rows that were not met and now are. `done_since` has as well what was done only after the month was first
    told. What lies between that and `now` is rows taken out or changed. `now` is None where no extract has told the
    month again.
    """

    ref: str
    month: Month
    first_known_on: date
    known_on: date
    first: Counted
    written_up: Counted
    done_since: Counted
    now: Counted | None
    rows_written_up: int
    rows_done_since: int
    rows_otherwise: int

    def recording_cost(self, indicator: Indicator) -> Fraction | None:
        """What the first telling lacked for work written up later, in the figure's own unit."""
        return _difference(self.written_up.value(indicator), self.first.value(indicator))

    def done_after(self, indicator: Indicator) -> Fraction | None:
        """What work done only after the first telling added."""
        return _difference(self.done_since.value(indicator), self.written_up.value(indicator))

    def otherwise(self, indicator: Indicator) -> Fraction | None:
        """The rest of the change: rows taken out, or told otherwise. The three add up to the change."""
        if self.now is None:
            return None
        return _difference(self.now.value(indicator), self.done_since.value(indicator))


@dataclass(frozen=True)
class RecordingLag:
    """How long after it was done work was written up, in working days; `unknown` rows do not say when."""

    record: str
    rows: int
    unknown: int
    middle: int | None
    nine_in_ten: int | None


Place = tuple[int, date, str | None]
"""A row by its source, its own day and its child."""


def place_of(row: RowBehind) -> Place:
    return row.source_id, row.own_date, row.child_id


def first_told(
    indicator: Indicator,
    month: Month,
    first_known_on: date,
    known_on: date,
    then: Sequence[RowBehind],
    now: Sequence[RowBehind] | None,
    done: Mapping[Place, date],
) -> FirstTold:
    """A month's rows as first known set against the same month's rows as known now, None where they are the same.

    `done` tells when the work of a row was done, where that may be after the month.
    """
    first = _sum(indicator, then)
    if now is None:
        return FirstTold(indicator.ref, month, first_known_on, known_on, first, first, first, None, 0, 0, 0)
    written, later, otherwise = _changed(
        then, now, lambda row: done.get(place_of(row), month.last_day) >= first_known_on
    )
    written_up = _with(indicator, first, written)
    return FirstTold(
        indicator.ref,
        month,
        first_known_on,
        known_on,
        first,
        written_up,
        _with(indicator, written_up, later),
        _sum(indicator, now),
        len(written),
        len(later),
        otherwise,
    )


Change = tuple[RowBehind | None, RowBehind]
"""A row as it was, if it was there, and as it is."""


def _changed(
    then: Sequence[RowBehind], now: Sequence[RowBehind], is_done_after: Callable[[RowBehind], bool]
) -> tuple[list[Change], list[Change], int]:
    """What was written up since, what was done since, and how many rows were taken out or changed otherwise."""
    waiting: dict[tuple[str | None, date], list[RowBehind]] = defaultdict(list)
    for row in unmatched(then, now):
        waiting[row.child_id, row.own_date].append(row)
    written: list[Change] = []
    later: list[Change] = []
    otherwise = 0
    for row in unmatched(now, then):
        known = waiting[row.child_id, row.own_date]
        was = known.pop() if known else None
        if was is not None and not (row.is_met and not was.is_met):
            otherwise += 1
        else:
            (later if row.is_met and is_done_after(row) else written).append((was, row))
    return written, later, otherwise + sum(len(rows) for rows in waiting.values())


def unmatched(rows: Sequence[RowBehind], others: Sequence[RowBehind]) -> list[RowBehind]:
    """The rows with no like among the others: of the same child, on the same day, adding the same.

    Not told apart by the file they stand in, since each extract tells the same things again.
    """
    left = Counter(_likeness(row) for row in others)
    found = []
    for row in rows:
        likeness = _likeness(row)
        if left[likeness]:
            left[likeness] -= 1
        else:
            found.append(row)
    return found


def recording_lag(record: str, lags: Iterable[int | None]) -> RecordingLag:
    """The middle and nine in ten of how long writing up took, over the rows that say."""
    told = list(lags)
    known = sorted(lag for lag in told if lag is not None)
    if not known:
        return RecordingLag(record, len(told), len(told), None, None)
    nine = known[ceil(NINE_IN_TEN * len(known)) - 1]
    return RecordingLag(record, len(told), len(told) - len(known), median_low(known), nine)


def _likeness(row: RowBehind) -> tuple[object, ...]:
    return row.child_id, row.own_date, row.is_considered, row.is_met, row.numerator, row.denominator


def _sum(indicator: Indicator, rows: Iterable[RowBehind]) -> Counted:
    rows = list(rows)
    numerator = sum(row.numerator for row in rows)
    return Counted(numerator, None if indicator.is_counted else sum(row.denominator or 0 for row in rows))


def _with(indicator: Indicator, counted: Counted, changes: Iterable[Change]) -> Counted:
    """The sum with those rows as they are, and not as they were."""
    changes = list(changes)
    now = _sum(indicator, (row for _, row in changes))
    was = _sum(indicator, (row for row, _ in changes if row is not None))
    numerator = counted.numerator + now.numerator - was.numerator
    if counted.denominator is None:
        return Counted(numerator, None)
    return Counted(numerator, counted.denominator + (now.denominator or 0) - (was.denominator or 0))


def _difference(after: Fraction | None, before: Fraction | None) -> Fraction | None:
    return None if after is None or before is None else after - before
