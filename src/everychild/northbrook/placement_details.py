"""What the council knows of each placement beside its kind: how far from home, whose household, why it ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from everychild.northbrook.chance import weighted
from everychild.northbrook.lives_in_care import Care, Placement
from everychild.northbrook.placements import FOSTER_KINDS
from everychild.northbrook.setting import Setting

MILES_IN_AREA = (0.4, 9.0)
MILES_NEARBY = (6.0, 19.5)
MILES_FAR = (20.5, 96.0)
FAR_OF_OUTSIDE = 0.42
DISTANCE_NOT_KNOWN = 0.02
STAYED_WITH_CARER = 0.75
"""Of two foster placements that follow each other at one distance and under one provider: a new name for one home."""

REASONS_FOR_MOVES = {
    "CARPL": 56, "CREQB": 11, "CREQO": 7, "CHILD": 4, "LAREQ": 9, "CLOSE": 3, "ALLEG": 2, "STAND": 1, "OTHER": 7
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlacementDetails:
    """`tenths_of_a_mile` is empty where nobody measured; `moved_on` and its reason where the child did not move on."""

    tenths_of_a_mile: int | None
    same_carer: bool
    home_id: str
    moved_on: date | None
    reason_ended: str | None


@dataclass(frozen=True, slots=True)
class _Home:
    home_id: str
    tenths_of_a_mile: int | None
    same_carer: bool


class DescribesPlacements:
    def __init__(self, setting: Setting) -> None:
        self._rng = setting.stream("placement details")
        self._next_home = 60_000
        self._homes_of_families: dict[tuple[int, str, bool], _Home] = {}

    def of(self, periods: Sequence[Care]) -> dict[tuple[str, date], PlacementDetails]:
        """The details of every placement, by the child and the day it began."""
        found: dict[tuple[str, date], PlacementDetails] = {}
        for care in periods:
            homes = self._homes(care.child.family.number, care.placements)
            moves = list(pairwise(zip(care.placements, homes, strict=True)))
            for (placement, home), (later, next_home) in moves:
                reason = self._reason(later, next_home)
                found[care.child.child_id, placement.started_on] = _described(home, later.started_on, reason)
            found[care.child.child_id, care.placements[-1].started_on] = _described(homes[-1], None, None)
        return found

    def _homes(self, family: int, placements: Sequence[Placement]) -> list[_Home]:
        homes = [self._found(family, placements[0], [])]
        for before, placement in pairwise(placements):
            stays = _are_alike(before, placement) and self._rng.random() < STAYED_WITH_CARER
            old = homes[-1]
            homes.append(
                _Home(old.home_id, old.tenths_of_a_mile, True) if stays else self._found(family, placement, homes)
            )
        return homes

    def _found(self, family: int, placement: Placement, left: Sequence[_Home]) -> _Home:
        """Foster carers who have one of the family, where they are of the kind the child is to go to, take the next."""
        if placement.kind not in FOSTER_KINDS:
            return self._new_home(placement)
        key = (family, placement.provider, placement.out_of_area)
        if key not in self._homes_of_families or self._homes_of_families[key] in left:
            self._homes_of_families[key] = self._new_home(placement)
        return self._homes_of_families[key]

    def _new_home(self, placement: Placement) -> _Home:
        rng = self._rng
        self._next_home += rng.randint(1, 9)
        far = rng.random() < FAR_OF_OUTSIDE
        least, most = MILES_IN_AREA if not placement.out_of_area else MILES_FAR if far else MILES_NEARBY
        tenths = round(10 * (least + (most - least) * rng.random() ** 2))
        return _Home(f"H{self._next_home}", None if rng.random() < DISTANCE_NOT_KNOWN else tenths, False)

    def _reason(self, later: Placement, next_home: _Home) -> str:
        if next_home.same_carer:
            return "PLACE"
        return "CARPL" if later.kind.startswith("A") else weighted(self._rng, REASONS_FOR_MOVES)


def _are_alike(before: Placement, placement: Placement) -> bool:
    """Two foster placements under one provider, both in the area or both outside it."""
    fostered = {before.kind, placement.kind} <= FOSTER_KINDS
    return fostered and (before.provider, before.out_of_area) == (placement.provider, placement.out_of_area)


def _described(home: _Home, moved_on: date | None, reason: str | None) -> PlacementDetails:
    return PlacementDetails(home.tenths_of_a_mile, home.same_carer, home.home_id, moved_on, reason)
