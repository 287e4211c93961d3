"""What the case system can show on the day of an extraction: late records are not in it yet, nor what is to come."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from operator import attrgetter

from everychild.calendar import Month, add_months
from everychild.northbrook.allocations import worker_on
from everychild.northbrook.lives import Allocation, Case, Child, Contact, Enquiry, Plan, Referral
from everychild.northbrook.lives_in_care import Care, CareLeaver
from everychild.northbrook.timeline import LOOK_BACK_MONTHS
from everychild.northbrook.town import Town
from everychild.northbrook.work_done import (
    EarlyHelp,
    ExploitationRisk,
    MeetingReport,
    Missing,
    NationalReferral,
    Supervision,
    Visit,
)
from everychild.northbrook.workforce import Worker


@dataclass(frozen=True)
class AsKnown:
    """Northbrook as the extraction of one month shows it."""

    town: Town
    month: Month
    on: date

    @cached_property
    def since(self) -> date:
        """How far back six-month lists look."""
        return add_months(self.on, -LOOK_BACK_MONTHS)

    @cached_property
    def year_ago(self) -> date:
        return add_months(self.on, -12)

    def past(self, day: date | None) -> date | None:
        """The day, unless it has yet to come."""
        return day if day is not None and day <= self.on else None

    def _is_listed(self, ended_on: date | None) -> bool:
        """Still going on, or ended within six months."""
        return ended_on is None or ended_on > self.on or ended_on >= self.since

    def contacts(self) -> Iterator[Contact]:
        return (one for one in self.town.contacts if self.since <= one.contacted_on and one.recorded_on <= self.on)

    def early_help(self) -> Iterator[EarlyHelp]:
        return (
            one for one in self.town.early_help if one.requested_on <= self.on and self._is_listed(self.closed(one))
        )

    def closed(self, one: EarlyHelp) -> date | None:
        """When the assessment was finished or given up, once that has been recorded."""
        return one.closed_on if one.recorded_on <= self.on and one.closed_on <= self.on else None

    def referrals(self) -> Iterator[Referral]:
        return (one for one in self.town.referrals if self.since <= one.referred_on and one.recorded_on <= self.on)

    def assessed_cases(self) -> Iterator[Case]:
        for case in self.town.cases:
            begun = case.assessment.started_on <= self.on and case.recorded_on <= self.on
            if begun and case.assessment.authorised_on >= self.since:
                yield case

    def enquiries(self) -> Iterator[Enquiry]:
        for one in self.town.enquiries:
            latest = max(one.started_on, self.past(one.conference_on) or one.started_on)
            if one.recorded_on <= self.on and latest >= self.since:
                yield one

    def cases(self) -> list[Case]:
        """Each child's latest episode of need: open, or closed within six months."""
        known = (one for one in self.town.cases if one.recorded_on <= self.on)
        return [one for one in _latest(known) if self._is_listed(one.closed_on)]

    def plans(self) -> list[Plan]:
        known = (one for one in self.town.plans if one.recorded_on <= self.on)
        return [one for one in _latest(known) if self._is_listed(one.ended_on)]

    def care(self) -> list[Care]:
        known = (one for one in self.town.care if one.recorded_on <= self.on)
        return [one for one in _latest(known) if self._is_listed(one.ended_on)]

    def is_of_a_year(self, ended_on: date | None) -> bool:
        """Still going on, or ended within twelve months."""
        return ended_on is None or ended_on >= self.year_ago

    def care_of_a_year(self) -> Iterator[Care]:
        """Every period of care that goes on, or ended within twelve months."""
        for one in self.town.care:
            left_on = self.past(one.ended_on)
            if one.recorded_on <= self.on and one.started_on <= self.on and self.is_of_a_year(left_on):
                yield one

    def care_leavers(self) -> tuple[CareLeaver, ...]:
        return self.town.care_leavers[self.month]

    def visits(self) -> Iterator[Visit]:
        return (one for one in self.town.visits if self.since <= one.visited_on and one.recorded_on <= self.on)

    def meeting_reports(self) -> Iterator[MeetingReport]:
        return (one for one in self.town.meeting_reports if self.since <= one.meeting_on <= self.on)

    def missing(self) -> Iterator[Missing]:
        """Times missing that ended within six months, and children missing now."""
        for one in self.town.missing:
            if one.recorded_on <= self.on and one.returned_at.date() >= self.since:
                yield one

    def exploitation_risks(self) -> Iterator[ExploitationRisk]:
        """Assessments whose work goes on, or ended within twelve months."""
        return (
            one for one in self.town.exploitation_risks if one.recorded_on <= self.on and one.closed_on >= self.year_ago
        )

    def national_referrals(self) -> Iterator[NationalReferral]:
        return (
            one
            for one in self.town.national_referrals
            if one.recorded_on <= self.on and one.referred_on >= self.year_ago
        )

    def supervisions(self) -> Iterator[Supervision]:
        return (one for one in self.town.supervisions if self.since <= one.held_on and one.recorded_on <= self.on)

    def allocations(self) -> Iterator[Allocation]:
        return (one for one in self.town.allocations if one.started_on <= self.on and self._is_listed(one.ended_on))

    def last_visit(self, child: Child, since: date, wanted: Callable[[Visit], bool]) -> Visit | None:
        """The latest visit written up by now, of those wanted, not before `since`."""
        for position in range(bisect_right(child.visits, self.on, key=attrgetter("visited_on")) - 1, -1, -1):
            visit = child.visits[position]
            if visit.visited_on < since:
                return None
            if visit.recorded_on <= self.on and wanted(visit):
                return visit
        return None

    def times_missing(self, child: Child, kind: str) -> list[Missing]:
        """Times missing of one kind in the last twelve months."""
        return [
            one
            for one in child.missing
            if one.kind == kind and one.recorded_on <= self.on and self.year_ago <= one.went_missing_at.date()
        ]

    def worker_of(self, child: Child) -> Worker:
        """Who holds the child's case now, or held it last."""
        case = next(case for case in reversed(child.cases) if case.opened_on <= self.on)
        return worker_on(case, self.on)


def _latest[T: (Case, Plan, Care)](known: Iterable[T]) -> Iterable[T]:
    """The last of each child's; they come in the order in which they began."""
    return {one.child.child_id: one for one in known}.values()
