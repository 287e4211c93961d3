"""Better and worse: of two values of one indicator, by which way is good; about a range, by how far each is from it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from everychild.catalogue.indicator import Good
from everychild.council import Target
from everychild.judgement.pattern import RUN, Limits, Moving, Rule, Side, Signal
from everychild.judgement.status import shortfall


def worse_by(value: Fraction, other: Fraction, target: Target | None, good: Good) -> Fraction | None:
    """How much worse the one is than the other, in the figure's own unit; less than nought where it is better.

    None where neither is better: no direction, or a range that nobody has set.
    """
    match good:
        case Good.HIGHER:
            return other - value
        case Good.LOWER:
            return value - other
        case Good.RANGE if target is not None:
            return distance(value, target) - distance(other, target)
        case _:
            return None


def distance(value: Fraction, target: Target) -> Fraction:
    """How far a value is from a range, on either side; nought anywhere inside it."""
    return max(Fraction(0), beyond(value, target))


def beyond(value: Fraction, target: Target) -> Fraction:
    """How far a value is beyond the nearer end of a range; inside it less than nought, by how far it has to go."""
    if target.value is not None:
        return shortfall(value, target, Good.RANGE)
    below = () if target.low is None else (target.low - value,)
    above = () if target.high is None else (value - target.high,)
    return max((*below, *above), default=Fraction(0))


def moving_about(signal: Signal, values: Sequence[Fraction], limits: Limits, target: Target | None) -> Moving:
    """What a signal at the last value means where the best is within a range.

    Away from the range, or inside it towards its nearer end, is getting worse, and the other way getting better, as
    falling towards a target is where more is better: for seven moving the same way, since the first of them; otherwise
    since what is usual. Where it is as far as it was, on the other side, and where no range is set, it is higher or
    lower than usual and nothing more.
    """
    before = values[-RUN] if signal.rule is Rule.TREND else limits.centre
    if target is not None and (moved := beyond(values[-1], target) - beyond(before, target)):
        return Moving.GETTING_WORSE if moved > 0 else Moving.GETTING_BETTER
    return Moving.HIGHER if signal.side is Side.UP else Moving.LOWER
