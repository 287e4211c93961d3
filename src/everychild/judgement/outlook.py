"""Will the target be met? The expected range against the target: the question that red, amber and green never asked."""

from __future__ import annotations

from enum import StrEnum

from everychild.catalogue.indicator import Good
from everychild.council import Target
from everychild.judgement.better import worse_by
from everychild.judgement.charting import Charted
from everychild.judgement.pattern import RUN, Limits
from everychild.judgement.status import Status


class Outlook(StrEnum):
    """If nothing changes."""

    RELIABLY_MET = "reliably_met"
    HIT_OR_MISS = "hit_or_miss"
    WONT_BE_MET = "wont_be_met"

    @property
    def in_words(self) -> str:
        return {
            Outlook.RELIABLY_MET: "Reliably met",
            Outlook.HIT_OR_MISS: "Hit or miss",
            Outlook.WONT_BE_MET: "Won’t be met without change",
        }[self]


def settled(
    ahead: Outlook | None, status: Status, chart: Charted, good: Good, target: Target | None = None
) -> Outlook | None:
    """The outlook, or None where the figure has moved away from the range the outlook was read from.

    A figure that misses a target its range reliably meets, or has for seven months running stood on the good side of a
    range that cannot meet it, is no longer the process the range describes. A named person may then begin the range
    anew, with a reason; until somebody does, nothing is foretold. Where few are counted, the range of a usual month may
    meet a target that a month with fewer yet misses by chance: that is hit or miss.
    """
    values, limits, own = chart.values, chart.pattern.usual, chart.pattern.limits
    if ahead is Outlook.RELIABLY_MET and status in (Status.CLOSE, Status.OFF_TARGET):
        is_inside = own is not None and own != limits and bool(values) and own.lower <= values[-1] <= own.upper
        return Outlook.HIT_OR_MISS if is_inside else None
    if ahead is Outlook.WONT_BE_MET and limits is not None and len(values) >= RUN:
        worse = [worse_by(value, limits.centre, target, good) for value in values[-RUN:]]
        if all(by is not None and by < 0 for by in worse):
            return None
    return ahead


def outlook(limits: Limits | None, target: Target | None, good: Good) -> Outlook | None:
    """None where there is no target, no direction, or too few points for an expected range."""
    if limits is None or target is None or good is Good.NEITHER:
        return None
    lowest, highest = limits.lower, limits.upper
    if target.value is None:
        low, high = target.low, target.high
        if (low is None or lowest >= low) and (high is None or highest <= high):
            return Outlook.RELIABLY_MET
        if (low is not None and highest < low) or (high is not None and lowest > high):
            return Outlook.WONT_BE_MET
        return Outlook.HIT_OR_MISS
    if good is Good.LOWER:
        lowest, highest, wanted = -highest, -lowest, -target.value
    else:
        wanted = target.value
    if lowest >= wanted:
        return Outlook.RELIABLY_MET
    return Outlook.WONT_BE_MET if highest < wanted else Outlook.HIT_OR_MISS
