"""A meeting’s days counted back: when papers must be out, what is cleared by when, and which month can be ready.

All in working days of the council’s own calendar. Five clear days are the law’s (Local Government Act 1972, section
100B, as amended by SI 2002/715); the other days are usual ones, for a council to change.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from everychild.calendar import Month, WorkingCalendar, clear_days_before


@dataclass(frozen=True)
class Step:
    """One thing that is done before papers go out, who does it, and how many working days before that day."""

    name: str
    who: str
    working_days_before: int


USUAL_STEPS = (
    Step("Figures closed and checked", "Performance analyst", 9),
    Step("Words written and sent for approval", "Service managers", 7),
    Step("Words approved and the month signed", "Director", 5),
    Step("Finance and legal clearance", "Finance and the monitoring officer", 3),
    Step("Lead member briefed", "Director", 2),
    Step("Final paper with Democratic Services", "Performance analyst", 1),
)
"""Source: local. Councils that publish their deadlines ask for final files about seven working days before a meeting,
which is one before papers must be out."""


@dataclass(frozen=True)
class Rules:
    """How this council counts. `figures_ready_after` is from a month’s last day to its figures being checked."""

    clear_days: int = 5
    figures_ready_after: int = 10
    steps: tuple[Step, ...] = USUAL_STEPS


@dataclass(frozen=True)
class Due:
    """A step and the last day for it."""

    step: Step
    on: date


@dataclass(frozen=True)
class Timetable:
    """Everything that hangs on a meeting’s day. Steps are in the order they fall due."""

    meeting: date
    papers_out_by: date
    due: tuple[Due, ...]
    latest_month: Month

    @property
    def age_in_days(self) -> int:
        """How old that month’s figures will be on the day."""
        return (self.meeting - self.latest_month.last_day).days


def timetable(meeting: date, calendar: WorkingCalendar, rules: Rules) -> Timetable:
    """Counted back from the meeting. The latest month is the last whose figures can be checked by the first step."""
    out = clear_days_before(meeting, rules.clear_days, calendar)
    due = tuple(Due(step, calendar.add_working_days(out, -step.working_days_before)) for step in in_order(rules.steps))
    first = due[0].on if due else out
    month = Month.of(first)
    while calendar.add_working_days(month.last_day, rules.figures_ready_after) > first:
        month -= 1
    return Timetable(meeting, out, due, month)


def in_order(steps: Sequence[Step]) -> list[Step]:
    """The earliest first; those of one day as they were written."""
    return sorted(steps, key=lambda step: -step.working_days_before)
