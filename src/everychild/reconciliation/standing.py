"""Who stands at a month end by each source: two counts that must agree, and the children in one of them alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from everychild.layouts.sources import Source
from everychild.reconciliation.differences import Difference, Otherwise, Side, Told
from everychild.reconciliation.kinds import EventKind
from everychild.reconciliation.matching import Telling


@dataclass(frozen=True)
class Count:
    """How many children one source counts. None where it does not answer for the day: that is no nought."""

    source: Source
    children: int | None


@dataclass(frozen=True)
class Standing:
    """One kind of thing children have at a month end, source by source; differences are of each two that answer."""

    kind: EventKind
    on: date
    counts: tuple[Count, ...]
    differences: tuple[Difference, ...]

    @property
    def is_compared(self) -> bool:
        return sum(count.children is not None for count in self.counts) > 1

    @property
    def agree(self) -> bool:
        """Two sources or more answer for the day, and they count the very same children."""
        return self.is_compared and not self.differences


def standing(kind: EventKind, sides: Sequence[Side], on: date) -> Standing:
    """The children each source counts on a day, and those whom another that answers for it does not."""
    held = {side.source: _on(side, on) for side in sides if side.answers(on)}
    counts = tuple(Count(side.source, len(held[side.source]) if side.source in held else None) for side in sides)
    answering = [side for side in sides if side.source in held]
    differences = [
        difference
        for at, one in enumerate(answering)
        for other in answering[at + 1 :]
        for difference in _apart(kind, one, held[one.source], other, held[other.source], on)
    ]
    return Standing(kind, on, counts, tuple(differences))


def _on(side: Side, on: date) -> Mapping[str, Telling]:
    return {
        telling.child_id: telling
        for telling in side.tellings
        if telling.began <= on and (telling.stood_until is None or telling.stood_until > on)
    }


def _apart(
    kind: EventKind, one: Side, ones: Mapping[str, Telling], other: Side, others: Mapping[str, Telling], on: date
) -> list[Difference]:
    found = []
    for child in sorted(ones.keys() ^ others.keys()):
        teller, silent = (one, other) if child in ones else (other, one)
        row = ones.get(child) or others[child]
        told = Told(teller.source, row.source_id, row.began, row.known_on, row.is_in_use)
        found.append(Difference(kind, Otherwise.AT_MONTH_END, child, on, told, _what_it_has(silent, child, on)))
    return found


def _what_it_has(side: Side, child: str, on: date) -> Told:
    """The child’s newest row begun by that day, with when it ended: why they are not counted, where anything says."""
    before = [telling for telling in side.tellings if telling.child_id == child and telling.began <= on]
    newest = max(before, key=lambda telling: (telling.began, telling.source_id), default=None)
    if newest is None:
        return Told(side.source, None, None)
    return Told(side.source, newest.source_id, newest.stood_until, newest.known_on, newest.is_in_use)
