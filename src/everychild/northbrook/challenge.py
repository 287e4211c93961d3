"""Escalations by reviewing officers and conference chairs, and the advocates children are offered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from everychild.calendar import Month
from everychild.northbrook.allocations import worker_on
from everychild.northbrook.chance import Volumes
from everychild.northbrook.lives import Case, Child, Enquiry, Plan
from everychild.northbrook.lives_in_care import Care
from everychild.northbrook.setting import Setting
from everychild.northbrook.workforce import Worker

ESCALATIONS = 4.5
BY_CHAIRS = 0.4
OFFERED = 0.93
WANTED = 0.4
OLD_ENOUGH = 4


@dataclass(frozen=True, slots=True)
class Escalation:
    child: Child
    raised_on: date
    raised_by: str
    worker: Worker


@dataclass(frozen=True, slots=True)
class AdvocacyOffer:
    child: Child
    offered_on: date
    occasion: str
    taken_up: bool
    worker: Worker


class ChallengeAndAdvocacy:
    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._rng = setting.stream("challenge and advocacy")

    def escalated(self, plans: Sequence[Plan], periods: Sequence[Care]) -> tuple[Escalation, ...]:
        volumes, timeline = Volumes(self._rng), self._setting.timeline
        found: list[Escalation] = []
        for month in timeline.lived:
            if month < Month.of(timeline.first_seen) or month.first_day > timeline.until:
                continue
            day = month.first_day
            on_plan = [plan.child for plan in plans if plan.started_on <= day < plan.ended_on]
            in_care = [care.child for care in periods if care.started_on <= day < (care.ended_on or date.max)]
            for _ in range(volumes.draw(self._setting.expected(ESCALATIONS, month))):
                by_chair = self._rng.random() < BY_CHAIRS
                able = on_plan if by_chair else in_care
                if able:
                    child, raised_on = self._rng.choice(able), self._setting.working_day_in(month, self._rng)
                    raised_by = "conference_chair" if by_chair else "reviewing_officer"
                    found.append(Escalation(child, raised_on, raised_by, worker_on(_case_on(child, day), raised_on)))
        return tuple(sorted(found, key=lambda one: (one.raised_on, one.child.child_id, one.raised_by)))

    def offered(self, enquiries: Sequence[Enquiry], periods: Sequence[Care]) -> tuple[AdvocacyOffer, ...]:
        timeline, found = self._setting.timeline, []
        for enquiry in sorted(enquiries, key=lambda one: (one.started_on, one.child.child_id)):
            if enquiry.conference_on and self._is_offered(enquiry.child, enquiry.conference_on):
                offered_on = timeline.later(enquiry.conference_on, -self._rng.randint(2, 7))
                found.append(self._offer(enquiry.child, offered_on, "ICPC", enquiry.worker))
        for care in sorted(periods, key=lambda one: (one.started_on, one.child.child_id)):
            if self._is_offered(care.child, care.started_on):
                offered_on = timeline.later(care.started_on, self._rng.randint(1, 14))
                found.append(self._offer(care.child, offered_on, "care entry", worker_on(care.case, offered_on)))
        return tuple(sorted(found, key=lambda one: (one.offered_on, one.child.child_id)))

    def _is_offered(self, child: Child, day: date) -> bool:
        return child.age(day) >= OLD_ENOUGH and self._rng.random() < OFFERED

    def _offer(self, child: Child, day: date, occasion: str, worker: Worker) -> AdvocacyOffer:
        return AdvocacyOffer(child, day, occasion, self._rng.random() < WANTED, worker)


def _case_on(child: Child, day: date) -> Case:
    return next(case for case in reversed(child.cases) if case.opened_on <= day)
