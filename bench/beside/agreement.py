"""One contender’s figures held against Everychild’s, place by place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bench.beside.figures import NOTHING, Figures, Place, Whole


@dataclass(frozen=True)
class Agreement:
    agree: int
    differ: tuple[tuple[Place, Whole, Whole], ...]
    """The place, Everychild’s figure and the other’s."""
    told_though_not_supplied: int
    """Figures Everychild withholds because a month was not supplied, and the other tells."""


def held_against(expected: Mapping[Place, Whole | None], found: Figures) -> Agreement:
    """A place that one side does not tell is nothing out of nothing: a group with nobody in it."""
    agree, differ, told = 0, [], 0
    for place in sorted({*expected, *found}, key=repr):
        ours, theirs = expected.get(place, NOTHING), found.get(place, NOTHING)
        if ours is None:
            told += place in found
        elif ours == theirs:
            agree += 1
        else:
            differ.append((place, ours, theirs))
    return Agreement(agree, tuple(differ), told)
