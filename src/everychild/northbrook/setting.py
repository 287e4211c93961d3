"""What every part of the simulation shares: the seed, the size, the calendar, the people and the workers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from random import Random

from everychild.calendar import Month
from everychild.northbrook.chance import stream
from everychild.northbrook.people import People
from everychild.northbrook.timeline import BUSYNESS, Timeline
from everychild.northbrook.workforce import Workforce

LAST_MONTH_ROOM = 0.25
"""Outside the story nothing is out of line in its last month, by luck or otherwise."""

CHILDREN = 3000
"""The size the expected numbers are written for; others are scaled from it."""


@dataclass(frozen=True)
class Setting:
    seed: int
    scale: float
    timeline: Timeline
    people: People
    workforce: Workforce

    @classmethod
    def of(cls, seed: int, children: int, timeline: Timeline) -> Setting:
        scale = children / CHILDREN
        return cls(
            seed,
            scale,
            timeline,
            People(stream(seed, "people")),
            Workforce(stream(seed, "workforce"), scale),
        )

    def stream(self, subsystem: str) -> Random:
        return stream(self.seed, subsystem)

    def expected(self, monthly: float, month: Month) -> float:
        """The usual number for this month, given how many a month there are at full size."""
        return monthly * self.scale * BUSYNESS[month.number]

    def room_for_late(self, number: float) -> Callable[[Month], float]:
        """How many children lateness is shared among at a month end; at the last there is little room for it."""
        return lambda month: number * (LAST_MONTH_ROOM if self.timeline.to_go(month) == 0 else 1.0)

    def working_day_in(self, month: Month, rng: Random) -> date:
        return rng.choice(self.timeline.working_days_of(month))

    def recorded(self, day: date, rng: Random, most_working_days: int) -> date:
        """When the thing was written up: the same day, or a few working days later."""
        return self.timeline.later(day, rng.randint(0, most_working_days))
