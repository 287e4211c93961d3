"""What two sources tell otherwise of one kind of event, within the days of which both can be asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from everychild.layouts.sources import Source
from everychild.reconciliation.kinds import EventKind
from everychild.reconciliation.matching import Pair, Telling, matched

Span = tuple[date, date]


class Otherwise(StrEnum):
    """How two sources differ about one event."""

    ONE_ALONE = "only one tells of it"
    OTHER_DAY = "began on another day"
    OTHER_END = "ended on another day"
    ENDED_IN_ONE = "ended in one, goes on in the other"
    OTHER_VALUE = "told otherwise"
    AT_MONTH_END = "counted at the month end in one alone"


@dataclass(frozen=True)
class Told:
    """What one source says: the row it says it in, and the day or the value."""

    source: Source | None
    source_id: int | None
    says: date | str | bool | None
    taken_on: date | None = None
    """The day the extract was taken that the row is in."""

    is_in_use: bool = False


@dataclass(frozen=True)
class Difference:
    """One thing told otherwise. `column` is the column of the record it is about; `days` how far apart two days are."""

    kind: EventKind
    how: Otherwise
    child_id: str
    on: date
    one: Told
    other: Told
    column: str = ""
    days: int | None = None


@dataclass(frozen=True)
class Side:
    """One source’s tellings of one kind of event, and what they answer for.

    `answers_for` are the days of which it holds every event, none for a source that only proves what it shows.
    `one_per_child` where it has room for each child’s latest alone. `as_told` is how a code comes back from a format
    that cannot write it.
    """

    source: Source
    tellings: Sequence[Telling]
    answers_for: Sequence[Span]
    one_per_child: bool = False
    as_told: Callable[[str, object], object] = lambda column, value: value

    def answers(self, day: date) -> bool:
        return any(first <= day <= last for first, last in self.answers_for)


@dataclass(frozen=True)
class Compared:
    """One kind of event in two sources. `shared` are the days of which at least one of them must hold what the other
    does; where there are none, nothing can be compared and `differences` says nothing.

    `one_rows` and `other_rows` are the rows looked at: those both tell, and those the other should and does not.
    """

    kind: EventKind
    one: Source
    other: Source
    shared: Span | None
    one_rows: int
    other_rows: int
    same: int
    differences: tuple[Difference, ...]

    def how_many(self, how: Otherwise) -> int:
        return sum(difference.how is how for difference in self.differences)

    @property
    def agree(self) -> bool:
        """Something was compared, and all of it is told alike."""
        return self.shared is not None and bool(self.one_rows or self.other_rows) and not self.differences


def compared(kind: EventKind, one: Side, other: Side, first: date, last: date) -> Compared:
    """What the two tell otherwise of events on the days from `first` to `last`."""
    found = matched(one.tellings, other.tellings)
    looked_at = _Looked(first, last)
    one_alone = list(_alone(kind, found.one_alone, one, other, looked_at))
    other_alone = list(_alone(kind, found.other_alone, other, one, looked_at))
    pairs = [pair for pair in found.pairs if _is_asked(pair, looked_at)]
    told = [list(_between(kind, pair, one, other, looked_at)) for pair in pairs]
    differing = [difference for of_pair in told for difference in of_pair]
    ordered = sorted(
        (*one_alone, *other_alone, *differing),
        key=lambda each: (list(Otherwise).index(each.how), each.on, each.child_id),
    )
    return Compared(
        kind,
        one.source,
        other.source,
        _shared(one, other, looked_at),
        len(pairs) + len(one_alone),
        len(pairs) + len(other_alone),
        sum(not of_pair for of_pair in told),
        tuple(ordered),
    )


@dataclass(frozen=True)
class _Looked:
    first: date
    last: date

    def at(self, day: date | None) -> bool:
        return day is not None and self.first <= day <= self.last


def _shared(one: Side, other: Side, looked_at: _Looked) -> Span | None:
    """The days, from first to last, of which at least one of the two would have to know; None where there are none."""
    spans = [
        (max(first, looked_at.first), min(last, looked_at.last))
        for side in (one, other)
        for first, last in side.answers_for
    ]
    spans = [(first, last) for first, last in spans if first <= last]
    if not (one.tellings and other.tellings and spans):
        return None
    return min(first for first, _ in spans), max(last for _, last in spans)


def _alone(
    kind: EventKind, tellings: Iterable[Telling], teller: Side, silent: Side, looked_at: _Looked
) -> Iterator[Difference]:
    latest = _latest(silent) if silent.one_per_child else {}
    for telling in tellings:
        if not looked_at.at(telling.began) or not silent.answers(telling.began):
            continue
        if latest.get(telling.alike, date.min) > telling.began:
            continue  # it holds a later one of the child’s, and has no room for this
        told = Told(teller.source, telling.source_id, telling.began, telling.known_on, telling.is_in_use)
        nothing = Told(silent.source, None, None)
        yield Difference(kind, Otherwise.ONE_ALONE, telling.child_id, telling.began, told, nothing)


def _latest(side: Side) -> Mapping[tuple[str | None, ...], date]:
    latest: dict[tuple[str | None, ...], date] = {}
    for telling in side.tellings:
        latest[telling.alike] = max(telling.began, latest.get(telling.alike, telling.began))
    return latest


def _is_asked(pair: Pair, looked_at: _Looked) -> bool:
    days = (pair.one.began, pair.other.began, pair.one.ended, pair.other.ended)
    return any(day is not None and looked_at.at(day) for day in days)


def _between(kind: EventKind, pair: Pair, one: Side, other: Side, looked_at: _Looked) -> Iterator[Difference]:
    def differs(how: Otherwise, left: object, right: object, column: str, days: int | None = None) -> Difference:
        return Difference(
            kind,
            how,
            pair.one.child_id,
            pair.one.began,
            Told(one.source, pair.one.source_id, _plain(left), pair.one.known_on, pair.one.is_in_use),
            Told(other.source, pair.other.source_id, _plain(right), pair.other.known_on, pair.other.is_in_use),
            column,
            days,
        )

    began, ended = kind.record.began or "", kind.record.ended or ""
    if pair.days_apart and (looked_at.at(pair.one.began) or looked_at.at(pair.other.began)):
        yield differs(Otherwise.OTHER_DAY, pair.one.began, pair.other.began, began, abs(pair.days_apart))
    left, right = pair.one.ended, pair.other.ended
    if left != right and (looked_at.at(left) or looked_at.at(right)):
        if left is not None and right is not None:
            yield differs(Otherwise.OTHER_END, left, right, ended, abs((right - left).days))
        elif _would_know(left, pair.other) or _would_know(right, pair.one):
            yield differs(Otherwise.ENDED_IN_ONE, left, right, ended)
    for column in kind.values:
        told, said = pair.one.values.get(column), pair.other.values.get(column)
        if told is None or said is None:
            continue
        if other.as_told(column, one.as_told(column, told)) != one.as_told(column, other.as_told(column, said)):
            yield differs(Otherwise.OTHER_VALUE, told, said, column)


def _would_know(ended: date | None, silent: Telling) -> bool:
    """Whether an extract of that day would have known of an end; of the very day it was taken it might not."""
    return ended is not None and ended < silent.known_on


def _plain(value: object) -> date | str | bool | None:
    assert value is None or isinstance(value, date | str | bool), f"{type(value)} is compared nowhere"
    return value
