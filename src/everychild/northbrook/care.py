"""Children coming into care, moving within it, and leaving; the number in care is held near its usual level."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from everychild.calendar import Month, add_months
from everychild.northbrook.adoption import road_to_adoption
from everychild.northbrook.chance import Volumes, weighted
from everychild.northbrook.front_door import FrontDoor
from everychild.northbrook.lives import Assessment, Case, Child
from everychild.northbrook.lives_in_care import Care
from everychild.northbrook.moves import Moves
from everychild.northbrook.placements import placed
from everychild.northbrook.protection import Protection
from everychild.northbrook.setting import Setting

IN_CARE = 100
STARTING = 4.2
FROM_A_PLAN = 0.60
UNACCOMPANIED = 0.14
ON_BOTH_PLANS = 10
"""Children on a child protection plan who are in care as well: the dual plans."""

LEGAL_STATUSES = {"V2": 50, "C1": 37, "L1": 8, "L2": 5}
LEGAL_STATUSES_AFTER_YEARS = {"C2": 66, "V2": 30, "C1": 4}
REASONS = {"E4A": 42, "E4B": 7, "E47": 16, "E45": 6, "E41": 6, "E3": 4, "E13": 5, "E9": 2, "E8": 12}
REASONS_AT_18 = {"E5": 55, "E6": 25, "E7": 6, "E8": 14}
WENT_HOME = frozenset({"E4A", "E4B"})
CLOSURES = {"E47": "RC4", "E45": "RC4", "E41": "RC3", "E3": "RC5", "E12": "RC1", "E11": "RC1", "E7": "RC6"}


class InCare:
    """`current` are those in care now, `periods` everyone who ever was."""

    def __init__(self, setting: Setting, front_door: FrontDoor, protection: Protection) -> None:
        self._setting = setting
        self._front_door = front_door
        self._protection = protection
        self._rng = setting.stream("care")
        self._moves = Moves(setting)
        self._starting = Volumes(self._rng, swing=0.2)
        self._next_adoptive_family = 8100
        self.current: list[Care] = []
        self.periods: list[Care] = []
        self._begin_with_those_in_care()

    def live(self, month: Month) -> None:
        self._start(month)
        self._leave(month)
        self._moves.live(month, self.current)
        self._end_dual_plans(month)

    def _begin_with_those_in_care(self) -> None:
        """Those already in care when our time begins, some of them for most of their lives."""
        begins = self._setting.timeline.lived[0].first_day
        wanted = round(IN_CARE * self._setting.scale)
        while len(self.current) < wanted:
            family = self._setting.people.new_family(begins, largest=wanted - len(self.current))
            for child in family.children:
                self._already_in_care(child, begins)

    def _already_in_care(self, child: Child, begins: date) -> None:
        rng = self._rng
        days_lived = (begins - child.born_on).days
        if days_lived < 60:
            return
        started_on = begins - timedelta(days=1 + min(round(rng.gammavariate(1.6, 480)), days_lived - 40))
        opened_on = started_on - timedelta(days=rng.randint(0, 30))
        assessed = Assessment(opened_on, opened_on + timedelta(days=50), True, support_required=True)
        case = Case(child, opened_on, opened_on, "N1", assessed, None, "RC7")
        self._front_door.add(case)
        care = self._take_in(case, started_on, allow_adoption=False)
        care.legal_statuses = [(started_on + timedelta(days=200), weighted(rng, LEGAL_STATUSES_AFTER_YEARS))]
        if rng.random() < 0.4:
            care.placements = [placed(child, started_on + (begins - started_on) * rng.random(), rng)]

    def _start(self, month: Month) -> None:
        rng, setting = self._rng, self._setting
        wanted = self._starting.draw(STARTING * setting.scale)
        for _ in range(wanted):
            if rng.random() < UNACCOMPANIED:
                self._arrive_unaccompanied(setting.working_day_in(month, rng))
                wanted -= 1
        on_plan, in_need = self._who_may_come_into_care(month)
        while wanted > 0 and (on_plan or in_need):
            families = on_plan if on_plan and (rng.random() < FROM_A_PLAN / 0.86 or not in_need) else in_need
            group = families.pop(rng.randrange(len(families)))[:wanted]
            on = setting.working_day_in(month, rng)
            for case in group:
                self._take_in(case, on)
            wanted -= len(group)

    def _who_may_come_into_care(self, month: Month) -> tuple[list[list[Case]], list[list[Case]]]:
        """Groups of brothers and sisters on a plan, and others in need, who could come into care this month."""
        first, last = month.first_day, month.last_day
        on_plan: dict[int, list[Case]] = {}
        in_need: dict[int, list[Case]] = {}
        for case in self._front_door.open_before(first - timedelta(days=14)):
            child = case.child
            if child.care_on(first) or not -1 < child.age(first) < 17 or not case.is_open(last):
                continue
            plan = child.plan_on(first)
            if plan and plan.started_on < first - timedelta(days=20) and plan.ended_on > last:
                on_plan.setdefault(child.family.number, []).append(case)
            elif not child.plan_on(last) and case.assessment.support_required:
                in_need.setdefault(child.family.number, []).append(case)
        return list(on_plan.values()), list(in_need.values())

    def _arrive_unaccompanied(self, on: date) -> None:
        child = self._setting.people.new_unaccompanied(on)
        source = weighted(self._rng, {"6": 6, "5A": 2, "5C": 2})
        for case in self._front_door.refer([child], on, source, no_further_action=False):
            case.primary_need = "N8"
            case.assessment.support_required = True
            self._take_in(case, on)

    def _take_in(self, case: Case, on: date, *, allow_adoption: bool = True) -> Care:
        rng, child = self._rng, case.child
        care = Care(child, case, on, self._setting.recorded(on, rng, 2))
        care.placements.append(self._moves.placed(child, on))
        care.legal_statuses = _legal_statuses(child, on, rng)
        if allow_adoption:
            self._next_adoptive_family += 1
            care.adoption = road_to_adoption(child, on, rng, self._next_adoptive_family)
        care.permanence_plan = _permanence_plan(care, rng)
        care.permanence_from = on + timedelta(days=rng.randint(70, 125))
        case.closed_on = None
        case.assessment.support_required = True
        plan = child.plan_on(on)
        if plan:
            self._protection.lengthen(plan, add_months(on, 10))
        child.care.append(care)
        self.current.append(care)
        self.periods.append(care)
        return care

    def _leave(self, month: Month) -> None:
        for care in list(self.current):
            eighteenth = care.child.eighteenth_birthday
            if Month.of(eighteenth) <= month:
                self._let_go(care, eighteenth, weighted(self._rng, REASONS_AT_18))
            elif care.adoption and care.adoption.adopted_on and Month.of(care.adoption.adopted_on) == month:
                self._let_go(care, care.adoption.adopted_on, weighted(self._rng, {"E12": 3, "E11": 1}))
        usual = IN_CARE * self._setting.scale
        level = round(usual + self._rng.uniform(-0.02, 0.02) * usual)
        may_leave = [care for care in self.current if self._may_leave(care, month)]
        weights = [_readiness(care, month.first_day) for care in may_leave]
        while len(self.current) > level and may_leave:
            care = self._rng.choices(may_leave, weights)[0]
            position = may_leave.index(care)
            del may_leave[position], weights[position]
            day = self._setting.working_day_in(month, self._rng)
            self._let_go(care, day, weighted(self._rng, REASONS))

    def _may_leave(self, care: Care, month: Month) -> bool:
        adopting = care.adoption is not None and care.adoption.reversed_on is None
        settled_here = care.child.unaccompanied or adopting
        return not settled_here and care.started_on < month.first_day - timedelta(days=14)

    def _let_go(self, care: Care, on: date, reason: str) -> None:
        """Ends the time in care; the case goes on a while for a child who went home, and as long as a plan does."""
        care.ended_on, care.reason_ended = on, reason
        self.current.remove(care)
        plan, grown_up = care.child.plan_on(on), care.child.age(on) >= 18
        if plan and grown_up:
            self._protection.end(plan, self._setting.timeline.working_day_by(on))
        longest = timedelta(days=130 if reason in WENT_HOME else 0 if grown_up else 20)
        authorised_on = care.case.assessment.authorised_on
        closes = on + longest * self._rng.uniform(0.3, 1.0)
        if plan and not grown_up:
            closes = max(closes, plan.ended_on + timedelta(days=30))
        care.case.close(
            max(self._setting.timeline.working_day_by(closes), on, authorised_on), CLOSURES.get(reason, "RC7")
        )

    def _usual_on_both_plans(self, month: Month) -> float:
        """Between nine and eleven at full size, and nine when the story ends."""
        ends = self._setting.timeline.to_go(month) <= 0
        return (ON_BOTH_PLANS + (-1 if ends else self._rng.choice((-1, 0, 0, 1)))) * self._setting.scale

    def _end_dual_plans(self, month: Month) -> None:
        """While more children than usual are on both plans, a conference ends the longest-standing."""
        usual = self._usual_on_both_plans(month)
        both = [care for care in self.current if care.child.plan_on(month.last_day)]
        both.sort(key=lambda care: care.started_on)
        while len(both) > usual + 0.5:
            plan = both.pop(0).child.plan_on(month.last_day)
            if plan is not None:
                self._protection.end(plan, self._setting.working_day_in(month, self._rng))


def _legal_statuses(child: Child, on: date, rng: Random) -> list[tuple[date, str]]:
    """What the child is in care under, and since when; an interim order becomes a full one."""
    first = "V2" if child.unaccompanied else weighted(rng, LEGAL_STATUSES)
    statuses = [(on, first)]
    if first in ("L1", "L2"):
        statuses.append((on + timedelta(days=3 if first == "L1" else 8), "C1"))
    elif first == "V2" and not child.unaccompanied and rng.random() < 0.25:
        statuses.append((on + timedelta(days=rng.randint(60, 200)), "C1"))
    since, status = statuses[-1]
    if status == "C1":
        statuses.append((since + timedelta(days=rng.randint(150, 215)), "C2"))
    return statuses


def _permanence_plan(care: Care, rng: Random) -> str:
    age = care.child.age(care.started_on)
    if care.adoption:
        return "adoption"
    if age >= 15:
        return weighted(rng, {"supported_living": 6, "return_to_family": 2, "long_term_residential": 1})
    return weighted(rng, {"return_to_family": 4, "long_term_fostering": 5, "special_guardianship": 3})


def _readiness(care: Care, on: date) -> float:
    """Children go home in the first year and a half, or mostly grow up in care."""
    days = (on - care.started_on).days
    return 1.0 if days < 550 else 0.3 if days < 1100 else 0.05
