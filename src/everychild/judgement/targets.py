"""Targets and expected ranges in words, so that nobody has to guess which way is good: "90% or more"."""

from __future__ import annotations

from fractions import Fraction

from everychild import wording
from everychild.catalogue.indicator import Good, Indicator, Unit
from everychild.council import SetBy, Target
from everychild.judgement.pattern import Limits


def target_in_words(target: Target, indicator: Indicator) -> str:
    """The target with its direction."""
    if target.low is not None and target.high is not None:
        return f"{number_in_words(target.low, indicator)} to {number_in_words(target.high, indicator)}"
    (bound,) = target.bounds
    is_most = indicator.good is Good.LOWER if target.value is not None else target.low is None
    fewer = "less" if indicator.unit is Unit.PERCENT else "fewer"
    return f"{number_in_words(bound, indicator)} or {fewer if is_most else 'more'}"


def floor_in_words(target: Target, indicator: Indicator) -> str:
    """What is never acceptable to fall short of, with its direction; nothing where none is set."""
    if target.floor is None:
        return ""
    side = "above" if indicator.good is Good.LOWER else "below"
    return f"never {side} {number_in_words(target.floor, indicator)}"


def number_in_words(number: Fraction, indicator: Indicator) -> str:
    """A number a person set, as they wrote it: 90%, 17.5."""
    return wording.exactly(number) + ("%" if indicator.unit is Unit.PERCENT else "")


def whose_target(target: Target | None) -> str:
    """National or local: Members asked for the two to be told apart."""
    if target is None:
        return "No target"
    return "National target" if target.set_by is SetBy.NATIONAL else "Local target"


def thresholds_of(target: Target | None, good: Good) -> tuple[Fraction, ...]:
    """Every number at which a status changes: the target, how far off it still counts as close, and its floor.

    A value is written so that it stands on its own side of each: `wording.shown` takes them.
    """
    if target is None or good is Good.NEITHER:
        return ()
    floor = () if target.floor is None else (target.floor,)
    if target.value is None:
        low = () if target.low is None else (target.low, target.low - target.tolerance)
        high = () if target.high is None else (target.high, target.high + target.tolerance)
        return (*low, *high, *floor)
    close = target.tolerance if good is Good.LOWER else -target.tolerance
    return (target.value, target.value + close, *floor)


def range_bounds(limits: Limits, indicator: Indicator) -> tuple[Fraction, Fraction]:
    """The expected range, held to what can happen: no share passes 100%, nothing is below nought."""
    highest = Fraction(100) if indicator.unit is Unit.PERCENT else limits.upper
    low, high = (max(min(bound, highest), Fraction(0)) for bound in (limits.lower, limits.upper))
    return low, high


def range_in_words(limits: Limits, indicator: Indicator) -> str:
    """ "62.1% to 78.4%"."""
    low, high = range_bounds(limits, indicator)
    return f"{wording.shown(low, indicator.unit)} to {wording.shown(high, indicator.unit)}"
