"""Brothers and sisters in care at one time, and whether they are meant to live together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from everychild.northbrook.lives import Child
from everychild.northbrook.lives_in_care import Care
from everychild.northbrook.placement_details import PlacementDetails
from everychild.northbrook.setting import Setting

DAYS_TO_DECIDE = (15, 45)
APART_THOUGH_MEANT_TOGETHER = 0.22
"""Of the groups who could not be placed in one home, those whose plan is to live together all the same."""


@dataclass(frozen=True, slots=True)
class SiblingPlan:
    child: Child
    group_id: str
    decided_on: date
    ended_on: date | None
    plan: str


class SiblingPlans:
    def __init__(self, setting: Setting) -> None:
        self._rng = setting.stream("siblings")

    def made(self, periods: Sequence[Care], details: Mapping[tuple[str, date], PlacementDetails]) -> list[SiblingPlan]:
        families: dict[tuple[int, date], list[Care]] = {}
        for care in periods:
            families.setdefault((care.child.family.number, care.started_on), []).append(care)
        found: list[SiblingPlan] = []
        for (family, started_on), group in families.items():
            if len(group) < 2:
                continue
            decided_on = started_on + timedelta(days=self._rng.randint(*DAYS_TO_DECIDE))
            homes = {details[care.child.child_id, care.placement_on(decided_on).started_on].home_id for care in group}
            meant_together = len(homes) == 1 or self._rng.random() < APART_THOUGH_MEANT_TOGETHER
            found += [
                SiblingPlan(
                    care.child, f"G{family}", decided_on, care.ended_on, "together" if meant_together else "apart"
                )
                for care in group
                if care.ended_on is None or care.ended_on > decided_on
            ]
        return sorted(found, key=lambda one: (one.decided_on, one.child.child_id))
