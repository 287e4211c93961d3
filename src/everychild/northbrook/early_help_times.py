"""How long early help assessments took: drawn first, then steered until the story's means are exact.

A mean is exact when the sum of working days is the mean times the number, so sums are settled first and single days are
then moved until each month has its sum.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from everychild.northbrook import story
from everychild.northbrook.lives import Child

LEAST_DAYS = 4
MOST_DAYS = 118


@dataclass(eq=False, slots=True)
class Asked:
    """An assessment for one child, while the working days it took are still being decided."""

    child: Child
    completed_on: date
    days: int


Groups = Sequence[Sequence[Asked]]


def draw_days(rng: Random, to_go: int) -> int:
    """A long-tailed time around the month's mean; most are near it, a few wait very long."""
    mean = story.EARLY_HELP_MEANS_OF_MONTHS.get(to_go, 41.0 if to_go > 0 else story.early_help_mean_after(to_go))
    spread = story.early_help_spread(to_go)
    drawn = rng.gammavariate((mean / spread) ** 2, spread**2 / mean)
    return min(max(round(drawn), LEAST_DAYS), MOST_DAYS)


def steer(asked: Mapping[int, Groups], rng: Random) -> None:
    """Moves days until every month has its sum; months are named by how many are left to go."""
    for to_go, total in _sums(asked, rng).items():
        _reach(asked[to_go], total, rng)


def _sums(asked: Mapping[int, Groups], rng: Random) -> dict[int, int]:
    numbers = {to_go: sum(map(len, groups)) for to_go, groups in asked.items()}
    sums: dict[int, int] = {}
    for to_go, number in numbers.items():
        mean = story.EARLY_HELP_MEANS_OF_MONTHS.get(to_go)
        if mean is not None:
            sums[to_go] = mean * number
        elif to_go > 0:
            sums[to_go] = round(rng.uniform(*story.EARLY_HELP_USUAL) * number)
    _make_the_year_exact(sums, numbers, rng)
    return sums


def _make_the_year_exact(sums: dict[int, int], numbers: Mapping[int, int], rng: Random) -> None:
    year = [to_go for to_go in story.EARLY_HELP_YEAR if to_go in sums]
    free = [to_go for to_go in year if to_go not in story.EARLY_HELP_MEANS_OF_MONTHS]
    missing = story.EARLY_HELP_MEAN_OF_YEAR * sum(numbers[to_go] for to_go in year) - sum(sums[to_go] for to_go in year)
    while missing:
        step = 1 if missing > 0 else -1
        within = [
            to_go
            for to_go in free
            if story.EARLY_HELP_LEAST * numbers[to_go] <= sums[to_go] + step <= story.EARLY_HELP_MOST * numbers[to_go]
        ]
        sums[rng.choice(within or free)] += step
        missing -= step


def _reach(groups: Groups, total: int, rng: Random) -> None:
    """Moves families' days by one at a time; the last few by a single brother or sister asked for on another day."""
    missing = total - sum(asked.days for group in groups for asked in group)
    while missing:
        step = 1 if missing > 0 else -1
        group = rng.choice(groups)
        moved = group if len(group) <= abs(missing) else group[:1]
        if all(LEAST_DAYS <= asked.days + step <= MOST_DAYS for asked in moved):
            for asked in moved:
                asked.days += step
            missing -= step * len(moved)
