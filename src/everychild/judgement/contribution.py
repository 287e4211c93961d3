"""What moved it: a change between two months parted, exactly, among the groups of a breakdown.

A share or an average changes because groups did better or worse (their rate), or because there were more of some than
before (the mix). Each group's rate part is its own change weighed by its average size at both ends; its mix part is the
change of its size weighed by how far its average stands from everybody's. The parts add up to the change, with nothing
left over and neither month preferred: the symmetric split of Kitagawa and of Marshall and Edgeworth. A count has only
its groups' own changes. In exact arithmetic throughout.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from everychild.catalogue.indicator import Indicator
from everychild.measure.figure import Figure, scaled

OTHERS = "All others"
"""Where groups too small to be told apart are put together."""

Sizes = tuple[Fraction, Fraction]


@dataclass(frozen=True)
class Part:
    """One group's part of a change, in the figure's own unit: by doing otherwise, and by being more or fewer."""

    group: str
    rate: Fraction
    mix: Fraction

    @property
    def whole(self) -> Fraction:
        return self.rate + self.mix


@dataclass(frozen=True)
class Contribution:
    """A change by one breakdown, the largest part first. The parts add up to the change."""

    breakdown: str
    change: Fraction
    parts: tuple[Part, ...]

    @property
    def of_mix(self) -> Fraction:
        """How much of it is a change in who there was, and not in how they were served."""
        return sum((part.mix for part in self.parts), Fraction(0))


def contribution(
    indicator: Indicator,
    breakdown: str,
    before: Sequence[Figure],
    after: Sequence[Figure],
    smallest: int,
) -> Contribution | None:
    """The change between two months of one breakdown's figures; None where there is nothing to part.

    `smallest` is the number of things considered, at both ends, under which a group is put with the others; of a count,
    no group is too small. None where fewer than two groups are left, where either end has no figure, and for different
    children, who may be in several groups.
    """
    if indicator.adds_up:
        return _of_count(breakdown, _numbers(before), _numbers(after))
    if not (indicator.is_share or indicator.is_average) or indicator.is_counted:
        return None
    sizes = _merged(_fractions(before), _fractions(after), smallest)
    if len(sizes) < 2:
        return None
    return _of_ratio(indicator, breakdown, sizes)


def _of_count(breakdown: str, before: Mapping[str, int], after: Mapping[str, int]) -> Contribution | None:
    groups = sorted({*before, *after})
    if len(groups) < 2:
        return None
    parts = [Part(group, Fraction(after.get(group, 0) - before.get(group, 0)), Fraction(0)) for group in groups]
    return Contribution(breakdown, sum((part.rate for part in parts), Fraction(0)), _in_order(parts))


def _of_ratio(indicator: Indicator, breakdown: str, groups: Mapping[str, tuple[Sizes, Sizes]]) -> Contribution | None:
    """Each group as ((numerator, denominator) before, the same after)."""
    whole_before = sum((before[1] for before, _ in groups.values()), Fraction(0))
    whole_after = sum((after[1] for _, after in groups.values()), Fraction(0))
    if not whole_before or not whole_after:
        return None
    first = sum((before[0] for before, _ in groups.values()), Fraction(0)) / whole_before
    last = sum((after[0] for _, after in groups.values()), Fraction(0)) / whole_after
    everybody = (first + last) / 2
    parts = []
    for group, (before, after) in groups.items():
        weight_before, weight_after = before[1] / whole_before, after[1] / whole_after
        rate_before, rate_after = before[0] / before[1], after[0] / after[1]
        rate = (weight_before + weight_after) / 2 * (rate_after - rate_before)
        mix = ((rate_before + rate_after) / 2 - everybody) * (weight_after - weight_before)
        parts.append(Part(group, scaled(rate, indicator.unit), scaled(mix, indicator.unit)))
    return Contribution(breakdown, scaled(last - first, indicator.unit), _in_order(parts))


def _merged(before: Mapping[str, Sizes], after: Mapping[str, Sizes], smallest: int) -> dict[str, tuple[Sizes, Sizes]]:
    """Groups large enough at both ends as they are; the rest, together, if together they are not nothing at an end."""
    nothing = (Fraction(0), Fraction(0))
    kept: dict[str, tuple[Sizes, Sizes]] = {}
    small: list[tuple[Sizes, Sizes]] = []
    for group in sorted({*before, *after}):
        ends = before.get(group, nothing), after.get(group, nothing)
        if min(ends[0][1], ends[1][1]) >= max(smallest, 1):
            kept[group] = ends
        else:
            small.append(ends)
    rest = _together(small)
    while rest[0][1] == 0 != rest[1][1] or rest[1][1] == 0 != rest[0][1]:
        # Nobody at one end: taken in by the smallest group that stands, so that nothing is left out of the sum.
        if not kept:
            return {}
        least = min(kept, key=lambda group: (kept[group][0][1] + kept[group][1][1], group))
        rest = _together([rest, kept.pop(least)])
    if rest[0][1]:
        kept[OTHERS] = rest
    return kept


def _together(ends: Sequence[tuple[Sizes, Sizes]]) -> tuple[Sizes, Sizes]:
    def total(end: int) -> Sizes:
        return (
            sum((pair[end][0] for pair in ends), Fraction(0)),
            sum((pair[end][1] for pair in ends), Fraction(0)),
        )

    return total(0), total(1)


def _numbers(figures: Sequence[Figure]) -> dict[str, int]:
    return {figure.group or "": figure.numerator for figure in figures if figure.numerator is not None}


def _fractions(figures: Sequence[Figure]) -> dict[str, Sizes]:
    return {
        figure.group or "": (Fraction(figure.numerator), Fraction(figure.denominator))
        for figure in figures
        if figure.numerator is not None and figure.denominator
    }


def _in_order(parts: Sequence[Part]) -> tuple[Part, ...]:
    return tuple(sorted(parts, key=lambda part: (-abs(part.whole), part.group)))
