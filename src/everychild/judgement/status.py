"""Is it on target? Always in words; computed on the exact value, never on what is shown."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from everychild.catalogue.indicator import Good
from everychild.council import Target


class Status(StrEnum):
    """How a figure stands against its target."""

    ON_TARGET = "on_target"
    CLOSE = "close_to_target"
    OFF_TARGET = "off_target"
    FOR_INFORMATION = "for_information"
    NOT_JUDGED = "not_judged"

    @property
    def in_words(self) -> str:
        return {
            Status.ON_TARGET: "On target",
            Status.CLOSE: "Close to target",
            Status.OFF_TARGET: "Off target",
            Status.FOR_INFORMATION: "For information",
            Status.NOT_JUDGED: "Not judged",
        }[self]


def rate(value: Fraction | None, target: Target | None, good: Good) -> Status:
    """On target, close (inside the tolerance), off, or not a thing to be rated. Below its floor nothing is close."""
    if good is Good.NEITHER or target is None:
        return Status.FOR_INFORMATION
    if value is None:
        return Status.NOT_JUDGED
    short = shortfall(value, target, good)
    if short <= 0:
        return Status.ON_TARGET
    if is_below_floor(value, target, good):
        return Status.OFF_TARGET
    return Status.CLOSE if short <= target.tolerance else Status.OFF_TARGET


def is_below_floor(value: Fraction, target: Target | None, good: Good) -> bool:
    """Whether it falls short of what is never acceptable to fall short of; where less is better, whether it is over."""
    if target is None or target.floor is None:
        return False
    return value > target.floor if good is Good.LOWER else value < target.floor


def shortfall(value: Fraction, target: Target, good: Good) -> Fraction:
    """How far the value is on the wrong side of its target; nought or less when it is met."""
    if target.value is None:
        below = target.low - value if target.low is not None else Fraction(0)
        above = value - target.high if target.high is not None else Fraction(0)
        return max(below, above)
    return value - target.value if good is Good.LOWER else target.value - value
