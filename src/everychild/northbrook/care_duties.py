"""What must be done at intervals for a child in care: reviews, health, teeth, the reviewing officer's visit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from everychild.calendar import add_months
from everychild.northbrook.care import IN_CARE
from everychild.northbrook.chance import Allowance
from everychild.northbrook.intervals import Interval, Rhythm
from everychild.northbrook.lives_in_care import Care
from everychild.northbrook.setting import Setting

HEALTH_UNDER_5 = Interval(182, (145, 178), (5, 60), 0.22)
HEALTH_FROM_5 = Interval(365, (315, 357), (10, 80), 0.30)
DENTAL = Interval(365, (300, 354), (10, 120), 0.6)
OFFICER = Interval(200, (55, 130), (1, 10), 0.0)


class CareDuties:
    """Fills in the dates, once it is known how long each child was in care."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._rng = setting.stream("care duties")
        self._health = self._rhythm(0.055)
        self._teeth = self._rhythm(0.085)
        self._officer = self._rhythm(0.0)

    def fill_in(self, periods: Sequence[Care]) -> None:
        for care in periods:
            until = min(care.ended_on or date.max, self._setting.timeline.until)
            care.reviews = self._reviews(care, until)
            care.health_assessments = self._health_assessments(care, until)
            care.dental_checks = self._dental_checks(care, until)
            first = self._setting.timeline.later(care.started_on, self._rng.randint(8, 19))
            care.officer_contacts = self._officer.days(first, until, lambda _: OFFICER)

    def _rhythm(self, share: float) -> Rhythm:
        in_care = IN_CARE * self._setting.scale
        return Rhythm(self._setting.timeline, self._rng, Allowance(share, self._setting.room_for_late(in_care)))

    def _reviews(self, care: Care, until: date) -> tuple[date, ...]:
        """Within 20 working days, then 3 months, then every 6 (Care Planning Regulations 2010, regulation 33)."""
        rng, timeline = self._rng, self._setting.timeline
        held: list[date] = []
        day = timeline.later(care.started_on, rng.randint(11, 19))
        while day <= until:
            held.append(day)
            due = add_months(day, 3 if len(held) == 1 else 6)
            day = timeline.working_day_by(due - timedelta(days=rng.randint(1, 13)))
        return tuple(held)

    def _health_assessments(self, care: Care, until: date) -> tuple[date, ...]:
        fifth = add_months(care.child.born_on, 54)
        first = self._setting.timeline.later(care.started_on, self._rng.randint(4, 14))
        return self._health.days(first, until, lambda day: HEALTH_UNDER_5 if day < fifth else HEALTH_FROM_5)

    def _dental_checks(self, care: Care, until: date) -> tuple[date, ...]:
        """The last check before care counts as well; babies have their first before they are one."""
        first_teeth = care.child.born_on + timedelta(days=self._rng.randint(240, 330))
        before = care.started_on - timedelta(days=self._rng.randint(20, 250))
        return self._teeth.days(max(first_teeth, before), until, lambda _: DENTAL)
