"""The few things done late where nearly everything is done in time.

Everything is first lived in time, or nearly; then each month a few are made late, as whole children allow. So a
small council keeps its floors just as a large one does, whatever the seed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

from everychild.calendar import Month, add_months, months_to
from everychild.northbrook.lives import Case, Enquiry, Plan
from everychild.northbrook.lives_in_care import Care
from everychild.northbrook.setting import Setting

LATE_ASSESSMENTS = 0.075
LATE_CONFERENCES = 0.09
LATE_REVIEWS = 0.035
A_MONTH_HAS_ONE = 0.75


class Timeliness:
    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._rng = setting.stream("timeliness")

    def keep_late_assessments_few(self, cases: Sequence[Case]) -> None:
        """Brings forward what would take a month below its floor; months are put right from the last."""
        by_month = _by_month(cases, lambda case: case.assessment.authorised_on)
        for month in sorted(by_month, reverse=True):
            late = [case for case in by_month[month] if self._is_late(case)]
            number = len(by_month[month])
            allowed = LATE_ASSESSMENTS / 2 if self._setting.timeline.to_go(month) <= 0 else LATE_ASSESSMENTS
            for group in _families(late):
                if sum(map(self._is_late, late)) > allowed * number:
                    self._bring_forward(group)
                    number -= len(group)

    def make_some_conferences_late(self, enquiries: Sequence[Enquiry]) -> None:
        """Now and then an only child's conference is more than 15 working days from the strategy discussion."""
        held = [enquiry for enquiry in enquiries if enquiry.conference_on]
        for month, found in _by_month(held, lambda enquiry: enquiry.conference_on or date.max).items():
            allowed = self._allowed(LATE_CONFERENCES, month, len(found))
            alone = [group[0] for group in _families(found) if len(group) == 1]
            self._rng.shuffle(alone)
            for enquiry in alone:
                if allowed and self._rng.random() < A_MONTH_HAS_ONE and self._delay_conference(enquiry):
                    allowed -= 1

    def make_some_review_conferences_late(self, plans: Sequence[Plan]) -> None:
        held = [(plan, day) for plan in plans for day in plan.reviews]
        for month, found in _by_month(held, lambda review: review[1]).items():
            allowed = self._allowed(LATE_REVIEWS, month, len(found))
            self._rng.shuffle(found)
            for plan, day in found:
                alone = sum(other.child.family is plan.child.family for other, _ in found) == 1
                if allowed and alone and day != plan.ended_on:
                    moved = self._delayed(day, (plan.conference_on, *plan.reviews))
                    plan.reviews = tuple(moved if held_on == day else held_on for held_on in plan.reviews)
                    allowed -= moved != day

    def make_some_care_reviews_late(self, periods: Sequence[Care]) -> None:
        held = [(care, day) for care in periods for day in care.reviews[1:]]
        for month, found in _by_month(held, lambda review: review[1]).items():
            allowed = self._allowed(LATE_REVIEWS, month, len(found))
            self._rng.shuffle(found)
            for care, day in found[: 3 * allowed]:
                moved = self._delayed(day, care.reviews) if allowed else day
                if care.ended_on is None or moved < care.ended_on:
                    care.reviews = tuple(moved if held_on == day else held_on for held_on in care.reviews)
                    allowed -= moved != day

    def keep_cases_few_enough(self, cases: Sequence[Case]) -> None:
        """Closes some cases a little sooner, so that workers hold no more at the last month end than they have done."""
        timeline = self._setting.timeline
        year = months_to(timeline.last - 1, 12)
        usual = sum(sum(case.is_open(month.last_day) for case in cases) for month in year) / len(year)
        year_ago = sum(case.is_open((timeline.last - 12).last_day) for case in cases)
        end = timeline.last.last_day
        too_many = sum(case.is_open(end) for case in cases) - round(0.99 * min(usual, year_ago))
        soonest = sorted(
            (case for case in cases if _may_close_in(timeline.last, case)),
            key=lambda case: (case.closed_on or date.max, case.child.child_id),
        )
        for group in _families(soonest):
            if too_many <= 0:
                break
            day = self._setting.working_day_in(timeline.last, self._rng)
            for case in group:
                case.close(day, "RC7")
            too_many -= len(group)

    def _allowed(self, share: float, month: Month, number: int) -> int:
        return 0 if self._setting.timeline.to_go(month) <= 0 else int(share * number)

    def _is_late(self, case: Case) -> bool:
        taken = self._setting.timeline.calendar.working_days(case.opened_on, case.assessment.authorised_on)
        return taken > 45

    def _bring_forward(self, group: Sequence[Case]) -> None:
        authorised_on = self._setting.timeline.later(group[0].opened_on, self._rng.randint(39, 44))
        for case in group:
            case.assessment.authorised_on = authorised_on

    def _delay_conference(self, enquiry: Enquiry) -> bool:
        """The date held stands; the strategy discussion turns out to have been earlier."""
        assert enquiry.conference_on is not None
        started_on = self._setting.timeline.later(enquiry.conference_on, -self._rng.randint(16, 20))
        if any(case.opened_on < started_on and case.is_open(started_on) for case in enquiry.child.cases):
            enquiry.started_on = enquiry.recorded_on = started_on
            return True
        return False

    def _delayed(self, day: date, held: Sequence[date]) -> date:
        """A day after it was due, still in the same month where there is one; else the day it was."""
        position = held.index(day)
        due = add_months(held[position - 1], 3 if position == 1 else 6)
        moved = self._setting.timeline.later(due, self._rng.randint(1, 5))
        return moved if Month.of(moved) == Month.of(day) else day


def _may_close_in(month: Month, case: Case) -> bool:
    """In need and no more than that, for a while now, with nothing begun after the month."""
    child, first, last = case.child, month.first_day, month.last_day
    busy = child.plan_on(first) or child.care_on(first) or any(plan.ended_on > first for plan in child.plans)
    helped_for_a_while = case.assessment.authorised_on < first - timedelta(days=30)
    asked_about_lately = any(enquiry.started_on > first - timedelta(days=60) for enquiry in child.enquiries)
    return case.is_open(last) and not busy and helped_for_a_while and not asked_about_lately


def _by_month[T](things: Iterable[T], day: Callable[[T], date]) -> dict[Month, list[T]]:
    found: dict[Month, list[T]] = {}
    for thing in things:
        found.setdefault(Month.of(day(thing)), []).append(thing)
    return found


def _families[F: (Case, Enquiry)](things: Iterable[F]) -> list[list[F]]:
    found: dict[int, list[F]] = {}
    for thing in things:
        found.setdefault(thing.child.family.number, []).append(thing)
    return list(found.values())
