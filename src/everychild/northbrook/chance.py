"""Chance that can be repeated: one stream of random numbers per subsystem, and shares kept in whole children."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from math import floor
from random import Random

from everychild.calendar import Month


def stream(seed: int, subsystem: str) -> Random:
    """The subsystem's own numbers: drawing more of them in one place changes nothing in another."""
    return Random(f"{seed}/{subsystem}")  # noqa: S311  # invented lives, no secret


def weighted[T](rng: Random, weights: Mapping[T, float]) -> T:
    return rng.choices(list(weights), list(weights.values()))[0]


class Evenly:
    """Says yes to a share of what it is asked, spread as evenly as whole numbers allow."""

    def __init__(self, rng: Random) -> None:
        self._carried = rng.random()

    def happens(self, share: float) -> bool:
        return self.of(1, share) == 1

    def of(self, number: int, share: float) -> int:
        """That share of so many, as a whole number; what is rounded off is carried to the next call."""
        self._carried += number * share
        whole = floor(self._carried + 1e-9)
        self._carried -= whole
        return min(whole, number)

    def takes(self, number: int, share: float) -> bool:
        """All of them or none, so that over time that share of the children is taken."""
        self._carried += number * share
        taken = self._carried >= number / 2
        self._carried -= number * taken
        return taken


class Volumes:
    """How many of a thing a month brings: close to the expected number, never far from it."""

    def __init__(self, rng: Random, swing: float = 0.07) -> None:
        self._rng = rng
        self._swing = swing
        self._carried = rng.random()

    def draw(self, expected: float) -> int:
        self._carried += expected * self._rng.uniform(1 - self._swing, 1 + self._swing)
        whole = floor(self._carried)
        self._carried -= whole
        return whole


class Allowance:
    """How many late ones a month may hold, so that a small month keeps its floor just as a large one does."""

    def __init__(self, share: float, expected: Callable[[Month], float]) -> None:
        self._share = share
        self._expected = expected
        self._taken: Counter[Month] = Counter()

    def take(self, months: Sequence[Month], number: int = 1) -> bool:
        """Takes so many late ones in each of the months, or none in any."""
        if any(self._taken[month] + number > self._share * self._expected(month) for month in months):
            return False
        for month in months:
            self._taken[month] += number
        return True


def fitting[T](groups: Sequence[T], size: Callable[[T], int], wanted: int) -> list[T]:
    """Groups taken in order while they fit, so that their sizes come to `wanted` or a little under."""
    taken: list[T] = []
    for group in groups:
        if size(group) <= wanted:
            taken.append(group)
            wanted -= size(group)
        if not wanted:
            break
    return taken
