"""Is it moving? The XmR chart, by the rules of NHS England's Making Data Count, in exact arithmetic.

Limits are the mean plus and minus 2.66 times the average moving range; near-limit lines stand at two thirds of that.
Four signals, in order of priority: outside a limit; seven points all rising or all falling; two of three points near
the same limit; seven points on one side of the mean. The word describes the *latest* point only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from everychild.catalogue.indicator import Good

LIMIT = Fraction(266, 100)
NEAR_LIMIT = LIMIT * 2 / 3
OUTLIER = Fraction(3267, 1000)
RUN = 7


class Moving(StrEnum):
    """What the pattern says of the latest point."""

    GETTING_BETTER = "getting_better"
    STEADY = "steady"
    GETTING_WORSE = "getting_worse"
    HIGHER = "higher_than_usual"
    LOWER = "lower_than_usual"
    TOO_FEW_POINTS = "too_few_points"

    @property
    def in_words(self) -> str:
        return {
            Moving.GETTING_BETTER: "Getting better",
            Moving.STEADY: "Steady",
            Moving.GETTING_WORSE: "Getting worse",
            Moving.HIGHER: "Higher than usual",
            Moving.LOWER: "Lower than usual",
            Moving.TOO_FEW_POINTS: "Too few points",
        }[self]


class Rule(StrEnum):
    """Why a point stands out."""

    OUTSIDE_LIMITS = "outside_limits"
    TREND = "trend"
    TWO_IN_THREE = "two_in_three"
    SHIFT = "shift"

    @property
    def in_words(self) -> str:
        return {
            Rule.OUTSIDE_LIMITS: "outside its expected range",
            Rule.TREND: f"{RUN} months moving the same way",
            Rule.TWO_IN_THREE: "two of the last three months near the edge of its expected range",
            Rule.SHIFT: f"{RUN} months running on the same side of its average",
        }[self]


class Side(StrEnum):
    """Which way a signal points."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True)
class Signal:
    """One rule, at one point, in one direction."""

    rule: Rule
    side: Side


@dataclass(frozen=True)
class Limits:
    """Where points fall if nothing changes."""

    mean: Fraction
    lower: Fraction
    upper: Fraction
    near_lower: Fraction
    near_upper: Fraction


@dataclass(frozen=True)
class Pattern:
    """The latest point's word, the signal behind it, the limits, and the signal of every point, if it has one."""

    moving: Moving
    signal: Signal | None
    limits: Limits | None
    signals: tuple[Signal | None, ...]


def pattern(
    values: Sequence[Fraction], good: Good, minimum_points: int = 12, *, outlier_screen: bool = False
) -> Pattern:
    """The pattern of a series of discrete months, oldest first. Never give it rolling or year-to-date values."""
    if len(values) < minimum_points:
        return Pattern(Moving.TOO_FEW_POINTS, None, None, (None,) * len(values))
    limits = xmr_limits(values, outlier_screen=outlier_screen)
    signals = tuple(signal_at(values, n, limits) for n in range(len(values)))
    return Pattern(_word(signals[-1], good), signals[-1], limits, signals)


def xmr_limits(values: Sequence[Fraction], *, outlier_screen: bool = False) -> Limits:
    """Limits of an individuals chart. The screen drops moving ranges of 3.267 averages or more, then averages again."""
    mean = _mean(values)
    ranges = [abs(after - before) for before, after in pairwise(values)]
    average = _mean(ranges)
    if outlier_screen:
        kept = [moving_range for moving_range in ranges if moving_range < OUTLIER * average]
        average = _mean(kept) if kept else average
    return Limits(
        mean=mean,
        lower=mean - LIMIT * average,
        upper=mean + LIMIT * average,
        near_lower=mean - NEAR_LIMIT * average,
        near_upper=mean + NEAR_LIMIT * average,
    )


def signal_at(values: Sequence[Fraction], n: int, limits: Limits) -> Signal | None:
    """The signal that marks point `n`, the first in priority where several do."""
    return (
        _outside(values[n], limits)
        or _trend(values, n)
        or _two_in_three(values, n, limits)
        or _shift(values, n, limits.mean)
    )


def _outside(value: Fraction, limits: Limits) -> Signal | None:
    if value > limits.upper:
        return Signal(Rule.OUTSIDE_LIMITS, Side.UP)
    if value < limits.lower:
        return Signal(Rule.OUTSIDE_LIMITS, Side.DOWN)
    return None


def _trend(values: Sequence[Fraction], n: int) -> Signal | None:
    for window in _windows(values, n, RUN):
        steps = [after - before for before, after in pairwise(window)]
        if all(step > 0 for step in steps):
            return Signal(Rule.TREND, Side.UP)
        if all(step < 0 for step in steps):
            return Signal(Rule.TREND, Side.DOWN)
    return None


def _two_in_three(values: Sequence[Fraction], n: int, limits: Limits) -> Signal | None:
    for side in Side:
        if not _is_near(values[n], side, limits):
            continue
        for window in _windows(values, n, 3):
            one_sided = all(_is_on(value, side, limits.mean) for value in window)
            if one_sided and sum(_is_near(value, side, limits) for value in window) >= 2:
                return Signal(Rule.TWO_IN_THREE, side)
    return None


def _shift(values: Sequence[Fraction], n: int, mean: Fraction) -> Signal | None:
    for window in _windows(values, n, RUN):
        for side in Side:
            if all(_is_on(value, side, mean) for value in window):
                return Signal(Rule.SHIFT, side)
    return None


def _windows(values: Sequence[Fraction], n: int, length: int) -> list[Sequence[Fraction]]:
    """Every window of so many consecutive points that holds point `n`."""
    starts = range(max(0, n - length + 1), min(n, len(values) - length) + 1)
    return [values[start : start + length] for start in starts]


def _is_on(value: Fraction, side: Side, mean: Fraction) -> bool:
    return value > mean if side is Side.UP else value < mean


def _is_near(value: Fraction, side: Side, limits: Limits) -> bool:
    """Between the near-limit line and the limit; a point outside the limit is another rule's."""
    if side is Side.UP:
        return limits.near_upper < value <= limits.upper
    return limits.lower <= value < limits.near_lower


def _word(signal: Signal | None, good: Good) -> Moving:
    if signal is None:
        return Moving.STEADY
    if good in (Good.NEITHER, Good.RANGE):
        return Moving.HIGHER if signal.side is Side.UP else Moving.LOWER
    is_better = (signal.side is Side.UP) == (good is Good.HIGHER)
    return Moving.GETTING_BETTER if is_better else Moving.GETTING_WORSE


def _mean(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)
