"""Young people who have left care, as they stand at each extraction; shares are held at their usual level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from everychild.calendar import Month, add_months
from everychild.northbrook.chance import Allowance, weighted
from everychild.northbrook.intervals import Interval, Rhythm
from everychild.northbrook.lives import Child
from everychild.northbrook.lives_in_care import Care, CareLeaver
from everychild.northbrook.setting import Setting
from everychild.northbrook.workforce import CARE_LEAVERS, Worker

HOW_MANY = 70
NOT_IN_TOUCH = 0.06
UNSUITABLE = 0.075
NOT_WORKING_OR_LEARNING = 0.395
OVERDUE_PATHWAY_PLANS = 0.065
PATHWAY_PLAN = Interval(182, (140, 176), (5, 50), 0.3)
OLDEST = 24
AGE_GROUPS = (range(19), range(19, 22), range(22, 30))
LAST_MONTH_EASE = 0.75

GOOD_ACTIVITIES = {"F1": 8, "F2": 38, "F4": 8, "F5": 34, "P2": 5, "P5": 7}
OTHER_ACTIVITIES = {"G4": 25, "G5": 58, "G6": 17}
GOOD_HOMES = {"U": 38, "D": 20, "E": 12, "Z": 10, "B": 14, "K": 3, "T": 3}
UNSUITABLE_HOMES = {"S": 3, "W": 3, "X": 3, "V": 1}


@dataclass(eq=False, slots=True)
class _YoungPerson:
    child: Child
    worker: Worker
    personal_adviser: Worker
    eligibility: str
    out_of_touch: bool = False
    unsuitable: bool = False
    not_occupied: bool = False
    activity: str = ""
    home: str = ""
    pathway_reviews: tuple[date, ...] = ()
    last_contact_on: date = date.min


class CareLeavers:
    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._rng = setting.stream("care leavers")
        usual = HOW_MANY * setting.scale
        self._pathway = Rhythm(
            setting.timeline, self._rng, Allowance(OVERDUE_PATHWAY_PLANS, setting.room_for_late(usual))
        )
        self._people: list[_YoungPerson] = []

    def by_month(self, periods: Sequence[Care]) -> dict[Month, tuple[CareLeaver, ...]]:
        """Everyone receiving the service at each delivered extraction."""
        timeline = self._setting.timeline
        self._begin(timeline.months[0].first_day)
        leaving = sorted(
            (care for care in periods if care.ended_on and care.child.age(care.ended_on) >= 18),
            key=lambda care: (care.ended_on, care.child.child_id),
        )
        found: dict[Month, tuple[CareLeaver, ...]] = {}
        since = timeline.months[0].first_day
        for month in timeline.months:
            on = timeline.extracted_on(month)
            for care in leaving:
                if care.ended_on and since < care.ended_on <= on:
                    self._join(care.child, on)
            since = on
            self._part_with_the_oldest(on)
            self._hold_shares(month, on)
            found[month] = tuple(self._as_at(person, on) for person in self._people)
        return found

    def _begin(self, on: date) -> None:
        for _ in range(round(HOW_MANY * self._setting.scale)):
            self._join(self._setting.people.new_child(on, 18, OLDEST - 2), on)

    def _join(self, child: Child, on: date) -> None:
        next_in = self._setting.workforce.next_in
        first = on - timedelta(days=self._rng.randint(5, 170))
        self._people.append(
            _YoungPerson(
                child=child,
                worker=next_in(CARE_LEAVERS),
                personal_adviser=next_in(CARE_LEAVERS),
                eligibility=weighted(self._rng, {"former_relevant": 92, "qualifying": 8}),
                activity=weighted(self._rng, GOOD_ACTIVITIES),
                home=weighted(self._rng, GOOD_HOMES),
                pathway_reviews=self._pathway.days(
                    self._setting.timeline.working_day_by(first), self._setting.timeline.until, lambda _: PATHWAY_PLAN
                ),
            )
        )

    def _part_with_the_oldest(self, on: date) -> None:
        self._people.sort(key=lambda person: person.child.born_on, reverse=True)
        most = round(HOW_MANY * self._setting.scale * 1.02)
        self._people = [person for person in self._people if person.child.age(on) <= OLDEST][:most]

    def _hold_shares(self, month: Month, on: date) -> None:
        """Fortunes change, but in each age group about as many are out of touch, badly housed or without work."""
        rng = self._rng
        for person in rng.sample(self._people, round(len(self._people) * 0.04)):
            self._fare_well(person)
        to_go = self._setting.timeline.to_go(month)
        ease = LAST_MONTH_EASE if to_go == 0 else 1.0 + 0.15 * (-1) ** to_go
        for ages in AGE_GROUPS:
            group = [person for person in self._people if person.child.age(on) in ages]
            self._hold(group, NOT_IN_TOUCH * ease, "out_of_touch")
            self._hold(group, UNSUITABLE * ease, "unsuitable")
            self._hold(group, NOT_WORKING_OR_LEARNING * (0.9 + ease / 10), "not_occupied")

    def _hold(self, group: Sequence[_YoungPerson], share: float, what: str) -> None:
        """Changes as few as need be for that share of the group to be so."""
        so = [person for person in group if getattr(person, what)]
        others = [person for person in group if not getattr(person, what)]
        wanted = int(share * len(group) + 0.2)
        for person in self._rng.sample(others, max(0, wanted - len(so))):
            setattr(person, what, True)
            self._settle(person)
        for person in self._rng.sample(so, max(0, len(so) - wanted)):
            setattr(person, what, False)
            self._settle(person)

    def _fare_well(self, person: _YoungPerson) -> None:
        person.out_of_touch = person.unsuitable = person.not_occupied = False
        self._settle(person)

    def _settle(self, person: _YoungPerson) -> None:
        """Where they live and what they do, to fit."""
        if person.unsuitable != (person.home in UNSUITABLE_HOMES):
            person.home = weighted(self._rng, UNSUITABLE_HOMES if person.unsuitable else GOOD_HOMES)
        if person.not_occupied != (person.activity in OTHER_ACTIVITIES):
            person.activity = weighted(self._rng, OTHER_ACTIVITIES if person.not_occupied else GOOD_ACTIVITIES)

    def _as_at(self, person: _YoungPerson, on: date) -> CareLeaver:
        ago = self._rng.randint(70, 190) if person.out_of_touch else self._rng.randint(1, 40)
        contact_on = self._setting.timeline.working_day_by(on - timedelta(days=ago))
        person.last_contact_on = max(person.last_contact_on, contact_on)
        reviewed = [day for day in person.pathway_reviews if day <= on]
        return CareLeaver(
            child=person.child,
            eligibility=person.eligibility,
            in_touch=("refused" if person.child.family.number % 5 == 0 else "no") if person.out_of_touch else "yes",
            last_contact_on=person.last_contact_on,
            pathway_plan_reviewed_on=reviewed[-1] if reviewed else add_months(on, -2),
            accommodation=person.home,
            suitable=not person.unsuitable,
            activity=person.activity,
            worker=person.worker,
            personal_adviser=person.personal_adviser,
        )
