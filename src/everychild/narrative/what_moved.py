"""What moved a figure since last month, in a sentence or two; never why."""

from __future__ import annotations

from fractions import Fraction

from everychild import wording
from everychild.catalogue.indicator import Indicator, Unit
from everychild.judgement.contribution import OTHERS, Contribution
from everychild.judgement.judged import Judged

WORTH_TELLING = Fraction(1, 4)
"""A change in the mix is told where it is this much of the change, either way, or more."""


def what_moved(item: Judged, found: Contribution) -> str:
    """The change, the group with the largest part of it, and the part that is who there was and not what was done."""
    since = wording.month(item.figure.as_at - 1)
    if found.change == 0:
        return f"The same as in {since}."
    most = found.parts[0]
    whose = "all other groups together" if most.group == OTHERS else most.group
    told = [
        f"{_change(found.change, item.indicator)} since {since}: the largest part, "
        f"{_change(most.whole, item.indicator)}, is that of {whose}."
    ]
    if abs(found.of_mix) >= abs(found.change) * WORTH_TELLING:
        told.append(
            f"{_change(found.of_mix, item.indicator)} of the change is in who there was, and not in how each group did."
        )
    return " ".join(told)


def _change(value: Fraction, indicator: Indicator) -> str:
    unit = indicator.unit
    if unit is Unit.COUNT:
        return wording.change(value, "", 0).strip()
    return wording.change(value, "points" if unit is Unit.PERCENT else unit.value)
