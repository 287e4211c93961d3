"""The road to adoption: some young children in care take it, and the adopters who wait for them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from everychild.calendar import Month
from everychild.northbrook.chance import weighted
from everychild.northbrook.lives import Child
from everychild.northbrook.lives_in_care import Adopter, Adoption, Care
from everychild.northbrook.people import ETHNIC_GROUPS
from everychild.northbrook.setting import Setting

OLDEST = 4
SHARE_OF_YOUNG_CHILDREN = 0.36
REVERSED = 0.12
ADOPTERS_ALONE = 0.2
ENQUIRING = 0.45
"""New adopters a month at full size, beside those a child was found for."""


def road_to_adoption(child: Child, entered_on: date, rng: Random, family_number: int) -> Adoption | None:
    """The dates ahead of a young child, for those whose plan will be adoption."""
    if child.age(entered_on) > OLDEST or rng.random() > SHARE_OF_YOUNG_CHILDREN:
        return None
    decided = entered_on + timedelta(days=rng.randint(110, 165))
    ordered = decided + timedelta(days=rng.randint(25, 55))
    if rng.random() < REVERSED:
        reversed_on = ordered + timedelta(days=rng.randint(120, 260))
        reason = weighted(rng, {"RD1": 4, "RD3": 4, "RD4": 2})
        return Adoption(family_number, decided, ordered, None, None, None, reversed_on, reason, None)
    matched = ordered + timedelta(days=rng.randint(40, 110))
    placed = matched + timedelta(days=rng.randint(12, 30))
    adopted = placed + timedelta(days=rng.randint(150, 280))
    early = placed - timedelta(days=rng.randint(150, 220)) if rng.random() < 0.15 else None
    fostered = early if early and early > entered_on else None
    return Adoption(family_number, decided, ordered, matched, placed, adopted, None, None, fostered)


class Adopters:
    """The people who ask to adopt: those a child was found for, and others on their way."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._rng = setting.stream("adopters")
        self._next_id = 70_100

    def found_for(self, care: Sequence[Care]) -> list[Adopter]:
        adopters: list[Adopter] = []
        for period in care:
            road = period.adoption
            if road is not None and road.matched_on is not None:
                approved = road.matched_on - timedelta(days=self._rng.randint(20, 150))
                adopters += self._household(road.family_number, approved, road)
        return adopters

    def on_their_way(self, months: Sequence[Month]) -> list[Adopter]:
        adopters: list[Adopter] = []
        family = 9000
        for month in months:
            for _ in range(int(ENQUIRING * self._setting.scale + self._rng.random())):
                family += 1
                approved = month.first_day + timedelta(days=self._rng.randint(200, 260))
                adopters += self._household(family, approved, None)
        return adopters

    def _household(self, family: int, approved_on: date, road: Adoption | None) -> list[Adopter]:
        """One adopter or a couple, who share every date; two months to stage 1, four to stage 2."""
        rng = self._rng
        back = [approved_on]
        for least, most in ((5, 14), (3, 10), (95, 118), (2, 20), (48, 60), (8, 25)):
            back.append(back[-1] - timedelta(days=rng.randint(least, most)))
        approved, applied, ended_2, started_2, ended_1, started_1, enquired = back
        left_on = None
        if road is None and rng.random() < 0.2:
            left_on = ended_1 + timedelta(days=rng.randint(3, 60))
        sexes = [rng.choice(("male", "female"))] if rng.random() < ADOPTERS_ALONE else ["female", "male"]
        ethnic_group = weighted(rng, ETHNIC_GROUPS)
        return [
            Adopter(
                adopter_id=self._new_id(),
                family_number=family,
                sex=sex,
                ethnic_group=ethnic_group,
                disabled=rng.random() < 0.03,
                fostering_for_adoption=bool(road and road.fostering_for_adoption_on),
                enquired_on=enquired,
                stage_1_started_on=started_1,
                stage_1_ended_on=ended_1,
                stage_2_started_on=_unless_left(started_2, left_on),
                stage_2_ended_on=_unless_left(ended_2, left_on),
                applied_on=_unless_left(applied, left_on),
                approved_on=_unless_left(approved, left_on),
                matched_on=road.matched_on if road else None,
                placed_on=road.placed_on if road else None,
                children_placed=1 if road else None,
                adopted_on=road.adopted_on if road else None,
                left_on=left_on,
                left_reason="1" if left_on else None,
            )
            for sex in sexes
        ]

    def _new_id(self) -> str:
        self._next_id += self._rng.randint(1, 5)
        return str(self._next_id)


def _unless_left(day: date, left_on: date | None) -> date | None:
    return day if left_on is None or day < left_on else None
