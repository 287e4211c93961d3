"""Northbrook's personnel records: posts, the social workers in them, leavers, sickness and supervision.

Those who hold cases stay, as they do in the rest of the simulation; comings and goings are among the other posts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from everychild.calendar import Month, add_months, months_to
from everychild.northbrook.chance import Evenly, weighted
from everychild.northbrook.setting import Setting
from everychild.northbrook.workforce import Worker

MONTHS_BEFORE = 13
"""So that the first list has a year of leavers."""

OTHER_POSTS = 66
"""At full size: managers, senior practitioners, fostering and adoption, reviewing officers, duty."""

LEAVERS_A_MONTH = 0.95
MONTHS_VACANT = (4, 7)
AGENCY_SHARE = 0.09
PART_TIME = {100: 78, 80: 9, 60: 10, 50: 3}
SICK_SHARE = 0.031
"""Of working days; most of it is a few people away for a long time, which is spread here from month to month."""

SUPERVISED_LATE = 0.05
AWAY = 0.03
REASONS = {"resigned": 62, "retired": 10, "contract_ended": 6, "moved_within": 20, "dismissed": 2}
ROLES = {"2": 4, "3": 16, "4": 22, "5": 34, "6": 24}
TEAMS = ("Fostering", "Adoption", "Reviewing and Conferences", "Emergency Duty", "Assessment", "Children in Care")


@dataclass(frozen=True, slots=True)
class SocialWorker:
    number: str
    role: str
    fte: int
    agency: bool
    started_on: date
    left_on: date | None = None
    left_because: str | None = None
    qualified_on: date | None = None

    def is_newly_qualified(self, day: date) -> bool:
        return self.qualified_on is not None and add_months(self.qualified_on, 12) > day


@dataclass(frozen=True, slots=True)
class Post:
    """A post at a month end and whoever is in it; or nobody’s post, with somebody who left it."""

    number: str | None
    team: str
    told_on: date
    worker: SocialWorker | None
    vacant_fte: int
    days_absent: int
    is_absent: bool


@dataclass(frozen=True, slots=True)
class Supervision:
    worker_number: str
    team: str
    held_on: date


@dataclass(frozen=True)
class Personnel:
    posts: dict[Month, tuple[Post, ...]]
    supervisions: tuple[Supervision, ...]


class PersonnelRecords:
    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._rng = setting.stream("personnel")
        self._agency, self._away = Evenly(self._rng), Evenly(self._rng)
        self._leaving, self._sick, self._late = Evenly(self._rng), Evenly(self._rng), Evenly(self._rng)
        self._number = 7000

    def keep(self) -> Personnel:
        case_holders = [worker for worker in self._setting.workforce.workers if worker.is_social_worker]
        months = months_to(self._setting.timeline.last, len(self._setting.timeline.months) + MONTHS_BEFORE)
        teams = [worker.team for worker in case_holders]
        others = max(4, round(OTHER_POSTS * self._setting.scale))
        teams += [TEAMS[n % len(TEAMS)] for n in range(others)]
        begins = months[0].first_day
        people: list[SocialWorker | None] = [self._known(worker, begins) for worker in case_holders]
        people += [self._new(begins - timedelta(days=self._rng.randint(60, 3_000))) for _ in range(others)]
        empty_until: dict[int, Month] = {}
        for place in range(len(case_holders), len(teams), 12):
            people[place], empty_until[place] = None, months[0] + self._rng.randint(1, 4)
        posts: dict[Month, tuple[Post, ...]] = {}
        supervisions: list[Supervision] = []
        leavers: list[tuple[str, SocialWorker]] = []
        for month in months:
            self._fill(people, empty_until, month)
            self._leave(people, len(case_holders), month)
            leavers += [(teams[n], person) for n, person in enumerate(people) if person is not None and person.left_on]
            in_post = [self._post(n, teams[n], people[n], month) for n in range(len(teams))]
            supervisions += self._supervise(in_post, month)
            posts[month] = (*in_post, *_left_within_a_year(leavers, month))
            for place, person in enumerate(people):
                if person is not None and person.left_on is not None:
                    people[place], empty_until[place] = None, month + self._rng.randint(*MONTHS_VACANT)
        supervisions.sort(key=lambda one: (one.held_on, one.worker_number))
        return Personnel(posts, tuple(supervisions))

    def _known(self, worker: Worker, begins: date) -> SocialWorker:
        agency = self._agency.happens(AGENCY_SHARE)
        started_on = begins - timedelta(days=self._rng.randint(60, 3_000))
        return SocialWorker(worker.number, "5", 100, agency, started_on)

    def _new(self, started_on: date) -> SocialWorker:
        self._number += 3
        role = weighted(self._rng, ROLES)
        new_to_it = role in "56" and self._rng.random() < 0.45
        return SocialWorker(
            f"NB{self._number}",
            role,
            weighted(self._rng, PART_TIME),
            self._agency.happens(AGENCY_SHARE),
            self._setting.timeline.working_day_by(started_on),
            qualified_on=started_on if new_to_it else None,
        )

    def _fill(self, people: list[SocialWorker | None], empty_until: dict[int, Month], month: Month) -> None:
        for place, until in empty_until.items():
            if people[place] is None and until <= month:
                people[place] = self._new(self._setting.working_day_in(month, self._rng))

    def _leave(self, people: list[SocialWorker | None], first: int, month: Month) -> None:
        settled = [
            place
            for place, person in enumerate(people)
            if place >= first
            and person is not None
            and not person.agency
            and add_months(person.started_on, 3) < month.first_day
        ]
        leaving = self._leaving.of(3, LEAVERS_A_MONTH * self._setting.scale / 3)
        for place in self._rng.sample(settled, k=min(leaving, len(settled))):
            person = people[place]
            assert person is not None
            people[place] = replace(
                person,
                left_on=self._setting.working_day_in(month, self._rng),
                left_because=weighted(self._rng, REASONS),
            )

    def _post(self, place: int, team: str, worker: SocialWorker | None, month: Month) -> Post:
        told_on = month.last_day
        if worker is None or worker.left_on is not None:
            return Post(f"PN{400 + place}", team, told_on, None, 100, 0, False)
        days = len(self._setting.timeline.working_days_of(month))
        lost = 0
        away = self._away.happens(AWAY)
        for _ in range(days):
            lost += 100 * self._sick.of(1, SICK_SHARE)
        return Post(f"PN{400 + place}", team, told_on, worker, 100 - worker.fte, lost, away)

    def _supervise(self, posts: Sequence[Post], month: Month) -> list[Supervision]:
        """Once a month; now and then a month goes by without."""
        held = []
        for post in posts:
            worker = post.worker
            if worker is None or self._late.happens(SUPERVISED_LATE):
                continue
            day = max(self._setting.working_day_in(month, self._rng), worker.started_on)
            held.append(Supervision(worker.number, post.team, day))
        return held


def _left_within_a_year(leavers: Sequence[tuple[str, SocialWorker]], month: Month) -> list[Post]:
    since = (month - 11).first_day
    return [
        Post(None, team, month.last_day, worker, 0, 0, False)
        for team, worker in leavers
        if worker.left_on is not None and worker.left_on >= since
    ]
