"""How the lists of one record lie over one another: the order they were taken in, what later ones answer for, the gaps.

A list's number in the journal is the order it was loaded in, and an older extract may be loaded after a newer one: what
counts as newest is the day it was taken.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from everychild.store.supply import KeptList, joined

Span = tuple[date, date]


@dataclass(frozen=True)
class Place:
    """Where one list lies among the others."""

    taken_no: int
    """The greater the newer: by the day it was taken, and of two of one day the one loaded last."""

    answered_from: date | None
    answered_to: date | None
    """The longest run of days for which newer lists of its own feed answer. Days outside it may be theirs too."""

    gap_began: date | None
    """When the record begins again, where no newer list of its feed reaches back to this one."""


def places(kept: Sequence[KeptList]) -> list[Place]:
    """The place of each list, in the order given."""
    taken = {key: number for number, key in enumerate(sorted({_when_taken(item) for item in kept}), 1)}
    of_feed: dict[tuple[str, str, int], list[KeptList]] = defaultdict(list)
    for item in kept:
        if not item.proves_only:
            of_feed[item.record, item.feed, item.rank].append(item)
    return [_place(item, taken[_when_taken(item)], of_feed[item.record, item.feed, item.rank]) for item in kept]


def _when_taken(item: KeptList) -> tuple[date, int]:
    return item.extracted_on, item.extract_no


def _place(item: KeptList, taken_no: int, of_feed: Sequence[KeptList]) -> Place:
    newer = [other for other in of_feed if other.extracted_on > item.extracted_on]
    longest = max(joined((other.covers_from, other.covers_to) for other in newer), key=_length, default=None)
    answered_from, answered_to = longest or (None, None)
    beyond = [other.covers_from for other in newer if other.covers_from > item.extracted_on]
    return Place(taken_no, answered_from, answered_to, min(beyond, default=None))


def _length(span: Span) -> timedelta:
    return span[1] - span[0]
