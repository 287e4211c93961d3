"""Social workers' reports to conferences and reviews, and when families were given them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from everychild.calendar import Month
from everychild.northbrook import story
from everychild.northbrook.allocations import worker_on
from everychild.northbrook.chance import Evenly, weighted
from everychild.northbrook.lives import Case, Child, Enquiry, Plan
from everychild.northbrook.lives_in_care import Care
from everychild.northbrook.setting import Setting
from everychild.northbrook.work_done import MeetingReport

NEVER_SHARED = 0.28
"""Of the reports not on time: about 2% of all."""

MEETINGS = {"initial_conference": "IC", "review_conference": "RC", "care_review": "CR"}


@dataclass(frozen=True)
class _Due:
    child: Child
    case: Case
    meeting: str
    meeting_on: date

    @property
    def dual_plan(self) -> bool:
        """On a plan and in care, the day on which either ended included."""
        on_plan = any(plan.started_on <= self.meeting_on <= plan.ended_on for plan in self.child.plans)
        return on_plan and any(
            care.started_on <= self.meeting_on <= (care.ended_on or date.max) for care in self.child.care
        )


class MeetingReports:
    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._rng = setting.stream("meeting reports")
        self._others, self._duals = Evenly(self._rng), Evenly(self._rng)

    def write(
        self, enquiries: Iterable[Enquiry], plans: Iterable[Plan], periods: Iterable[Care]
    ) -> list[MeetingReport]:
        by_month: dict[Month, list[_Due]] = {}
        for due in _meetings(enquiries, plans, periods):
            if self._setting.timeline.first_seen <= due.meeting_on <= self._setting.timeline.until:
                by_month.setdefault(Month.of(due.meeting_on), []).append(due)
        return [report for month in sorted(by_month) for report in self._month(month, by_month[month])]

    def _month(self, month: Month, meetings: list[_Due]) -> list[MeetingReport]:
        to_go = self._setting.timeline.to_go(month)
        meetings.sort(key=lambda due: (due.meeting, due.meeting_on, due.child.child_id))
        duals = [due for due in meetings if due.dual_plan]
        others = [due for due in meetings if not due.dual_plan]
        dual_share, share = story.dual_plan_reports_on_time(to_go), story.reports_on_time(to_go)
        if to_go <= 0:
            duals_on_time = round(dual_share * len(duals))
            others_on_time = round(share * len(meetings)) - duals_on_time
        else:
            duals_on_time = self._duals.of(len(duals), dual_share)
            others_on_time = self._others.of(len(others), share + 0.02)
        on_time = self._spread(duals, duals_on_time) | self._spread(others, others_on_time)
        return [self._report(due, on_time=id(due) in on_time) for due in meetings]

    def _spread(self, meetings: Sequence[_Due], how_many: int) -> set[int]:
        """So many of the meetings, taken evenly from each kind: the list is in order of kind."""
        if not meetings:
            return set()
        offset = self._rng.random()
        share = min(how_many, len(meetings)) / len(meetings)
        chosen = [
            due
            for position, due in enumerate(meetings)
            if int((position + 1) * share + offset) > int(position * share + offset)
        ]
        return {id(due) for due in chosen}

    def _report(self, due: _Due, *, on_time: bool) -> MeetingReport:
        shared_on = self._shared_on(due, on_time=on_time)
        completed_on = None
        if shared_on is not None:
            completed_on = self._setting.timeline.later(shared_on, -self._rng.randint(0, 3))
        return MeetingReport(
            child=due.child,
            meeting_id=f"{MEETINGS[due.meeting]}{due.child.family.number:06}{due.meeting_on:%y%m%d}",
            meeting=due.meeting,
            meeting_on=due.meeting_on,
            completed_on=completed_on,
            shared_on=shared_on,
            worker=worker_on(due.case, due.meeting_on),
        )

    def _shared_on(self, due: _Due, *, on_time: bool) -> date | None:
        asked = story.REPORT_WORKING_DAYS[due.meeting]
        if on_time:
            return self._setting.timeline.later(due.meeting_on, -(asked + self._rng.randint(0, 4)))
        if self._rng.random() < NEVER_SHARED:
            return None
        days_before = weighted(self._rng, {asked - 1: 5, asked - 2: 4, asked - 3: 3, asked - 5: 1})
        return self._setting.timeline.later(due.meeting_on, -days_before)


def _meetings(enquiries: Iterable[Enquiry], plans: Iterable[Plan], periods: Iterable[Care]) -> Iterable[_Due]:
    for enquiry in enquiries:
        if enquiry.conference_on:
            case = _case_on(enquiry.child, enquiry.started_on)
            yield _Due(enquiry.child, case, "initial_conference", enquiry.conference_on)
    for plan in plans:
        case = _case_on(plan.child, plan.started_on)
        for day in plan.reviews:
            yield _Due(plan.child, case, "review_conference", day)
    for care in periods:
        for day in care.reviews:
            yield _Due(care.child, care.case, "care_review", day)


def _case_on(child: Child, day: date) -> Case:
    return next(case for case in reversed(child.cases) if case.opened_on <= day)
