"""Visits to children on a plan, placed so that each month end finds the shares the story tells.

At a month end every family on a plan was last visited so many working days ago. Those ages are chosen first, by
shares of children; then the visits between are filled in at the pace such families are seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from everychild.calendar import Month
from everychild.northbrook import story
from everychild.northbrook.lives import Case, Child, Plan
from everychild.northbrook.setting import Setting
from everychild.northbrook.visits import VisitBook

NEW_TO_PLAN = 10
PACE = 10.5
"""Working days between visits, where nothing else decides them."""


@dataclass(eq=False, slots=True)
class _OnPlan:
    """Brothers and sisters on a plan since the same day. Days are working-day numbers of the calendar."""

    members: list[tuple[Plan, Case]]
    starts: int
    visits: list[int] = field(default_factory=list)

    @property
    def last_visit(self) -> int:
        return self.visits[-1] if self.visits else self.starts

    def children_on(self, day: date) -> int:
        return sum(plan.ended_on > day for plan, _ in self.members)


@dataclass(frozen=True)
class _MonthEnd:
    day: date
    before: int
    number: int

    @property
    def working_days(self) -> int:
        return self.number - self.before


class ProtectionVisits:
    def __init__(self, setting: Setting, book: VisitBook) -> None:
        self._setting = setting
        self._book = book
        self._rng = setting.stream("protection visits")
        self._calendar = setting.timeline.calendar

    def make(self, plans: Sequence[Plan]) -> None:
        groups = self._groups(plans)
        for month in self._setting.timeline.lived:
            starting = [group for group in groups if group.members[0][0].started_on <= month.last_day]
            self._live(month, [group for group in starting if group.children_on(month.first_day)])
        for group in groups:
            for number in group.visits:
                self._write(group, number)

    def _groups(self, plans: Sequence[Plan]) -> list[_OnPlan]:
        groups: dict[tuple[int, date], _OnPlan] = {}
        for plan in plans:
            key = (plan.child.family.number, plan.started_on)
            group = groups.setdefault(key, _OnPlan([], self._calendar.ordinal(plan.started_on)))
            group.members.append((plan, _case_of(plan.child, plan)))
        return list(groups.values())

    def _live(self, month: Month, groups: Sequence[_OnPlan]) -> None:
        end = _MonthEnd(
            month.last_day,
            self._calendar.ordinal((month - 1).last_day),
            self._calendar.ordinal(month.last_day),
        )
        staying = [group for group in groups if group.children_on(end.day)]
        settled = [group for group in staying if end.number - group.starts > NEW_TO_PLAN]
        self._rng.shuffle(settled)
        ages = self._ages(month, end, settled)
        for group in groups:
            if group in ages:
                self._fill(group, end, end.number - ages[group])
            elif group in staying:
                self._fill(group, end, None)
            else:
                self._fill(group, end, self._last_day_of(group))

    def _ages(self, month: Month, end: _MonthEnd, groups: Sequence[_OnPlan]) -> dict[_OnPlan, int]:
        """How many working days ago each family was last visited when the month ends."""
        to_go = self._setting.timeline.to_go(month)
        children = sum(group.children_on(end.day) for group in groups)
        within_10 = round(story.seen_within_10_days(month.number) * children)
        within_15 = round(story.seen_within_15_days(to_go) * children)
        over_20 = round(story.not_seen_for_20_days(to_go) * children)
        bands = (
            (21, 24, over_20),
            (16, 20, children - within_15 - over_20),
            (11, 15, within_15 - within_10),
        )
        ages: dict[_OnPlan, int] = {}
        for least, most, wanted in bands:
            self._choose(groups, end, ages, range(least, most + 1), wanted)
        for group in groups:
            if group not in ages:
                ages[group] = self._rng.choice(_possible(group, end, range(NEW_TO_PLAN + 1)) or [0])
        return ages

    def _choose(
        self, groups: Sequence[_OnPlan], end: _MonthEnd, ages: dict[_OnPlan, int], band: range, wanted: int
    ) -> None:
        """Puts families into the band while the children in it are fewer than wanted."""
        for group in groups:
            children = group.children_on(end.day)
            if group in ages or children > wanted:
                continue
            possible = _possible(group, end, band)
            if possible:
                ages[group] = self._rng.choice(possible)
                wanted -= children

    def _last_day_of(self, group: _OnPlan) -> int:
        """The last visit before the plan ends: some days earlier, as at any other time."""
        ends = self._calendar.ordinal(max(plan.ended_on for plan, _ in group.members))
        return ends - self._rng.randint(0, 8)

    def _fill(self, group: _OnPlan, end: _MonthEnd, last: int | None) -> None:
        """Adds the month's visits up to the last one; a family new to the plan is seen in its first days."""
        since = group.last_visit
        if last is None:
            last = min(group.starts + self._rng.randint(2, 8), end.number) if not group.visits else since
        earliest = max(since, end.before) + 1
        if last < earliest:
            return
        gaps = max(1, round((last - since) / PACE))
        for position in range(1, gaps):
            jitter = self._rng.randint(-2, 2)
            number = max(since + round((last - since) * position / gaps) + jitter, earliest)
            if number < last:
                group.visits.append(number)
                earliest = number + 1
        group.visits.append(last)

    def _write(self, group: _OnPlan, number: int) -> None:
        day = self._setting.timeline.working_day(number)
        seen = [case for plan, case in group.members if plan.started_on <= day <= plan.ended_on]
        if seen:
            self._book.write(seen, "child_protection", day)


def _possible(group: _OnPlan, end: _MonthEnd, band: range) -> list[int]:
    """The ages the band allows this family: a visit some time this month, or none since the last."""
    this_month = min(end.working_days, end.number - group.starts)
    possible = [age for age in band if age < this_month]
    unvisited = end.number - group.last_visit
    if group.visits and group.last_visit <= end.before and unvisited in band:
        possible.append(unvisited)
    return possible


def _case_of(child: Child, plan: Plan) -> Case:
    """The episode of need the plan belongs to."""
    return next(case for case in reversed(child.cases) if case.opened_on <= plan.started_on)
