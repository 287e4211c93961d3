"""Rare things: how long between them. A point is the months that went by without any before a month with some.

Independent of how many came at once, and known only when the next month with some arrives; so a wait that is not over
is a point only once it is longer than the usual one. Until then it could still turn out short, and says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from everychild.judgement.expected import gap_limits
from everychild.judgement.pattern import Side, Signal, signals_of


@dataclass(frozen=True)
class Gap:
    """So many months without any, told at a place in the series: where the wait ended, or the last month so far."""

    at: int
    months: int


def gaps_in(values: Sequence[Fraction], usual: Fraction | None) -> tuple[Gap, ...]:
    """The waits between months with some. The first is left out: nobody knows when it began."""
    ends = [place for place, value in enumerate(values) if value > 0]
    found = [Gap(after, after - before - 1) for before, after in pairwise(ends)]
    last = len(values) - 1
    if ends and usual is not None and last - ends[-1] > usual:
        found.append(Gap(last, last - ends[-1]))
    return tuple(found)


def gap_signals(values: Sequence[Fraction], chance_of_any: Fraction) -> tuple[Signal | None, ...]:
    """A signal for each month that ends a wait and stands out by it. A longer wait is fewer, and so points down."""
    if chance_of_any == 0:
        return (None,) * len(values)
    limits = gap_limits(chance_of_any)
    gaps = gaps_in(values, limits.mean)
    found = signals_of([Fraction(gap.months) for gap in gaps], (limits,) * len(gaps))
    told: list[Signal | None] = [None] * len(values)
    for gap, signal in zip(gaps, found, strict=True):
        told[gap.at] = signal and Signal(signal.rule, Side.DOWN if signal.side is Side.UP else Side.UP)
    return tuple(told)
