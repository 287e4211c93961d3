"""What was compared, in counts: no child and no row is in it, so whoever reads figures may read it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from everychild.layouts.sources import Source
from everychild.reconciliation.differences import Compared, Otherwise
from everychild.reconciliation.kinds import EventKind
from everychild.reconciliation.standing import Standing
from everychild.reconciliation.stated import StatedChecked


@dataclass(frozen=True)
class Alone:
    """A kind of event that one source alone tells of: there is nothing to compare it with."""

    kind: EventKind
    source: Source


@dataclass(frozen=True)
class TwoSources:
    """One kind of event in two sources. `rows` are those the other should hold; `first` and `last` the days looked at.

    Where there are no such days nothing was compared, and nothing agrees.
    """

    record: str
    kind: str
    one: Source
    other: Source
    first: date | None
    last: date | None
    one_rows: int
    other_rows: int
    same: int
    differs: Mapping[Otherwise, int]

    @property
    def is_compared(self) -> bool:
        return self.first is not None and bool(self.one_rows or self.other_rows)

    @property
    def differing(self) -> int:
        return sum(self.differs.values())


@dataclass(frozen=True)
class Counted:
    """How many children one source counts at the month end; None where it does not answer for that day."""

    source: Source
    children: int | None


@dataclass(frozen=True)
class AtMonthEnd:
    """Counts that must agree, and how many children stand in one of two and not in the other."""

    record: str
    title: str
    on: date
    counts: tuple[Counted, ...]
    apart: int

    @property
    def is_compared(self) -> bool:
        return sum(count.children is not None for count in self.counts) > 1


@dataclass(frozen=True)
class StatedSummary:
    """A figure that rows state themselves: how many do, and how many otherwise than the events give."""

    name: str
    title: str
    of_events: str
    rows: int
    otherwise: int
    because: str


@dataclass(frozen=True)
class OneSource:
    """A kind of event, and the one source that tells of it."""

    kind: str
    source: Source


@dataclass(frozen=True)
class Summary:
    """Everything that was compared, and what was not."""

    pairs: tuple[TwoSources, ...]
    at_month_end: tuple[AtMonthEnd, ...]
    stated: tuple[StatedSummary, ...]
    alone: tuple[OneSource, ...]

    @property
    def of_other_days(self) -> tuple[TwoSources, ...]:
        """Two sources of one kind of event, neither of which answers for days the other tells of."""
        return tuple(pair for pair in self.pairs if not pair.is_compared)

    @property
    def is_anything_compared(self) -> bool:
        return (
            any(pair.is_compared for pair in self.pairs)
            or any(each.is_compared for each in self.at_month_end)
            or any(not figure.because for figure in self.stated)
        )

    @property
    def differing(self) -> int:
        """Every difference: of events, of children at the month end and of figures stated."""
        return (
            sum(pair.differing for pair in self.pairs)
            + sum(each.apart for each in self.at_month_end)
            + sum(figure.otherwise for figure in self.stated)
        )


def summary_of(
    compared: Sequence[Compared], standing: Sequence[Standing], stated: Sequence[StatedChecked], alone: Sequence[Alone]
) -> Summary:
    return Summary(
        tuple(_pair(each) for each in compared),
        tuple(
            AtMonthEnd(
                each.kind.record.name,
                each.kind.stands_at_month_end,
                each.on,
                tuple(Counted(count.source, count.children) for count in each.counts),
                len(each.differences),
            )
            for each in standing
        ),
        tuple(
            StatedSummary(
                each.figure.name,
                each.figure.title,
                each.figure.of_events,
                each.asked,
                len(each.otherwise),
                each.because,
            )
            for each in stated
        ),
        tuple(OneSource(each.kind.title, each.source) for each in alone),
    )


def _pair(each: Compared) -> TwoSources:
    first, last = each.shared or (None, None)
    differs = {how: each.how_many(how) for how in Otherwise if each.how_many(how)}
    return TwoSources(
        each.kind.record.name,
        each.kind.title,
        each.one,
        each.other,
        first,
        last,
        each.one_rows,
        each.other_rows,
        each.same,
        differs,
    )
