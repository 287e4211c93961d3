"""Things done at intervals: mostly in time, and late for only so many children at any month end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from everychild.calendar import Month
from everychild.northbrook.chance import Allowance
from everychild.northbrook.timeline import Timeline


@dataclass(frozen=True)
class Interval:
    """How long may pass, how long usually passes, how much longer when late, and how often that is."""

    limit: int
    usual: tuple[int, int]
    late_by: tuple[int, int]
    chance_late: float


class Rhythm:
    """Draws the days on which one kind of thing is done for child after child."""

    def __init__(self, timeline: Timeline, rng: Random, allowance: Allowance) -> None:
        self._timeline = timeline
        self._rng = rng
        self._allowance = allowance

    def days(
        self, first: date, until: date, interval_at: Callable[[date], Interval], children: int = 1
    ) -> tuple[date, ...]:
        """Every day on which it is done from the first until the last, the first included."""
        found: list[date] = []
        day = first
        while day <= until:
            found.append(day)
            day = self._after(day, interval_at(day), until, children)
        return tuple(found)

    def _after(self, day: date, interval: Interval, until: date, children: int) -> date:
        if self._rng.random() < interval.chance_late:
            late = self._working_day(day, interval.limit + self._rng.randint(*interval.late_by))
            if self._allowance.take(_overdue_at(day + timedelta(days=interval.limit), min(late, until)), children):
                return late
        return self._working_day(day, self._rng.randint(*interval.usual))

    def _working_day(self, day: date, days: int) -> date:
        return max(self._timeline.working_day_by(day + timedelta(days=days)), day + timedelta(days=1))


def _overdue_at(due: date, done: date) -> tuple[Month, ...]:
    """The months at whose end it is overdue: after the day it was due, and not yet done."""
    months: list[Month] = []
    month = Month.of(due)
    while month.last_day < done:
        if month.last_day > due:
            months.append(month)
        month += 1
    return tuple(months)
