"""Households that foster for Northbrook: who asks, who is approved, who stops; and the relatives who step in.

The number of households is held near its usual level: some stop when there are more.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import cycle
from math import ceil

from everychild.calendar import Month
from everychild.northbrook.chance import Allowance, Evenly, Volumes, weighted
from everychild.northbrook.homes import Enquirer, Household
from everychild.northbrook.intervals import Interval, Rhythm
from everychild.northbrook.setting import Setting
from everychild.northbrook.workforce import Worker

HOUSEHOLDS = 46
GROWTH_A_MONTH = 0.05
SWING = 1.4
ENQUIRIES = 7.0
APPROVED_IN_TIME = 0.065
APPROVED_LATER = 0.015
APPLIED = 0.22
TEMPORARY = 0.45
STAY_ON = 0.55
EXTENDED = 0.15
FILLED = 0.88
KINDS = {"mainstream": 68, "connected": 24, "short_breaks": 8}
PLACES = {1: 35, 2: 45, 3: 20}
REVIEW = Interval(365, (322, 356), (5, 45), 0.12)
UNANNOUNCED = Interval(365, (230, 345), (1, 2), 0.0)
OVERDUE_REVIEWS = 0.045
SUPERVISORS = tuple(Worker(f"Supervising worker {n}", f"NB{9100 + n}", "Fostering") for n in range(1, 5))


class Fostering:
    """`households` by their approvals, `enquirers` by the day they asked, `filled` by month and approval."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._rng = setting.stream("fostering")
        self._usual = HOUSEHOLDS * setting.scale
        self._asking, self._stepping_in = Volumes(self._rng), Volumes(self._rng)
        self._in_time, self._later = Evenly(self._rng), Evenly(self._rng)
        self._reviews = Rhythm(
            setting.timeline, self._rng, Allowance(OVERDUE_REVIEWS, setting.room_for_late(self._usual))
        )
        self._visits = Rhythm(setting.timeline, self._rng, Allowance(0.0, lambda _: 0.0))
        self._supervisors = cycle(SUPERVISORS)
        self._household_no, self._enquiry_no = 600, 3_000
        self.households: list[Household] = []
        self.enquirers: list[Enquirer] = []
        self.filled: dict[Month, dict[Household, int]] = {}

    def live(self) -> None:
        self._begin()
        for month in self._setting.timeline.lived:
            self._ask(month)
            self._relatives_step_in(month)
        for month in self._setting.timeline.lived:
            self._stop(month)
        for household in self.households:
            self._look_after(household)
        for month in self._setting.timeline.months:
            self.filled[month] = self._fill(self._setting.timeline.extracted_on(month))
        self.households.sort(key=lambda one: (one.approved_on, one.household_id))
        self.enquirers.sort(key=lambda one: (one.enquired_on, one.enquiry_id))

    def _begin(self) -> None:
        begins = self._setting.timeline.lived[0].first_day
        for _ in range(round(self._usual)):
            approved_on = self._setting.timeline.working_day_by(begins - timedelta(days=self._rng.randint(60, 3000)))
            self._approve(approved_on, weighted(self._rng, KINDS))

    def _approve(self, on: date, kind: str, household_id: str = "") -> Household:
        if not household_id:
            self._household_no += self._rng.randint(1, 4)
            household_id = f"FH{self._household_no:05}"
        places = 1 if kind == "short_breaks" else weighted(self._rng, PLACES)
        recorded_on = self._setting.recorded(on, self._rng, 3)
        household = Household(household_id, kind, on, recorded_on, places, next(self._supervisors))
        self.households.append(household)
        return household

    def _ask(self, month: Month) -> None:
        """Most ask and no more; a few apply, and fewer are approved, half a year or more after they asked."""
        rng, timeline = self._rng, self._setting.timeline
        for _ in range(self._asking.draw(self._setting.expected(ENQUIRIES, month))):
            self._enquiry_no += 1
            asked = self._setting.working_day_in(month, rng)
            applied = approved = withdrew = None
            if self._in_time.happens(APPROVED_IN_TIME):
                approved = timeline.working_day_by(asked + timedelta(days=rng.randint(160, 262)))
            elif self._later.happens(APPROVED_LATER):
                approved = timeline.working_day_by(asked + timedelta(days=rng.randint(285, 340)))
            else:
                withdrew = timeline.later(asked, rng.randint(3, 60))
            if approved or rng.random() < APPLIED:
                applied = timeline.later(asked, rng.randint(15, 40))
                withdrew = timeline.later(applied, rng.randint(5, 50)) if withdrew else None
            self.enquirers.append(Enquirer(f"FE{self._enquiry_no:05}", asked, applied, approved, withdrew))
            if approved and Month.of(approved) <= timeline.lived[-1]:
                self._approve(approved, "mainstream" if rng.random() < 0.9 else "short_breaks")

    def _relatives_step_in(self, month: Month) -> None:
        """Approved for the time being, and in full when they have been assessed, within 16 weeks or the extension."""
        rng, timeline = self._rng, self._setting.timeline
        for _ in range(self._stepping_in.draw(self._setting.expected(TEMPORARY, month))):
            household = self._approve(self._setting.working_day_in(month, rng), "temporary")
            days = rng.randint(56, 106)
            if rng.random() < EXTENDED:
                days = rng.randint(114, 160)
                household.extended_on = timeline.working_day_by(household.approved_on + timedelta(days=100))
            household.ended_on = timeline.working_day_by(household.approved_on + timedelta(days=days))
            if rng.random() < STAY_ON and Month.of(household.ended_on) <= timeline.lived[-1]:
                self._approve(household.ended_on, "connected", household.household_id)

    def _stop(self, month: Month) -> None:
        grown = GROWTH_A_MONTH * self._setting.scale * (month.index - self._setting.timeline.lived[0].index)
        last = month.last_day
        in_full = [one for one in self.households if one.kind != "temporary" and one.lasts(last)]
        settled = [one for one in in_full if one.approved_on < month.first_day - timedelta(days=400)]
        swing = self._rng.uniform(-SWING, SWING) * self._setting.scale
        too_many = len(in_full) - round(self._usual + grown + swing)
        for household in self._rng.sample(settled, max(0, min(too_many, len(settled)))):
            household.ended_on = self._setting.working_day_in(month, self._rng)

    def _look_after(self, household: Household) -> None:
        """Reviews and unannounced visits, from a year before any delivery."""
        rng, timeline = self._rng, self._setting.timeline
        since = timeline.first_seen - timedelta(days=400)
        until = min(household.ended_on or date.max, timeline.until)
        first_review = max(
            household.approved_on + timedelta(days=rng.randint(290, 345)), since + timedelta(days=rng.randint(0, 330))
        )
        first_visit = max(
            household.approved_on + timedelta(days=rng.randint(60, 300)), since + timedelta(days=rng.randint(0, 330))
        )
        household.reviews = self._reviews.days(timeline.working_day_by(first_review), until, lambda _: REVIEW)
        household.unannounced = self._visits.days(timeline.working_day_by(first_visit), until, lambda _: UNANNOUNCED)

    def _fill(self, on: date) -> dict[Household, int]:
        """Most places are filled; those approved for a child they know have that child."""
        now = [one for one in self.households if one.lasts(on)]
        filled = {one: one.places if one.kind == "temporary" else 0 for one in now}
        free = [one for one in now if one.kind != "temporary" for _ in range(one.places)]
        for household in self._rng.sample(free, ceil(FILLED * len(free))):
            filled[household] += 1
        return filled
