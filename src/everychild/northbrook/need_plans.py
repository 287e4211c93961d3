"""Child in need plans, with their reviews: open whenever a child found to be in need has no other kind of plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from everychild.calendar import Month, add_months
from everychild.northbrook.allocations import worker_on
from everychild.northbrook.chance import Evenly
from everychild.northbrook.early_work import NeedPlan
from everychild.northbrook.lives import Case
from everychild.northbrook.setting import Setting

SHORTEST = timedelta(days=5)
FIRST_REVIEW_DAYS = (28, 40)
LATER_REVIEW_DAYS_EARLY = (2, 20)
REVIEWED_LATE = 0.05


class NeedPlans:
    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._rng = setting.stream("child in need plans")
        self._late = Evenly(self._rng)

    def make(self, cases: Iterable[Case]) -> list[NeedPlan]:
        families: dict[tuple[int, date], list[Case]] = {}
        for case in cases:
            if case.assessment.support_required:
                families.setdefault((case.child.family.number, case.opened_on), []).append(case)
        plans = [plan for group in families.values() for plan in self._of_family(group)]
        return sorted(plans, key=lambda plan: (plan.started_on, plan.child.child_id))

    def _of_family(self, group: Sequence[Case]) -> Iterator[NeedPlan]:
        """Brothers and sisters whose plans began together are reviewed together."""
        opens = self._setting.timeline.later(group[0].assessment.authorised_on, self._rng.randint(0, 4))
        reviewed: dict[date, list[date]] = {}
        for case in group:
            for started_on, ended_on in _free_of_other_plans(case, opens):
                if started_on not in reviewed:
                    reviewed[started_on] = self._reviews(started_on)
                last = ended_on or date.max
                yield NeedPlan(
                    child=case.child,
                    started_on=started_on,
                    ended_on=ended_on,
                    reviews=tuple(day for day in reviewed[started_on] if day < last),
                    worker=worker_on(case, started_on),
                )

    def _reviews(self, started_on: date) -> list[date]:
        """Until nobody looks any more; a few are held some days late."""
        timeline, held = self._setting.timeline, [started_on]
        while held[-1] <= timeline.until:
            if len(held) == 1:
                due = started_on + timedelta(days=42)
                usual = started_on + timedelta(days=self._rng.randint(*FIRST_REVIEW_DAYS))
            else:
                due = add_months(held[-1], 3)
                usual = due - timedelta(days=self._rng.randint(*LATER_REVIEW_DAYS_EARLY))
            late = self._late.happens(REVIEWED_LATE) and timeline.to_go(Month.of(due)) > 0
            held.append(timeline.later(due, self._rng.randint(1, 5)) if late else timeline.working_day_by(usual))
        return held[1:]


def _free_of_other_plans(case: Case, opens: date) -> Iterator[tuple[date, date | None]]:
    """The times from the assessment to the closing in which the child has no protection plan and is not in care."""
    ends = case.closed_on or date.max
    others = sorted(
        [(plan.started_on, plan.ended_on) for plan in case.child.plans]
        + [(care.started_on, care.ended_on or date.max) for care in case.child.care]
    )
    since = opens
    for starts, finishes in [*others, (ends, date.max)]:
        until = min(starts, ends)
        if until - since > SHORTEST:
            yield since, None if until == date.max else until
        since = max(since, finishes)
