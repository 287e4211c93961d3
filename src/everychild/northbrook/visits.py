"""Every visit, as it is written up; and visits to children in need and in care, which keep to their rhythm."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from everychild.calendar import Month
from everychild.northbrook.allocations import worker_on
from everychild.northbrook.care import IN_CARE
from everychild.northbrook.chance import Allowance, weighted
from everychild.northbrook.intervals import Interval, Rhythm
from everychild.northbrook.lives import Case
from everychild.northbrook.lives_in_care import Care
from everychild.northbrook.setting import Setting
from everychild.northbrook.work_done import Visit

OPEN_IN_NEED = 330
IN_NEED = Interval(limit=28, usual=(17, 25), late_by=(1, 9), chance_late=0.10)
IN_CARE_VISITS = Interval(limit=42, usual=(26, 37), late_by=(1, 8), chance_late=0.10)

RECORDED_AFTER = {0: 30, 1: 30, 2: 20, 3: 13, 5: 4, 8: 3}
NO_ACCESS = 0.05
AT_SCHOOL = 0.03
OLD_ENOUGH_TO_BE_SEEN_ALONE = 4
DAYS_BEFORE_FIRST_SEEN = 130


class VisitBook:
    """Writes visits down: who was seen, where, by whom, and when it was recorded."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._rng = setting.stream("visits")
        self._begins = setting.timeline.first_seen - timedelta(days=DAYS_BEFORE_FIRST_SEEN)
        self._days: set[tuple[str, str, date]] = set()
        self.visits: list[Visit] = []

    @property
    def rng(self) -> Random:
        return self._rng

    def write(self, cases: Sequence[Case], kind: str, day: date) -> None:
        """One visit to brothers and sisters together; sometimes nobody was in the first time."""
        if not self._begins <= day <= self._setting.timeline.until:
            return
        nobody_in, at_school = self._rng.random() < NO_ACCESS, self._rng.random() < AT_SCHOOL
        recorded_on = self._recorded_on(kind, day)
        for case in cases:
            self._enter(case, kind, day, recorded_on, "placement" if kind == "care" else self._home(case, day))
            if nobody_in:
                tried_on = self._setting.timeline.later(day, -1)
                self._enter(case, kind, tried_on, recorded_on, "home", child_seen=False)
            elif at_school and case.child.age(day) >= 5:
                self._enter(case, kind, self._setting.timeline.later(day, 3), recorded_on, "school")

    def sort(self) -> None:
        self.visits.sort(key=lambda visit: (visit.visited_on, visit.visit_id))
        for visit in self.visits:
            visit.child.visits.append(visit)

    def _enter(
        self, case: Case, kind: str, day: date, recorded_on: date, place: str, *, child_seen: bool = True
    ) -> None:
        child = case.child
        key = (child.child_id, kind, day)
        if key in self._days or day > self._setting.timeline.until or day < case.opened_on:
            return
        self._days.add(key)
        unborn = child.born_on > day
        self.visits.append(
            Visit(
                child=child,
                visit_id=f"V{len(self.visits) + 1:08}",
                kind=kind,
                visited_on=day,
                recorded_on=max(recorded_on, day),
                child_seen=None if unborn else child_seen,
                seen_alone=self._seen_alone(child.age(day), child_seen=child_seen),
                place=place,
                worker=worker_on(case, day),
            )
        )

    def _seen_alone(self, age: int, *, child_seen: bool) -> str:
        if age < 0:
            return "unknown"
        if not child_seen:
            return "no"
        if age < OLD_ENOUGH_TO_BE_SEEN_ALONE:
            return "too_young"
        return weighted(self._rng, {"yes": 80, "no": 15, "refused": 4, "unknown": 1})

    def _home(self, case: Case, day: date) -> str:
        if case.child.care_on(day):
            return "placement"
        return "other" if self._rng.random() < 0.06 else "home"

    def _recorded_on(self, kind: str, day: date) -> date:
        """Child protection visits are chased at each month end, so that the month’s figures hold them."""
        timeline = self._setting.timeline
        recorded_on = timeline.later(day, weighted(self._rng, RECORDED_AFTER))
        if kind == "child_protection" and day <= timeline.last.last_day:
            return min(recorded_on, timeline.extracted_on(Month.of(day)))
        return recorded_on


class SteadyVisits:
    """Visits to children in need about every three weeks and to children in care about every five."""

    def __init__(self, setting: Setting, book: VisitBook) -> None:
        self._setting = setting
        self._book = book
        self._rng = book.rng
        self._begins = setting.timeline.first_seen - timedelta(days=DAYS_BEFORE_FIRST_SEEN)
        in_need, in_care = OPEN_IN_NEED * setting.scale, IN_CARE * setting.scale
        self._in_need = Rhythm(setting.timeline, self._rng, Allowance(0.045, setting.room_for_late(in_need)))
        self._in_care = Rhythm(setting.timeline, self._rng, Allowance(0.045, setting.room_for_late(in_care)))

    def to_children_in_need(self, cases: Sequence[Case]) -> None:
        families: dict[tuple[int, date], list[Case]] = {}
        for case in cases:
            if case.closed_on is None or case.closed_on > self._begins:
                families.setdefault((case.child.family.number, case.opened_on), []).append(case)
        for group in families.values():
            self._to_family(group)

    def to_children_in_care(self, periods: Sequence[Care]) -> None:
        for care in periods:
            ends = min(care.ended_on or date.max, self._setting.timeline.until)
            for position, placement in enumerate(care.placements):
                following = care.placements[position + 1 :]
                moves_on = min([ends, *(later.started_on for later in following)])
                first = self._first(placement.started_on, most_days_after=6)
                for day in self._in_care.days(first, moves_on, lambda _: IN_CARE_VISITS):
                    self._book.write([care.case], "care", day)

    def _to_family(self, group: Sequence[Case]) -> None:
        ends = max(case.closed_on or date.max for case in group)
        first = self._first(group[0].opened_on, most_days_after=8)
        until = min(ends, self._setting.timeline.until)
        for day in self._in_need.days(first, until, lambda _: IN_NEED, len(group)):
            in_need = [case for case in group if _in_need_only(case, day)]
            if in_need:
                self._book.write(in_need, "child_in_need", day)

    def _first(self, starts: date, most_days_after: int) -> date:
        after = timedelta(days=self._rng.randint(1, most_days_after))
        if starts < self._begins:
            return self._setting.timeline.working_day_by(self._begins + after * 3)
        return max(starts, self._setting.timeline.working_day_by(starts + after))


def _in_need_only(case: Case, day: date) -> bool:
    return case.is_open(day) and not case.child.plan_on(day) and not case.child.care_on(day)
