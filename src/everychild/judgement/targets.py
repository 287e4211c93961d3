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
        text = wording.rounded(number, 0 if number.denominator == 1 else 1)
        return text + ("%" if indicator.unit is Unit.PERCENT else "")

    if target.value is None:
        return " to ".join(written(bound) for bound in (target.low, target.high) if bound is not None)
    fewer = "less" if indicator.unit is Unit.PERCENT else "fewer"
    return f"{written(target.value)} or {fewer if indicator.good is Good.LOWER else 'more'}"


def whose_target(target: Target | None) -> str:
    """National or local: Members asked for the two to be told apart."""
    if target is None:
        return "No target"
    return "National target" if target.set_by is SetBy.NATIONAL else "Local target"


def range_in_words(limits: Limits, indicator: Indicator) -> str:
    """The expected range, held to what can happen: no share passes 100%, nothing is below nought."""
    highest = Fraction(100) if indicator.unit is Unit.PERCENT else limits.upper
    low, high = (max(min(bound, highest), Fraction(0)) for bound in (limits.lower, limits.upper))
    return f"{wording.shown(low, indicator.unit)} to {wording.shown(high, indicator.unit)}"
