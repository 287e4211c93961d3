"""From a strategy discussion to a child protection plan and its review conferences."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from everychild.calendar import ONE_DAY, Month, add_months
from everychild.northbrook.chance import Allowance, Evenly, Volumes, fitting, weighted
from everychild.northbrook.front_door import FrontDoor
from everychild.northbrook.lives import Case, Enquiry, Plan
from everychild.northbrook.setting import Setting
from everychild.northbrook.workforce import ASSESSMENT, safeguarding_team

ENQUIRIES = 30
CONFERENCES = 16
ENQUIRIES_ON_NEW_CASES = 0.65
LED_TO_PLAN = 0.85
ON_A_PLAN_BEFORE = 0.165

CATEGORIES = {"NEG": 44, "EMO": 38, "PHY": 9, "SAB": 4, "MUL": 5}
PLAN_ENDS_AT_REVIEW = {1: 20, 2: 45, 3: 25, 4: 9, 5: 1}
MONTHS_TO_FIFTH_REVIEW = 28
LONGEST_EXTENDED = 22
"""Months; plans of two years are few, and none is open when the story ends."""


class Protection:
    """Begins enquiries month by month; those that lead to a plan lengthen the case they belong to."""

    def __init__(self, setting: Setting, front_door: FrontDoor) -> None:
        self._setting = setting
        self._front_door = front_door
        self._rng = setting.stream("protection")
        self._enquiry_volumes = Volumes(self._rng)
        self._conference_volumes = Volumes(self._rng, swing=0.1)
        self._led_to_plan = Evenly(self._rng)
        self._repeats = RepeatPlans(setting)
        self.plans: list[Plan] = []
        self.enquiries: list[Enquiry] = []

    def live(self, month: Month) -> None:
        groups = self._groups(month)
        conferences = self._conference_volumes.draw(self._setting.expected(CONFERENCES, month))
        to_conference = {id(group) for group in fitting(groups, len, conferences)}
        for group in groups:
            self._enquire(group, month, to_conference=id(group) in to_conference)

    def _reviews_from(self, held_on: date, how_many: int) -> tuple[date, ...]:
        """Review conferences: the first within 3 months of the initial one, then within 6 of the last."""
        reviews: list[date] = []
        for number in range(how_many):
            held_on = self._review_before(add_months(held_on, 6 if number else 3))
            reviews.append(held_on)
        return tuple(reviews)

    def lengthen(self, plan: Plan, until: date) -> None:
        """Goes on with the plan, review by review, at least to that day."""
        reviews = list(plan.reviews)
        until = min(until, add_months(plan.started_on, LONGEST_EXTENDED - 6))
        while reviews[-1] < until:
            reviews.append(self._review_before(add_months(reviews[-1], 6)))
        plan.reviews, plan.ended_on = tuple(reviews), reviews[-1]

    def end(self, plan: Plan, on: date) -> None:
        """Ends the plan at a review conference that day, or at the one the month has seen already."""
        held = tuple(review for review in plan.reviews if review < on)
        if held and Month.of(held[-1]) == Month.of(on):
            plan.reviews, plan.ended_on = held, held[-1]
        else:
            plan.reviews, plan.ended_on = (*held, on), on

    def _review_before(self, due: date) -> date:
        return self._setting.timeline.working_day_by(due - timedelta(days=self._rng.randint(1, 12)))

    def _groups(self, month: Month) -> list[list[Case]]:
        """Brothers and sisters with open cases, some newly opened, whose number comes to the month's enquiries."""
        wanted = self._enquiry_volumes.draw(self._setting.expected(ENQUIRIES, month))
        new = [group for group in self._front_door.opened if not _enquired(group)]
        self._rng.shuffle(new)
        chosen = fitting(new, len, round(wanted * ENQUIRIES_ON_NEW_CASES))
        known = self._known_groups(month)
        self._rng.shuffle(known)
        chosen += fitting(known, len, wanted - sum(map(len, chosen)))
        self._rng.shuffle(chosen)
        return chosen

    def _known_groups(self, month: Month) -> list[list[Case]]:
        """Groups in need since before the month, with no plan, no care and no enquiry in the last half year."""
        start, end = month.first_day, month.last_day
        groups: dict[int, list[Case]] = {}
        for case in self._front_door.open_before(start):
            child = case.child
            free = not child.plan_on(start) and not child.care_on(start) and child.age(end) < 16
            if free and case.assessment.authorised_on < start and case.is_open(end + timedelta(days=20)):
                groups.setdefault(child.family.number, []).append(case)
        return [group for group in groups.values() if not _enquired_lately(group, start)]

    def _enquire(self, group: Sequence[Case], month: Month, *, to_conference: bool) -> None:
        setting, rng = self._setting, self._rng
        opened_on = max(case.opened_on for case in group)
        if Month.of(opened_on) == month:
            started_on = setting.timeline.later(opened_on, rng.choice((0, 0, 1, 1, 2, 3, 5, 8)))
        else:
            started_on = setting.working_day_in(month, rng)
        conference_on = self._conference_day(started_on) if to_conference else None
        if conference_on and not self._repeats.has_room_for(group, conference_on):
            conference_on = None
        led_to_plan = conference_on is not None and self._led_to_plan.takes(len(group), LED_TO_PLAN)
        worker = setting.workforce.next_in(
            ASSESSMENT if Month.of(opened_on) == month else safeguarding_team(group[0].child.family.area)
        )
        recorded_on = setting.recorded(started_on, rng, 1)
        for case in group:
            enquiry = Enquiry(case.child, started_on, recorded_on, worker, conference_on, led_to_plan)
            case.child.enquiries.append(enquiry)
            self.enquiries.append(enquiry)
        if conference_on and led_to_plan:
            self._begin_plans(group, conference_on)
        elif conference_on:
            self._stay_in_need(group, conference_on + timedelta(days=rng.randint(60, 150)))

    def _conference_day(self, started_on: date) -> date:
        """Within 15 working days of the strategy discussion."""
        return self._setting.timeline.later(started_on, round(self._rng.triangular(8, 15.4, 14)))

    def _begin_plans(self, group: Sequence[Case], conference_on: date) -> None:
        rng = self._rng
        ends_at = weighted(rng, PLAN_ENDS_AT_REVIEW)
        if self._setting.timeline.to_go(Month.of(conference_on)) <= MONTHS_TO_FIFTH_REVIEW:
            ends_at = min(ends_at, 4)
        reviews = self._reviews_from(conference_on, ends_at)
        category, recorded_on = weighted(rng, CATEGORIES), self._setting.recorded(conference_on, rng, 2)
        latest = weighted(rng, CATEGORIES) if rng.random() < 0.12 else category
        repeat = self._repeats.take(group, conference_on)
        for case in group:
            child = case.child
            started_on = max(conference_on, child.born_on)
            earlier = len(child.plans) + child.earlier_plans + repeat.get(child.child_id, 0)
            child.earlier_plans += repeat.get(child.child_id, 0)
            if started_on >= reviews[-1]:
                continue
            known_on = max(recorded_on, started_on)
            plan = Plan(child, conference_on, started_on, known_on, reviews[-1], reviews, category, latest, earlier)
            child.plans.append(plan)
            if plan.ended_on >= child.eighteenth_birthday:
                self.end(plan, self._setting.timeline.working_day_by(child.eighteenth_birthday - ONE_DAY))
            self.plans.append(plan)
        self._stay_in_need(group, reviews[-1] + timedelta(days=rng.randint(45, 120)))

    def _stay_in_need(self, group: Sequence[Case], until: date) -> None:
        """Keeps the cases open at least so long; the assessment then found that help was needed."""
        for case in group:
            case.assessment.support_required = True
            closes = self._setting.timeline.working_day_by(min(until, case.child.eighteenth_birthday))
            if case.closed_on is not None and case.closed_on < closes:
                case.close(closes, "RC7")


class RepeatPlans:
    """Which children have been on a plan before: about one in six of those starting, and never a crowd at once."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._rng = setting.stream("repeat plans")
        self._started = self._repeated = 0.0
        self._month_allows = Allowance(0.15, lambda month: LED_TO_PLAN * setting.expected(CONFERENCES, month))

    def take(self, group: Sequence[Case], on: date) -> dict[str, int]:
        """How many plans before our time each child of the group is given."""
        known = _on_a_plan_before(group)
        self._started += len(group)
        self._repeated += known
        old_enough = all(case.child.age(on) >= 2 for case in group)
        if known or not old_enough or not self._within_the_share(0, len(group)) or not self._allowed(on, len(group)):
            return {}
        self._repeated += len(group)
        return {case.child.child_id: self._rng.choice((1, 1, 1, 2)) for case in group}

    def has_room_for(self, group: Sequence[Case], conference_on: date) -> bool:
        """Whether a group some of whom have been on a plan may go to a conference that month."""
        known = _on_a_plan_before(group)
        return not known or (self._within_the_share(len(group), known) and self._allowed(conference_on, known))

    def _within_the_share(self, starting: int, repeats: int) -> bool:
        return self._repeated + repeats <= ON_A_PLAN_BEFORE * (self._started + starting) + 1

    def _allowed(self, on: date, children: int) -> bool:
        """The months judged most closely, the last two, keep to their own share; earlier ones to the year's."""
        month = Month.of(on)
        near_the_end = self._setting.timeline.to_go(month) <= 1
        return self._month_allows.take([month], children) or not near_the_end


def _on_a_plan_before(group: Sequence[Case]) -> int:
    return sum(bool(case.child.plans or case.child.earlier_plans) for case in group)


def _enquired(group: Sequence[Case]) -> bool:
    return any(enquiry.started_on >= case.opened_on for case in group for enquiry in case.child.enquiries)


def _enquired_lately(group: Sequence[Case], on: date) -> bool:
    half_a_year_ago = add_months(on, -6)
    return any(enquiry.started_on > half_a_year_ago for case in group for enquiry in case.child.enquiries)
