"""Care proceedings before the court, and orders that deprive a child of liberty."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from everychild.northbrook.allocations import worker_on
from everychild.northbrook.lives import Child
from everychild.northbrook.lives_in_care import Care
from everychild.northbrook.setting import Setting
from everychild.northbrook.workforce import Worker

DEPRIVED_OF_LIBERTY = 0.5
"""Of the placements of older children in homes and secure homes."""

OLD_ENOUGH_TO_BE_LOCKED_IN = 11


@dataclass(frozen=True, slots=True)
class Proceedings:
    """From the issue of the application to the final hearing."""

    child: Child
    issued_on: date
    final_hearing_on: date
    worker: Worker


@dataclass(frozen=True, slots=True)
class LibertyOrder:
    child: Child
    started_on: date
    ended_on: date


class Court:
    def __init__(self, setting: Setting) -> None:
        self._timeline = setting.timeline
        self._rng = setting.stream("court")
        self._liberty_rng = setting.stream("deprivation of liberty")

    def proceedings(self, periods: Iterable[Care]) -> list[Proceedings]:
        found = [one for care in periods for one in self._taken_to_court(care)]
        return sorted(found, key=lambda one: (one.issued_on, one.child.child_id))

    def liberty_orders(self, periods: Iterable[Care]) -> list[LibertyOrder]:
        rng, found = self._liberty_rng, []
        for care in periods:
            ends = [later.started_on for later in care.placements[1:]] + [care.ended_on or date.max]
            for placement, moves_on in zip(care.placements, ends, strict=True):
                old_enough = care.child.age(placement.started_on) >= OLD_ENOUGH_TO_BE_LOCKED_IN
                if placement.kind in ("K1", "K2") and old_enough and rng.random() < DEPRIVED_OF_LIBERTY:
                    starts = placement.started_on + timedelta(days=rng.randint(3, 40))
                    if starts < moves_on:
                        lasts = starts + timedelta(days=rng.randint(80, 400))
                        found.append(LibertyOrder(care.child, starts, min(lasts, moves_on)))
        return sorted(found, key=lambda one: (one.started_on, one.child.child_id))

    def _taken_to_court(self, care: Care) -> Iterable[Proceedings]:
        """An interim order marks the beginning; the full order, or another end of care, the final hearing."""
        interim = next((since for since, status in care.legal_statuses if status == "C1"), None)
        full = next((since for since, status in care.legal_statuses if status == "C2"), None)
        if interim is None or full is None:
            return
        rng, case = self._rng, care.case
        issued = max(self._timeline.working_day_by(interim - timedelta(days=rng.randint(0, 9))), case.opened_on)
        final = min(full, care.ended_on or full)
        if final <= issued:
            return
        yield Proceedings(care.child, issued, final, worker_on(case, issued))
