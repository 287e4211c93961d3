"""Targets and expected ranges in words, so that nobody has to guess which way is good: "90% or more"."""

from __future__ import annotations

from fractions import Fraction

from everychild import wording
from everychild.catalogue.indicator import Good, Indicator, Unit
from everychild.council import SetBy, Target
from everychild.judgement.pattern import Limits


def target_in_words(target: Target, indicator: Indicator) -> str:
    """The target with its direction."""

    def written(number: Fraction) -> str:
        return wording.exactly(number) + ("%" if indicator.unit is Unit.PERCENT else "")

    if target.value is None:
        return " to ".join(written(bound) for bound in (target.low, target.high) if bound is not None)
    fewer = "less" if indicator.unit is Unit.PERCENT else "fewer"
    return f"{written(target.value)} or {fewer if indicator.good is Good.LOWER else 'more'}"


def whose_target(target: Target | None) -> str:
    """National or local: Members asked for the two to be told apart."""
    if target is None:
        return "No target"
    return "National target" if target.set_by is SetBy.NATIONAL else "Local target"


def thresholds_of(target: Target | None, good: Good) -> tuple[Fraction, ...]:
    """Every number at which a status changes: the target, and how far off it still counts as close.

    A value is written so that it stands on its own side of each: `wording.shown` takes them.
    """
    if target is None or good is Good.NEITHER:
        return ()
    if target.value is None:
        low = () if target.low is None else (target.low, target.low - target.tolerance)
        high = () if target.high is None else (target.high, target.high + target.tolerance)
        return (*low, *high)
    close = target.tolerance if good is Good.LOWER else -target.tolerance
    return (target.value, target.value + close)


def range_bounds(limits: Limits, indicator: Indicator) -> tuple[Fraction, Fraction]:
    """The expected range, held to what can happen: no share passes 100%, nothing is below nought."""
    highest = Fraction(100) if indicator.unit is Unit.PERCENT else limits.upper
    low, high = (max(min(bound, highest), Fraction(0)) for bound in (limits.lower, limits.upper))
    return low, high


def range_in_words(limits: Limits, indicator: Indicator) -> str:
    """ "62.1% to 78.4%"."""
    low, high = range_bounds(limits, indicator)
    return f"{wording.shown(low, indicator.unit)} to {wording.shown(high, indicator.unit)}"
