"""Is it moving? The four signals of NHS England's Making Data Count, and the limits of its XmR chart, exactly.

Limits are the mean plus and minus 2.66 times the average moving range; near-limit lines stand at two thirds of that.
Four signals, in order of priority: outside a limit; seven points all rising or all falling; two of three points near
the same limit; seven points on one side of the mean. The word describes the *latest* point only. Where another chart
is right (`chart_choice`), its limits come from `expected` and may differ from point to point; the signals are the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from everychild.calendar import Month
from everychild.catalogue.indicator import Good
from everychild.council import Baseline
from everychild.judgement.chart_choice import MONTH_BY_MONTH, Chart, Choice

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

    def in_words(self, chart: Chart) -> str:
        """Why, in what the chart is of: months, quarters, or the waits between rare things."""
        if chart is Chart.BETWEEN:
            return {
                Rule.OUTSIDE_LIMITS: "outside what chance would bring",
                Rule.TREND: f"{RUN} gaps between them, each longer or each shorter than the last",
                Rule.TWO_IN_THREE: "two of the last three gaps between them near the edge of what chance would bring",
                Rule.SHIFT: f"{RUN} gaps between them running on the same side of the usual gap",
            }[self]
        months = "quarters" if chart is Chart.QUARTERS else "months"
        return {
            Rule.OUTSIDE_LIMITS: "outside its expected range",
            Rule.TREND: f"{RUN} {months} moving the same way",
            Rule.TWO_IN_THREE: f"two of the last three {months} near the edge of its expected range",
            Rule.SHIFT: f"{RUN} {months} running on the same side of its average",
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
    middle: Fraction | None = None
    """The value half of points fall either side of, where it is known and is not the mean."""

    @property
    def centre(self) -> Fraction:
        """What a point is on one side of: the mean, as the published rules have it, or chance’s own middle."""
        return self.mean if self.middle is None else self.middle


@dataclass(frozen=True)
class Pattern:
    """The latest point's word, the signal behind it, the limits, and the signal of every point, if it has one.

    `limits` are the latest point's and `usual` those of a point with the usual number of cases, which an outlook is
    read from; they differ only where few are counted. `months`, `signals` and `expected` go together: a point each, by
    the last month it stands for. `baselines` are the rows it was begun anew by; the last is the one it is read from.
    """

    moving: Moving
    signal: Signal | None
    limits: Limits | None
    signals: tuple[Signal | None, ...]
    usual: Limits | None = None
    months: tuple[Month, ...] = ()
    expected: tuple[Limits | None, ...] = ()
    choice: Choice = MONTH_BY_MONTH
    baselines: tuple[Baseline, ...] = ()
    is_of_the_season: bool = False
    """The latest point stood out, and so did the same month last year: the time of year, and no change."""

    @property
    def chart(self) -> Chart:
        return self.choice.chart

    @property
    def baseline(self) -> Baseline | None:
        return self.baselines[-1] if self.baselines else None

    @property
    def why(self) -> str:
        """The rule behind the word; empty where nothing stands out."""
        return self.signal.rule.in_words(self.chart) if self.signal else ""

    def signal_of(self, month: Month) -> Signal | None:
        return dict(zip(self.months, self.signals, strict=True)).get(month)

    def expected_in(self, month: Month) -> Limits | None:
        return dict(zip(self.months, self.expected, strict=True)).get(month)


def pattern(
    values: Sequence[Fraction], good: Good, minimum_points: int = 12, *, outlier_screen: bool = False
) -> Pattern:
    """The pattern of a series of discrete months, oldest first. Never give it rolling or year-to-date values."""
    if len(values) < minimum_points:
        return Pattern(Moving.TOO_FEW_POINTS, None, None, (None,) * len(values))
    limits = xmr_limits(values, outlier_screen=outlier_screen)
    signals = signals_of(values, (limits,) * len(values))
    return Pattern(word(signals[-1], good), signals[-1], limits, signals, usual=limits)


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


def signals_of(values: Sequence[Fraction], limits: Sequence[Limits]) -> tuple[Signal | None, ...]:
    """The signal of each point by its own limits, the first in priority where several mark it."""
    return tuple(_signal_at(values, n, limits) for n in range(len(values)))


def signal_at(values: Sequence[Fraction], n: int, limits: Limits) -> Signal | None:
    """The signal that marks point `n` where all points have the same limits."""
    return _signal_at(values, n, (limits,) * len(values))


def _signal_at(values: Sequence[Fraction], n: int, limits: Sequence[Limits]) -> Signal | None:
    return (
        _outside(values[n], limits[n])
        or _trend(values, n)
        or _two_in_three(values, n, limits)
        or _shift(values, n, limits)
    )


def _outside(value: Fraction, limits: Limits) -> Signal | None:
    if value > limits.upper:
        return Signal(Rule.OUTSIDE_LIMITS, Side.UP)
    if value < limits.lower:
        return Signal(Rule.OUTSIDE_LIMITS, Side.DOWN)
    return None


def _trend(values: Sequence[Fraction], n: int) -> Signal | None:
    for window in _windows(values, n, RUN):
        if all(values[after] > values[before] for before, after in pairwise(window)):
            return Signal(Rule.TREND, Side.UP)
        if all(values[after] < values[before] for before, after in pairwise(window)):
            return Signal(Rule.TREND, Side.DOWN)
    return None


def _two_in_three(values: Sequence[Fraction], n: int, limits: Sequence[Limits]) -> Signal | None:
    for side in Side:
        if not _is_near(values[n], side, limits[n]):
            continue
        for window in _windows(values, n, 3):
            one_sided = all(_is_on(values[at], side, limits[at]) for at in window)
            if one_sided and sum(_is_near(values[at], side, limits[at]) for at in window) >= 2:
                return Signal(Rule.TWO_IN_THREE, side)
    return None


def _shift(values: Sequence[Fraction], n: int, limits: Sequence[Limits]) -> Signal | None:
    for window in _windows(values, n, RUN):
        for side in Side:
            if all(_is_on(values[at], side, limits[at]) for at in window):
                return Signal(Rule.SHIFT, side)
    return None


def _windows(values: Sequence[Fraction], n: int, length: int) -> list[range]:
    """Every window of so many consecutive points that holds point `n`, by their places."""
    starts = range(max(0, n - length + 1), min(n, len(values) - length) + 1)
    return [range(start, start + length) for start in starts]


def _is_on(value: Fraction, side: Side, limits: Limits) -> bool:
    return value > limits.centre if side is Side.UP else value < limits.centre


def _is_near(value: Fraction, side: Side, limits: Limits) -> bool:
    """Between the near-limit line and the limit; a point outside the limit is another rule's."""
    if side is Side.UP:
        return limits.near_upper < value <= limits.upper
    return limits.lower <= value < limits.near_lower


def word(signal: Signal | None, good: Good) -> Moving:
    """What a signal means, by which way is good."""
    if signal is None:
        return Moving.STEADY
    if good in (Good.NEITHER, Good.RANGE):
        return Moving.HIGHER if signal.side is Side.UP else Moving.LOWER
    is_better = (signal.side is Side.UP) == (good is Good.HIGHER)
    return Moving.GETTING_BETTER if is_better else Moving.GETTING_WORSE


def _mean(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)
