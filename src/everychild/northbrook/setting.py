"""What every part of the simulation shares: the seed, the size, the calendar, the people and the workers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

from everychild.calendar import Month
from everychild.northbrook.chance import stream
from everychild.northbrook.people import People
from everychild.northbrook.timeline import BUSYNESS, Timeline
from everychild.northbrook.workforce import Workforce

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

    def working_day_in(self, month: Month, rng: Random) -> date:
        return rng.choice(self.timeline.working_days_of(month))

    def recorded(self, day: date, rng: Random, most_working_days: int) -> date:
        """When the thing was written up: the same day, or a few working days later."""
        return self.timeline.later(day, rng.randint(0, most_working_days))
