"""Who holds each case, from the day it opens to the day it closes, with no day between."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

from everychild.northbrook.lives import Allocation, Case
from everychild.northbrook.setting import Setting
from everychild.northbrook.workforce import (
    ASSESSMENT,
    CHILDREN_IN_CARE,
    DISABLED_CHILDREN,
    Worker,
    safeguarding_team,
)

DAYS_WITH_ONE_WORKER = 900
DAYS_TO_CARE_TEAM = 33


class CaseHolders:
    """Brothers and sisters share a worker while they share a team."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._rng = setting.stream("allocations")
        self._workers: dict[tuple[int, str, date], list[tuple[date, Worker]]] = {}

    def allocate(self, cases: Iterable[Case]) -> None:
        for case in cases:
            case.allocations = self._allocations(case)

    def _allocations(self, case: Case) -> list[Allocation]:
        held: list[tuple[date, Worker]] = []
        for (since, team), (until, _) in pairwise([*self._stages(case), (date.max, "")]):
            held += [
                (max(since, starts), worker)
                for starts, worker in self._workers_for(case, team, since)
                if starts < until
            ]
        ends = case.closed_on or date.max
        return [
            Allocation(case.child, worker, "case_worker", starts, None if changes >= date.max else changes)
            for (starts, worker), changes in (
                (holding, min(following[0], ends)) for holding, following in pairwise([*held, (date.max, held[-1][1])])
            )
            if starts < ends
        ]

    def _stages(self, case: Case) -> list[tuple[date, str]]:
        """The teams the case passes through, each with its first day."""
        child, by = case.child, self._setting.timeline.working_day_by
        settled = DISABLED_CHILDREN if child.disabled else safeguarding_team(child.family.area)
        stages = [(case.opened_on, ASSESSMENT)]
        if case.assessment.support_required:
            after_conference = [
                plan.started_on + timedelta(days=3) for plan in child.plans if plan.started_on >= case.opened_on
            ]
            stages.append((by(min([case.assessment.authorised_on, *after_conference])), settled))
        for care in child.care:
            joins_care_team = by(care.started_on + timedelta(days=DAYS_TO_CARE_TEAM))
            if care.case is case and (care.ended_on is None or care.ended_on > joins_care_team):
                stages = [stage for stage in stages if stage[0] < joins_care_team]
                stages.append((joins_care_team, CHILDREN_IN_CARE))
                if care.ended_on is not None:
                    stages.append((care.ended_on, settled))
        return stages

    def _workers_for(self, case: Case, team: str, since: date) -> list[tuple[date, Worker]]:
        """The team's workers for this family from that day, each until the next takes over."""
        key = (case.child.family.number, team, since)
        if key not in self._workers:
            spells = [(since, self._setting.workforce.next_in(team))]
            day = since
            while day <= self._setting.timeline.until:
                day += timedelta(days=30 + round(self._rng.expovariate(1 / DAYS_WITH_ONE_WORKER)))
                day = self._setting.timeline.working_day_by(day)
                spells.append((day, self._setting.workforce.next_in(team)))
            self._workers[key] = spells
        return self._workers[key]


def worker_on(case: Case, day: date) -> Worker:
    """Who held the case that day; after it closed, who held it last."""
    holding = case.allocations[0]
    for allocation in case.allocations:
        if allocation.started_on <= day:
            holding = allocation
    return holding.worker
