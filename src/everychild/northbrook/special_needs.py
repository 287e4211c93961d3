"""Children with special educational needs: requests, plans, reviews, advice and appeals, steady throughout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from everychild.calendar import Month, add_months
from everychild.northbrook.chance import Evenly, Volumes, weighted
from everychild.northbrook.lives import Case, Child
from everychild.northbrook.people import People
from everychild.northbrook.setting import Setting

FIRST_CHILD_ID = 5_300_000
"""Far from the identifiers of social care: most of these children are known to nobody there."""

PLANS_AT_FIRST = 840
REQUESTS, CEASING, APPEALS = 22, 9.5, 2.4
KNOWN_TO_SOCIAL_CARE = 0.12
REFUSED, WITHDRAWN, NO_PLAN = 0.24, 0.03, 0.05
DECIDED_LATE, ISSUED_LATE, EXCEPTIONS, ADVICE_LATE, REVIEWED_LATE = 0.012, 0.06, 0.05, 0.05, 0.22
OUT_OF_AREA = 0.13
REQUESTS_BEGIN_BEFORE = 24
NEEDS = {"ASD": 30, "SEMH": 17, "SLCN": 16, "MLD": 12, "SLD": 10, "PD": 5, "PMLD": 4, "SPLD": 3, "HI": 2, "VI": 1}
PROFESSIONS = ("educational_psychology", "health", "social_care")
APPEALED = {"refusal_to_assess": 30, "refusal_to_issue": 10, "contents": 55, "ceasing": 5}
APPEALS_END = {"conceded": 40, "withdrawn": 20, "upheld": 14, "part_upheld": 16, "not_upheld": 10}


@dataclass(frozen=True, slots=True)
class Request:
    child: Child
    request_id: str
    received_on: date
    decided_on: date
    decision: str
    outcome_on: date | None = None
    outcome: str | None = None
    draft_on: date | None = None
    final_on: date | None = None
    exception: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    child: Child
    plan_id: str
    started_on: date
    out_of_area: bool
    need: str
    ceased_on: date | None = None


@dataclass(frozen=True, slots=True)
class Review:
    child: Child
    plan_id: str
    met_on: date
    decided_on: date
    outcome: str


@dataclass(frozen=True, slots=True)
class Advice:
    child: Child
    request_id: str
    profession: str
    asked_on: date
    received_on: date


@dataclass(frozen=True, slots=True)
class Appeal:
    child: Child
    appeal_id: str
    against: str
    registered_on: date
    concluded_on: date
    outcome: str


@dataclass(frozen=True)
class SpecialNeeds:
    """Everything that happened, oldest first."""

    requests: tuple[Request, ...]
    plans: tuple[Plan, ...]
    reviews: tuple[Review, ...]
    advice: tuple[Advice, ...]
    appeals: tuple[Appeal, ...]


class PlansForChildren:
    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._rng = setting.stream("special needs")
        self._people = People(setting.stream("children with special needs"), FIRST_CHILD_ID)
        self._volumes = {name: Volumes(self._rng) for name in ("requests", "ceasing", "appeals")}
        self._late = {name: Evenly(self._rng) for name in ("decision", "plan", "exception", "advice", "review")}
        self._refused, self._withdrawn, self._no_plan = (Evenly(self._rng) for _ in range(3))
        self._known, self._outside = Evenly(self._rng), Evenly(self._rng)
        self._with_a_plan: set[str] = set()
        self._begins = add_months(setting.timeline.first_seen, -REQUESTS_BEGIN_BEFORE)

    def live(self, cases: Sequence[Case]) -> SpecialNeeds:
        months = [month for month in self._setting.timeline.lived if month.first_day >= self._begins]
        plans = self._plans_at_first()
        requests: list[Request] = []
        for month in months:
            for _ in range(self._volumes["requests"].draw(self._setting.expected(REQUESTS, month))):
                requests.append(self._request(month, cases, len(requests)))
        plans += [self._plan(one.child, one.final_on) for one in requests if one.final_on is not None]
        plans = self._cease(plans, months)
        return SpecialNeeds(
            tuple(sorted(requests, key=lambda one: (one.received_on, one.request_id))),
            tuple(sorted(plans, key=lambda one: (one.started_on, one.plan_id))),
            tuple(review for plan in plans for review in self._reviews(plan)),
            tuple(advice for one in requests if one.decision == "agreed" for advice in self._advice(one)),
            tuple(self._appeals(months, plans)),
        )

    def _plans_at_first(self) -> list[Plan]:
        plans = []
        for _ in range(round(PLANS_AT_FIRST * self._setting.scale)):
            started_on = self._begins + timedelta(days=120 - self._rng.randint(1, 2_600))
            child = self._people.new_child(self._begins, 8, 19) if started_on < self._begins else None
            child = child or self._people.new_child(started_on, 3, 15)
            plans.append(self._plan(child, self._working_day_by(started_on)))
        return plans

    def _plan(self, child: Child, started_on: date) -> Plan:
        need = weighted(self._rng, NEEDS)
        return Plan(child, f"P{child.child_id}", started_on, self._outside.happens(OUT_OF_AREA), need)

    def _request(self, month: Month, cases: Sequence[Case], number: int) -> Request:
        rng = self._rng
        received_on = self._setting.working_day_in(month, rng)
        child = self._child(received_on, cases)
        asked = Request(child, f"R{20_000 + number}", received_on, received_on, "refused")
        after = rng.randint(48, 55) if self._late["decision"].happens(DECIDED_LATE) else rng.randint(24, 42)
        decided_on = self._working_day_by(received_on + timedelta(days=after))
        if self._refused.happens(REFUSED):
            return replace(asked, decided_on=decided_on)
        if self._withdrawn.happens(WITHDRAWN):
            return replace(asked, decided_on=decided_on, decision="withdrawn")
        outcome_on = self._working_day_by(received_on + timedelta(days=rng.randint(96, 104)))
        agreed = replace(asked, decided_on=decided_on, decision="agreed", outcome_on=outcome_on)
        if self._no_plan.happens(NO_PLAN):
            return replace(agreed, outcome="no_plan")
        exception = self._late["exception"].happens(EXCEPTIONS)
        is_late = exception or self._late["plan"].happens(ISSUED_LATE)
        final_on = self._working_day_by(
            received_on + timedelta(days=rng.randint(147, 182) if is_late else rng.randint(122, 139))
        )
        draft_on = self._working_day_by(final_on - timedelta(days=16))
        return replace(agreed, outcome="plan", draft_on=draft_on, final_on=final_on, exception=exception)

    def _child(self, day: date, cases: Sequence[Case]) -> Child:
        """A child with an open case, now and then; else one social care has never heard of."""
        if self._known.happens(KNOWN_TO_SOCIAL_CARE):
            for _ in range(20):
                case = self._rng.choice(cases)
                child = case.child
                if case.is_open(day) and 3 <= child.age(day) <= 16 and child.child_id not in self._with_a_plan:
                    self._with_a_plan.add(child.child_id)
                    return child
        return self._people.new_child(day, 2, 16)

    def _cease(self, plans: Sequence[Plan], months: Sequence[Month]) -> list[Plan]:
        """Mostly of young people who have left school."""
        by_id = {plan.plan_id: plan for plan in plans}
        for month in months:
            wanted = self._volumes["ceasing"].draw(self._setting.expected(CEASING, month))
            first = month.first_day
            able = [
                plan
                for plan in by_id.values()
                if plan.ceased_on is None and plan.started_on < add_months(first, -3) and plan.child.age(first) >= 5
            ]
            if not able:
                continue
            weights = [1 + 30 * (plan.child.age(first) >= 18) + 400 * (plan.child.age(first) >= 24) for plan in able]
            for plan in self._rng.choices(able, weights, k=wanted):
                by_id[plan.plan_id] = replace(plan, ceased_on=self._setting.working_day_in(month, self._rng))
        return list(by_id.values())

    def _reviews(self, plan: Plan) -> list[Review]:
        """From a year or more before anything is seen, to the end of the plan or of the story."""
        rng, reviews = self._rng, list[Review]()
        last = max(plan.started_on, self._begins - timedelta(days=rng.randint(0, 364)))
        ends = min(plan.ceased_on or date.max, self._setting.timeline.until + timedelta(days=30))
        while True:
            late = self._late["review"].happens(REVIEWED_LATE)
            between = rng.randint(380, 500) if late else rng.randint(310, 362)
            last = self._working_day_by(last + timedelta(days=between))
            met_on = self._working_day_by(last - timedelta(days=rng.randint(14, 28)))
            if met_on >= ends:
                return reviews
            outcome = weighted(rng, {"retain": 55, "amend": 42, "cease": 3})
            reviews.append(Review(plan.child, plan.plan_id, met_on, last, outcome))

    def _advice(self, request: Request) -> list[Advice]:
        asked_on = self._setting.timeline.later(request.decided_on, 1)
        given = []
        for profession in PROFESSIONS:
            late = self._late["advice"].happens(ADVICE_LATE)
            after = self._rng.randint(47, 56) if late else self._rng.randint(20, 42)
            received_on = self._working_day_by(asked_on + timedelta(days=after))
            given.append(Advice(request.child, request.request_id, profession, asked_on, received_on))
        return given

    def _appeals(self, months: Sequence[Month], plans: Sequence[Plan]) -> list[Appeal]:
        appeals: list[Appeal] = []
        for month in months:
            for _ in range(self._volumes["appeals"].draw(self._setting.expected(APPEALS, month))):
                registered_on = self._setting.working_day_in(month, self._rng)
                concluded_on = self._working_day_by(registered_on + timedelta(days=self._rng.randint(95, 190)))
                against = weighted(self._rng, APPEALED)
                child = self._rng.choice(plans).child
                outcome = weighted(self._rng, APPEALS_END)
                number = f"EH{900 + len(appeals):05}"
                appeals.append(Appeal(child, number, against, registered_on, concluded_on, outcome))
        return sorted(appeals, key=lambda one: (one.registered_on, one.appeal_id))

    def _working_day_by(self, day: date) -> date:
        return self._setting.timeline.working_day_by(day)
