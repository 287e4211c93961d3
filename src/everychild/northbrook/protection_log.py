"""What Northbrook logs of children at risk: strategy discussions, enquiries to their end, conferences, core groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from everychild.calendar import Month
from everychild.northbrook.allocations import worker_on
from everychild.northbrook.chance import Allowance, Evenly, Volumes, weighted
from everychild.northbrook.intervals import Interval, Rhythm
from everychild.northbrook.lives import Case, Child, Enquiry, Plan
from everychild.northbrook.setting import Setting
from everychild.northbrook.workforce import Worker

DISCUSSED_WITHOUT_ENQUIRY = 14
WITHOUT_ENQUIRY = {"assessment": 60, "no_further_action": 34, "other": 6}
WITH_THE_POLICE = 0.35

LATE_CONCLUSIONS = 0.06
WITHOUT_CONFERENCE = {"assessment": 48, "no_further_action": 28, "services": 22, "legal_action": 2}

OLD_ENOUGH_TO_TAKE_PART = 4
TOOK_PART = {"PN1": 15, "PN2": 12, "PN3": 4, "PN4": 4, "PN5": 24, "PN6": 26, "PN7": 15}

LATE_FIRST_CORE_GROUPS = 0.05
ON_A_PLAN = 115
CORE_GROUPS = Interval(limit=42, usual=(22, 38), late_by=(1, 8), chance_late=0.06)
CORE_GROUPS_IN_TIME = Interval(limit=42, usual=(22, 38), late_by=(1, 8), chance_late=0.0)


@dataclass(frozen=True, slots=True)
class Discussion:
    child: Child
    discussion_id: str
    held_at: datetime
    recorded_on: date
    outcome: str
    worker: Worker


@dataclass(frozen=True, slots=True)
class Conclusion:
    """How and when an enquiry ended."""

    enquiry: Enquiry
    ended_on: date
    recorded_on: date
    outcome: str


@dataclass(frozen=True, slots=True)
class Attendance:
    """One child’s conference, and how the child took part."""

    child: Child
    kind: str
    held_on: date
    participation: str
    outcome: str
    category: str | None
    worker: Worker


@dataclass(frozen=True, slots=True)
class CoreGroup:
    child: Child
    held_on: date
    recorded_on: date
    worker: Worker


@dataclass(frozen=True)
class ProtectionLog:
    discussions: tuple[Discussion, ...]
    conclusions: tuple[Conclusion, ...]
    attendances: tuple[Attendance, ...]
    core_groups: tuple[CoreGroup, ...]


class ProtectionLogs:
    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._rng = setting.stream("protection log")
        self._volumes = Volumes(self._rng)
        self._late_conclusions, self._late_first = Evenly(self._rng), Evenly(self._rng)
        room = setting.room_for_late(ON_A_PLAN * setting.scale)
        self._rhythm = Rhythm(setting.timeline, self._rng, Allowance(0.05, room))

    def write(self, cases: Sequence[Case], enquiries: Sequence[Enquiry], plans: Sequence[Plan]) -> ProtectionLog:
        in_order = sorted(enquiries, key=lambda one: (one.started_on, one.child.child_id))
        discussions = [*self._begun(in_order), *self._without_enquiry(cases)]
        attendances = [*self._initial(in_order), *self._reviews(plans)]
        return ProtectionLog(
            tuple(sorted(discussions, key=lambda one: (one.held_at, one.discussion_id, one.child.child_id))),
            tuple(conclusion for group in _together(in_order) for conclusion in self._conclude(group)),
            tuple(sorted(attendances, key=lambda one: (one.held_on, one.child.child_id, one.kind))),
            tuple(sorted(self._core_groups(plans), key=lambda one: (one.held_on, one.child.child_id))),
        )

    def _begun(self, enquiries: Sequence[Enquiry]) -> Iterator[Discussion]:
        """The discussion that began each enquiry; brothers and sisters are discussed together."""
        for group in _together(enquiries):
            first = group[0]
            outcome = "joint_enquiry" if self._rng.random() < WITH_THE_POLICE else "enquiry"
            held_at, discussion_id = self._at(first.started_on), _discussion_id(first.child, first.started_on, "E")
            for one in group:
                yield Discussion(one.child, discussion_id, held_at, one.recorded_on, outcome, one.worker)

    def _without_enquiry(self, cases: Sequence[Case]) -> Iterator[Discussion]:
        timeline = self._setting.timeline
        for month in timeline.lived:
            if not Month.of(timeline.first_seen) <= month <= timeline.last + 1:
                continue
            first, last = month.first_day, month.last_day
            able = [case for case in cases if case.is_open(first) and case.is_open(last)]
            wanted = self._volumes.draw(self._setting.expected(DISCUSSED_WITHOUT_ENQUIRY, month))
            for case in self._rng.sample(able, min(wanted, len(able))):
                day = self._setting.working_day_in(month, self._rng)
                yield Discussion(
                    case.child,
                    _discussion_id(case.child, day, "D"),
                    self._at(day),
                    self._setting.recorded(day, self._rng, 1),
                    weighted(self._rng, WITHOUT_ENQUIRY),
                    worker_on(case, day),
                )

    def _at(self, day: date) -> datetime:
        return datetime.combine(day, time(self._rng.randint(9, 16), self._rng.choice((0, 15, 30, 45))))

    def _conclude(self, group: Sequence[Enquiry]) -> Iterator[Conclusion]:
        """Before the conference where there is one; a few of the others late, and none in the last month."""
        timeline, first = self._setting.timeline, group[0]
        usual = round(self._rng.triangular(4, 14, 10))
        if first.conference_on:
            taken = min(usual, timeline.calendar.working_days(first.started_on, first.conference_on) - 1)
            ended_on, outcome = timeline.later(first.started_on, max(taken, 0)), "conference"
        else:
            ended_on, outcome = timeline.later(first.started_on, usual), weighted(self._rng, WITHOUT_CONFERENCE)
            late = timeline.later(first.started_on, self._rng.randint(16, 23))
            if timeline.to_go(Month.of(late)) > 0 and self._late_conclusions.takes(len(group), LATE_CONCLUSIONS):
                ended_on = late
        recorded_on = self._setting.recorded(ended_on, self._rng, 2)
        for one in group:
            yield Conclusion(one, ended_on, max(recorded_on, one.recorded_on), outcome)

    def _initial(self, enquiries: Iterable[Enquiry]) -> Iterator[Attendance]:
        for one in enquiries:
            if one.conference_on:
                plan = next((plan for plan in one.child.plans if plan.conference_on == one.conference_on), None)
                yield Attendance(
                    one.child,
                    "pre_birth" if one.child.born_on > one.conference_on else "initial",
                    one.conference_on,
                    self._participation(one.child, one.conference_on),
                    "plan_start" if plan else "no_plan",
                    plan.first_category if plan else None,
                    one.worker,
                )

    def _reviews(self, plans: Iterable[Plan]) -> Iterator[Attendance]:
        for plan in plans:
            case = _case_of(plan)
            for day in plan.reviews:
                yield Attendance(
                    plan.child,
                    "review",
                    day,
                    self._participation(plan.child, day),
                    "plan_end" if day == plan.ended_on else "plan_continue",
                    plan.latest_category,
                    worker_on(case, day),
                )

    def _participation(self, child: Child, day: date) -> str:
        return weighted(self._rng, TOOK_PART) if child.age(day) >= OLD_ENOUGH_TO_TAKE_PART else "PN0"

    def _core_groups(self, plans: Iterable[Plan]) -> Iterator[CoreGroup]:
        """The people around brothers and sisters meet once for all of them."""
        families: dict[tuple[int, date], list[Plan]] = {}
        for plan in plans:
            families.setdefault((plan.child.family.number, plan.started_on), []).append(plan)
        for (_, starts), group in families.items():
            until = min(max(plan.ended_on for plan in group), self._setting.timeline.until)
            for day in self._rhythm.days(self._first(starts, len(group)), until, self._interval_at, len(group)):
                recorded_on = self._setting.recorded(day, self._rng, 2)
                for plan in group:
                    if plan.started_on <= day < plan.ended_on:
                        yield CoreGroup(plan.child, day, recorded_on, worker_on(_case_of(plan), day))

    def _first(self, starts: date, children: int) -> date:
        timeline = self._setting.timeline
        due = timeline.later(starts, 10)
        if timeline.to_go(Month.of(due)) > 0 and self._late_first.takes(children, LATE_FIRST_CORE_GROUPS):
            return timeline.later(starts, self._rng.randint(11, 14))
        return timeline.later(starts, round(self._rng.triangular(4, 10, 8)))

    def _interval_at(self, day: date) -> Interval:
        """Nothing that falls due in the last month is late."""
        due = day + timedelta(days=CORE_GROUPS.limit)
        return CORE_GROUPS if self._setting.timeline.to_go(Month.of(due)) > 0 else CORE_GROUPS_IN_TIME


def _together(enquiries: Iterable[Enquiry]) -> list[list[Enquiry]]:
    """Brothers and sisters whose enquiries began on one day."""
    found: dict[tuple[int, date], list[Enquiry]] = {}
    for one in enquiries:
        found.setdefault((one.child.family.number, one.started_on), []).append(one)
    return list(found.values())


def _discussion_id(child: Child, day: date, kind: str) -> str:
    return f"S{kind}{child.family.number:06}{day:%y%m%d}"


def _case_of(plan: Plan) -> Case:
    """The episode of need the plan belongs to."""
    return next(case for case in reversed(plan.child.cases) if case.opened_on <= plan.started_on)
