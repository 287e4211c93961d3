"""School: education plans by term, attendance by month, and children at home or at no school.

Each child has a way of attending that lasts; months differ a little. Figures are as usual, and steady.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from everychild.calendar import Month, months_to
from everychild.northbrook.chance import Evenly, Volumes, stream
from everychild.northbrook.lives import Case, Child
from everychild.northbrook.lives_in_care import Care
from everychild.northbrook.setting import Setting

PLANNED_EACH_TERM = 0.98
FIRST_PLANS_LATE = 0.07
MONTHS_BEFORE = 12
"""Attendance is told for a year before the first month, since figures look back so far."""

MISSED_IN_CARE, MISSED_OTHERWISE = 0.042, 0.105
SEVERAL_TIMES_SUSPENDED, SUSPENDED_IN_A_MONTH = 0.12, 0.22
FROM_SECONDARY_SCHOOL = 11
WITHOUT_FULL_TIME_PLACE = 0.02

AT_HOME, NEW_AT_HOME = 170, 6
NOWHERE, NEW_NOWHERE = 22, 9


@dataclass(frozen=True, slots=True)
class SchoolMonth:
    child: Child
    month: Month
    possible: int
    attended: int
    suspensions: int
    place: str


@dataclass(frozen=True, slots=True)
class EducationPlan:
    child: Child
    term: str
    completed_on: date


@dataclass(frozen=True, slots=True)
class OutOfSchool:
    child_id: str
    born_on: date
    started_on: date
    ended_on: date


@dataclass(frozen=True)
class Schooling:
    plans: tuple[EducationPlan, ...]
    months: dict[Month, tuple[SchoolMonth, ...]]
    at_home: tuple[OutOfSchool, ...]
    nowhere: tuple[OutOfSchool, ...]


def live_at_school(setting: Setting, cases: Sequence[Case], periods: Sequence[Care]) -> Schooling:
    out_of_school = OutOfSchoolRegisters(setting)
    return Schooling(
        plans=tuple(EducationPlans(setting).make(periods)),
        months={month: tuple(_at_school(setting, cases, month)) for month in _months(setting)},
        at_home=tuple(out_of_school.fill("H", AT_HOME, NEW_AT_HOME)),
        nowhere=tuple(out_of_school.fill("N", NOWHERE, NEW_NOWHERE)),
    )


def is_of_school_age(child: Child, on: date) -> bool:
    """Reception to year 11: aged 4 to 15 on the 31 August before."""
    before = on.year - (on.month < 9)
    return 4 <= child.age(date(before, 8, 31)) <= 15


class EducationPlans:
    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._rng = setting.stream("education plans")
        self._late, self._planned = Evenly(self._rng), Evenly(self._rng)

    def make(self, periods: Iterable[Care]) -> Iterator[EducationPlan]:
        for care in sorted(periods, key=lambda care: (care.started_on, care.child.child_id)):
            yield from self._of(care)

    def _of(self, care: Care) -> Iterator[EducationPlan]:
        """The first in two weeks at school, then one in each term."""
        timeline, rng = self._setting.timeline, self._rng
        until = min(care.ended_on or date.max, timeline.until + timedelta(days=60))
        first = self._first(care)
        for term in timeline.calendar.terms:
            if term.ends_on < care.started_on or not care.started_on < until or term.starts_on > until:
                continue
            length = (term.ends_on - term.starts_on).days
            day = timeline.working_day_by(term.starts_on + timedelta(days=round(length * rng.uniform(0.2, 0.85))))
            if term.starts_on <= first <= term.ends_on:
                day = first
            elif day <= first or not self._planned.happens(PLANNED_EACH_TERM):
                continue
            if day < until and is_of_school_age(care.child, day):
                yield EducationPlan(care.child, term.name, day)

    def _first(self, care: Care) -> date:
        calendar, rng = self._setting.timeline.calendar.school, self._rng
        lately = self._setting.timeline.to_go(Month.of(care.started_on)) < 2
        late = not lately and self._late.happens(FIRST_PLANS_LATE)
        return calendar.add_working_days(care.started_on, rng.randint(11, 16) if late else rng.randint(4, 9))


def _months(setting: Setting) -> tuple[Month, ...]:
    return months_to(setting.timeline.last, len(setting.timeline.months) + MONTHS_BEFORE)


def _at_school(setting: Setting, cases: Iterable[Case], month: Month) -> Iterator[SchoolMonth]:
    """Every child of school age with an open case: the virtual school asks after them all."""
    calendar = setting.timeline.calendar.school
    last = month.last_day
    possible = 2 * calendar.working_days(month.first_day - timedelta(days=1), last)
    children = {case.child.child_id: case.child for case in cases if case.is_open(last)}
    for child_id, child in sorted(children.items()):
        if is_of_school_age(child, last):
            yield _month_of(child, month, possible, stream(setting.seed, f"school/{child_id}"), setting)


def _month_of(child: Child, month: Month, possible: int, lasting: Random, setting: Setting) -> SchoolMonth:
    """`lasting` is how the child is, and gives the same answers each month."""
    in_care = child.care_on(month.last_day) is not None
    usual = min(lasting.gammavariate(0.9, 1 / 0.9), 6.0)
    is_prone, half_placed = lasting.random() < SEVERAL_TIMES_SUSPENDED, lasting.random() < WITHOUT_FULL_TIME_PLACE
    changing = stream(setting.seed, f"school/{child.child_id}/{month}")
    missed = usual * (MISSED_IN_CARE if in_care else MISSED_OTHERWISE) * changing.uniform(0.7, 1.3)
    old_enough = child.age(month.first_day) >= FROM_SECONDARY_SCHOOL
    suspended = is_prone and old_enough and possible > 0 and changing.random() < SUSPENDED_IN_A_MONTH
    return SchoolMonth(
        child=child,
        month=month,
        possible=possible,
        attended=possible - min(round(possible * missed), possible),
        suspensions=int(suspended),
        place="part_time" if in_care and half_placed else "full_time",
    )


class OutOfSchoolRegisters:
    """Children known to nobody else in these files: they have numbers of the education system’s own."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._rng = setting.stream("out of school")

    def fill(self, letter: str, usual: int, new: int) -> Iterator[OutOfSchool]:
        """As many as usual to begin with, then so many new a month, each for as long as keeps the number level."""
        setting, rng = self._setting, self._rng
        first = _months(setting)[0].first_day
        months_each = usual / new
        scaled = round(usual * setting.scale)
        starts = [first - timedelta(days=round(rng.random() * months_each * 30)) for _ in range(scaled)]
        volumes = Volumes(rng, swing=0.15)
        for month in _months(setting):
            how_many = volumes.draw(new * setting.scale)
            starts += [setting.working_day_in(month, rng) for _ in range(how_many)]
        for number, started_on in enumerate(sorted(starts), 1):
            yield self._child(f"E{letter}{number:05}", started_on, months_each)

    def _child(self, child_id: str, started_on: date, months_each: float) -> OutOfSchool:
        rng = self._rng
        born_on = started_on - timedelta(days=rng.randint(5 * 365 + 2, 15 * 365))
        lasts = round(months_each * 30 * rng.uniform(0.85, 1.15))
        return OutOfSchool(child_id, born_on, started_on, started_on + timedelta(days=max(lasts, 7)))
