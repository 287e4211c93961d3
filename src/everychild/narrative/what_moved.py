"""What moved a figure since last month, in a sentence or two; never why."""

from __future__ import annotations

from fractions import Fraction

from everychild.judgement.contribution import OTHERS, Contribution
from everychild.judgement.judged import Judged
from everychild.narrative import quantities
from everychild.narrative.bound import Bound, BoundWord, Quantity, said, sentences

WORTH_TELLING = Fraction(1, 4)
"""A change in the mix is told where it is this much of the change, either way, or more."""


def what_moved(item: Judged, found: Contribution) -> Bound:
    """The change, the group with the largest part of it, and the part that is who there was and not what was done."""
    since = quantities.month(item.figure.as_at - 1)
    largest = quantities.source_of(item, Quantity.LARGEST_PART, detail=found.breakdown)
    if found.change == 0:
        return said("{same} {since}.", same=BoundWord("The same as in", largest, state_of_change(found)), since=since)
    most = found.parts[0]
    whose = (
        BoundWord("all other groups together", largest, state_of_change(found))
        if most.group == OTHERS
        else quantities.group_called(item, found.breakdown, most.group)
    )
    told = said(
        "{change} since {since}: {largest}, {part}, is that of {whose}.",
        change=quantities.change(item, found),
        since=since,
        largest=BoundWord("the largest part", largest, state_of_change(found)),
        part=quantities.part_of_change(item, found, most),
        whose=whose,
    )
    if not is_mix_told(found):
        return told
    mix = said(
        "{mix} of the change is in who there was, and not in how each group did.",
        mix=quantities.mix_of_change(item, found),
    )
    return sentences((told, mix))


def is_mix_told(found: Contribution) -> bool:
    return abs(found.of_mix) >= abs(found.change) * WORTH_TELLING


def state_of_change(found: Contribution) -> str:
    """What the words of the sentence depend on: whether it moved, and whose part is the largest."""
    return found.parts[0].group if found.change else "no change"
