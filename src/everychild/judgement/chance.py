"""What chance alone would do: exact limits round a share, a rate or a wait, for so many cases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from itertools import count as counting
from math import exp, floor, lgamma, log

WARNING, ALARM = 0.95, 0.998
"""One council in twenty lies outside the first by chance, and one in five hundred outside the second."""


@dataclass(frozen=True)
class Limits:
    """The fewest and the most that chance would bring, with this confidence."""

    fewest: int
    most: int

    def hold(self, count: Fraction | int) -> bool:
        return self.fewest <= count <= self.most


def limits_of_share(share: Fraction, cases: int, confidence: float) -> Limits:
    """Of so many cases, each as likely as the next to be one of a share (0 to 1): the binomial’s own limits."""
    if share <= 0 or cases == 0:
        return Limits(0, 0)
    if share >= 1:
        return Limits(cases, cases)
    odds = float(share / (1 - share))
    likely = min(cases, floor((cases + 1) * share))
    p = float(share)
    at_likely = exp(
        lgamma(cases + 1)
        - lgamma(likely + 1)
        - lgamma(cases - likely + 1)
        + likely * log(p)
        + (cases - likely) * log(1 - p)
    )
    return _limits(likely, at_likely, lambda count: (cases - count) / (count + 1) * odds, confidence, cases)


def limits_of_count(expected: Fraction, confidence: float) -> Limits:
    """Where so many are expected, each coming by itself: Poisson’s own limits."""
    if expected <= 0:
        return Limits(0, 0)
    mean = float(expected)
    likely = floor(expected)
    at_likely = exp(likely * log(mean) - mean - lgamma(likely + 1))
    return _limits(likely, at_likely, lambda count: mean / (count + 1), confidence, None)


def limits_of_gap(chance_of_any: Fraction, confidence: float) -> Limits:
    """How many go by without any before one that has some, where each has the same chance: the geometric’s own limits.

    The geometric is so lopsided that three standard deviations are no guide to it, so its own chances are summed.
    """
    tail, none = (1 - confidence) / 2, float(1 - chance_of_any)
    fewest = next(gap for gap in counting() if 1 - none ** (gap + 1) > tail)
    most = next(gap for gap in counting() if none ** (gap + 1) <= tail)
    return Limits(fewest, most)


def middle_of_share(share: Fraction, cases: int) -> int:
    """The median: half of what chance would bring lies at or under it, and half at or over it."""
    if share in (0, 1):
        return int(share * cases)
    p, under = float(share), 0.0
    for met in range(cases):
        ways = lgamma(cases + 1) - lgamma(met + 1) - lgamma(cases - met + 1)
        under += exp(ways + met * log(p) + (cases - met) * log(1 - p))
        if under >= _HALF:
            return met
    return cases


def middle_of_gap(chance_of_any: Fraction) -> int:
    """The median wait."""
    none = float(1 - chance_of_any)
    return next(gap for gap in counting() if 1 - none ** (gap + 1) >= _HALF)


def _limits(
    likely: int, at_likely: float, step: Callable[[int], float], confidence: float, ceiling: int | None
) -> Limits:
    """Outwards from the likeliest count, until no more than half of what is left over lies beyond on either side."""
    tail = (1 - confidence) / 2
    return Limits(_below(likely, at_likely, step, tail), _above(likely, at_likely, step, tail, ceiling))


def _below(likely: int, at_likely: float, step: Callable[[int], float], tail: float) -> int:
    """The least count of which more than the tail lies at or under."""
    chances, chance = [], at_likely
    for count in range(likely - 1, -1, -1):
        chance /= step(count)
        chances.append(chance)
        if chance < at_likely * _NOTHING:
            break
    lowest = likely - len(chances)
    under = 0.0
    for offset, chance in enumerate(reversed(chances)):
        under += chance
        if under > tail:
            return lowest + offset
    return likely


def _above(likely: int, at_likely: float, step: Callable[[int], float], tail: float, ceiling: int | None) -> int:
    """The greatest count of which more than the tail lies at or over."""
    chances, chance, count = [], at_likely, likely
    while ceiling is None or count < ceiling:
        chance *= step(count)
        count += 1
        chances.append(chance)
        if chance < at_likely * _NOTHING:
            break
    over = 0.0
    for offset, chance in enumerate(reversed(chances)):
        over += chance
        if over > tail:
            return likely + len(chances) - offset
    return likely


_NOTHING = 1e-15
_HALF = 0.5 - 1e-12
"""Half, less what adding up in doubles may lose."""
