"""Case supervision: held steadily, written up later and later as the story goes on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from everychild.calendar import Month
from everychild.northbrook import story
from everychild.northbrook.chance import Evenly, weighted
from everychild.northbrook.lives import Allocation
from everychild.northbrook.setting import Setting
from everychild.northbrook.work_done import Supervision

RECORDED_AFTER = {0: 16, 1: 28, 2: 24, 3: 18, 4: 14}
"""Working days from supervision to record, in ordinary times."""

RECORDED_LATE_AFTER = (10, 25)
BETWEEN = (24, 28)
MISSED_ONCE = (35, 50)
CHRISTMAS_BEGINS = 18
"""Supervision due after this day of December is held before it."""

SHARE_MISSED = 0.11


class CaseSupervision:
    """Every open allocated case about every four weeks; brothers and sisters in one conversation."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._rng = setting.stream("supervision")
        self._late: dict[Month, Evenly] = {}
        self._missed = Evenly(self._rng)
        self._begins = setting.timeline.first_seen - timedelta(days=45)
        self._number = 0

    def held(self, allocations: Iterable[Allocation]) -> list[Supervision]:
        groups: dict[tuple[int, str], list[Allocation]] = {}
        for allocation in allocations:
            if allocation.ended_on is None or allocation.ended_on > self._begins:
                groups.setdefault((allocation.child.family.number, allocation.role), []).append(allocation)
        supervisions: list[Supervision] = []
        for group in groups.values():
            self._supervise(group, supervisions)
        return supervisions

    def _supervise(self, group: Sequence[Allocation], supervisions: list[Supervision]) -> None:
        for starts, ends in _stretches(group):
            day = self._first(starts)
            while day <= min(ends, self._setting.timeline.until):
                supervised = [allocation for allocation in group if _holds(allocation, day)]
                self._hold(supervised, day, supervisions)
                day = self._next(day, max(1, len(supervised)))

    def _first(self, starts: date) -> date:
        """At allocation, or part of the way through a cycle for a case older than our records."""
        if starts > self._begins:
            return self._setting.timeline.later(starts, self._rng.randint(0, 3))
        return self._setting.timeline.working_day_by(self._begins + timedelta(days=self._rng.randint(0, 27)))

    def _next(self, day: date, children: int) -> date:
        between = MISSED_ONCE if self._missed.takes(children, SHARE_MISSED) else BETWEEN
        following = day + timedelta(days=self._rng.randint(*between))
        if following.month == 12 and following.day > CHRISTMAS_BEGINS:
            following = following.replace(day=CHRISTMAS_BEGINS - self._rng.randint(0, 6))
        return self._setting.timeline.working_day_by(max(following, day + timedelta(days=5)))

    def _hold(self, supervised: Sequence[Allocation], day: date, supervisions: list[Supervision]) -> None:
        if not supervised:
            return
        recorded_on = self._recorded_on(day, len(supervised))
        manager = self._setting.workforce.next_manager(supervised[0].worker.team)
        for allocation in supervised:
            self._number += 1
            supervisions.append(
                Supervision(allocation.child, f"SV{self._number:07}", day, recorded_on, manager, allocation.worker)
            )

    def _recorded_on(self, day: date, children: int) -> date:
        month = Month.of(day)
        late = self._late.setdefault(month, Evenly(self._rng))
        share = story.supervisions_recorded_late(self._setting.timeline.to_go(month))
        if share and late.takes(children, share):
            after = self._rng.randint(*RECORDED_LATE_AFTER)
        else:
            after = weighted(self._rng, RECORDED_AFTER)
        return self._setting.timeline.later(day, after)


def _stretches(group: Sequence[Allocation]) -> list[tuple[date, date]]:
    """The unbroken stretches in which at least one of the group is allocated."""
    stretches: list[tuple[date, date]] = []
    for allocation in sorted(group, key=lambda allocation: allocation.started_on):
        ends = allocation.ended_on or date.max
        if stretches and allocation.started_on <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], max(stretches[-1][1], ends))
        else:
            stretches.append((allocation.started_on, ends))
    return stretches


def _holds(allocation: Allocation, day: date) -> bool:
    return allocation.started_on <= day and (allocation.ended_on is None or allocation.ended_on > day)
