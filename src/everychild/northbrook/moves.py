"""Moving within care: mostly in the first years, and for few children again and again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from everychild.calendar import Month, add_months
from everychild.northbrook.lives import Child
from everychild.northbrook.lives_in_care import Care, Placement
from everychild.northbrook.placements import placed
from everychild.northbrook.setting import Setting

UNSETTLED = 0.08
"""Children in care with three or more placements in a year."""

SETTLING_MONTHS = 5
SETTLING = 0.9
LAST_YEAR = 12
NEARER_HOME = 0.75
"""In the last year fewer placements are found outside the area, and in its last months fewer children move."""


class Moves:
    """The number of unsettled children is held near its usual level: moves are made, or not made, to keep it."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._rng = setting.stream("moves")

    def placed(self, child: Child, on: date) -> Placement:
        last_year = self._setting.timeline.to_go(Month.of(on)) <= LAST_YEAR
        return placed(child, on, self._rng, further_away=NEARER_HOME if last_year else 1.0)

    def live(self, month: Month, in_care: Sequence[Care]) -> None:
        last = month.last_day
        to_go = self._setting.timeline.to_go(month)
        usual = len(in_care) * UNSETTLED * (SETTLING if to_go <= SETTLING_MONTHS else 1.0)
        unsettled = sum(_placements_in_year(care, last) >= 3 for care in in_care)
        free = [care for care in in_care if not _is_to_be_adopted(care)]
        nearly = [care for care in free if _placements_in_year(care, last) == 2]
        others = [care for care in free if _placements_in_year(care, last) != 2]
        self._rng.shuffle(nearly)
        for care in nearly:
            wanted = unsettled < round(usual)
            allowed = unsettled + 1 <= usual * 1.05 + 0.2
            if (wanted or (allowed and self._would_move(care, month))) and self._moves(care, month):
                unsettled += 1
        for care in others:
            if self._would_move(care, month):
                self._moves(care, month)
        self._place_for_adoption(month, in_care)

    def _would_move(self, care: Care, month: Month) -> bool:
        days = (month.first_day - care.started_on).days
        return self._rng.random() < (0.05 if days < 365 else 0.022 if days < 900 else 0.009)

    def _moves(self, care: Care, month: Month) -> bool:
        day = self._setting.working_day_in(month, self._rng)
        if day <= care.placements[-1].started_on + timedelta(days=10):
            return False
        care.placements.append(self.placed(care.child, day))
        return True

    def _place_for_adoption(self, month: Month, in_care: Sequence[Care]) -> None:
        for care in in_care:
            road = care.adoption
            if road and road.placed_on and Month.of(road.placed_on) == month:
                care.placements.append(placed(care.child, road.placed_on, self._rng, kind="A6"))


def _is_to_be_adopted(care: Care) -> bool:
    """Children on the road to adoption move once, to the family they will stay with."""
    return care.adoption is not None and care.adoption.reversed_on is None


def _placements_in_year(care: Care, on: date) -> int:
    return care.placements_since(add_months(on, -12), on)
