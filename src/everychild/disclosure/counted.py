"""What each number of an indicator counts, so that anybody can see which numbers hang together.

The name of what is counted is made of the fact and the conditions on its rows. Two indicators with the same name count
the same rows; one with more conditions counts some of the rows of one with fewer.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from everychild.catalogue.indicator import Children, Count, Indicator, Mean, Share
from everychild.facts.language import Both, Clocks, Condition, Not

FLOWS = (("CP12", "CP13", "CP14"), ("CC01", "CC02", "CC03"))
"""Stocks with all that comes in and goes out: today’s is last month’s, and those who came, less those who left."""


@dataclass(frozen=True)
class Counted:
    """Rows of one fact that meet all of some conditions; or the different children among them."""

    fact: str
    conditions: frozenset[str]
    is_different_children: bool = False

    @property
    def name(self) -> str:
        """The same for the same thing, always; it says nothing a definition does not."""
        told = "\n".join((self.fact, str(self.is_different_children), *sorted(self.conditions)))
        return hashlib.sha256(told.encode()).hexdigest()[:12]


@dataclass(frozen=True)
class Links:
    """How the numbers of a release hang together by their definitions."""

    counts: dict[str, tuple[Counted | None, Counted | None]]

    def as_data(self) -> dict[str, object]:
        """As it is published."""
        every = sorted({one for two in self.counts.values() for one in two if one}, key=lambda one: one.name)
        return {
            "counts": {ref: [one.name if one else None for one in two] for ref, two in sorted(self.counts.items())},
            "different": [one.name for one in every if one.is_different_children],
            "within": sorted([part.name, whole.name] for part, whole in _within(every)),
            "parts": sorted([whole.name, [part.name for part in parts]] for whole, parts in _parts(every)),
            "flows": [self._flow(flow) for flow in FLOWS if all(ref in self.counts for ref in flow)],
        }

    def _flow(self, flow: Sequence[str]) -> list[str]:
        counted = [self.counts[ref][0] for ref in flow]
        return [one.name for one in counted if one is not None]


def can_be_told(indicator: Indicator) -> bool:
    """Whether its numbers count things at all. Sums of a column, and the mix of one, are not told to everybody."""
    return isinstance(indicator.measure, Count | Children | Share | Mean)


def links(indicators: Iterable[Indicator], clocks: Clocks) -> Links:
    """What the two numbers of each indicator count; an average’s first number is a sum, and counts nothing."""
    return Links({indicator.ref: _two(indicator, clocks) for indicator in indicators})


def _two(indicator: Indicator, clocks: Clocks) -> tuple[Counted | None, Counted | None]:
    conditions = _parted(indicator.considers, clocks)
    fact = indicator.of.name
    considered = Counted(fact, conditions)
    match indicator.measure:
        case Share(meets=meets):
            return Counted(fact, conditions | _parted(meets, clocks)), considered
        case Children():
            return Counted(fact, conditions, is_different_children=True), None
        case Mean(of=column):
            return None, Counted(fact, conditions | {column.is_known.sql(clocks)})
        case _:
            return considered, None


def _parted(condition: Condition | None, clocks: Clocks) -> frozenset[str]:
    """The conditions that must all hold."""
    match condition:
        case None:
            return frozenset()
        case Both(first=first, second=second):
            return _parted(first, clocks) | _parted(second, clocks)
        case Not(inner=Not(inner=inner)):
            return _parted(inner, clocks)
        case _:
            return frozenset({condition.sql(clocks)})


def _within(every: Sequence[Counted]) -> Iterable[tuple[Counted, Counted]]:
    """(part, whole): more conditions on the same fact’s rows; and different children are no more than their rows."""
    for fact in _by_fact(every):
        for part in fact:
            for whole in fact:
                is_as_wide = part.conditions > whole.conditions or (
                    part.conditions == whole.conditions and part.is_different_children
                )
                # Children are among children and among rows; rows are not among children.
                if is_as_wide and part is not whole and (part.is_different_children or not whole.is_different_children):
                    yield part, whole


def _parts(every: Sequence[Counted]) -> Iterable[tuple[Counted, tuple[Counted, Counted]]]:
    """A whole, and the two parts that a condition and its opposite make of it."""
    for fact in _by_fact(every):
        rows = {one.conditions: one for one in fact if not one.is_different_children}
        for whole in rows.values():
            for conditions, part in rows.items():
                more = conditions - whole.conditions
                if len(more) == 1 and conditions > whole.conditions:
                    (condition,) = more
                    rest = rows.get(whole.conditions | {f"(not {condition})"})
                    if rest is not None:
                        yield whole, (part, rest)


def _by_fact(every: Sequence[Counted]) -> Iterable[list[Counted]]:
    found: dict[str, list[Counted]] = defaultdict(list)
    for one in every:
        found[one.fact].append(one)
    return found.values()
