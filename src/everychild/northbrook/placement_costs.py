"""What Northbrook pays for placements; and the letters other councils write about children they place there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from everychild.northbrook.chance import Volumes
from everychild.northbrook.lives_in_care import Care, Placement
from everychild.northbrook.placements import NEIGHBOURS
from everychild.northbrook.setting import Setting

POUNDS_A_WEEK = {
    "K1": (6100, 7400),
    "K2": (3300, 4700),
    "S1": (2900, 4200),
    "R3": (2600, 3400),
    "H5": (700, 1400),
}
OWN_CARERS, AGENCY_CARERS = (340, 520), (760, 980)
NOTIFICATIONS = 7.0
"""A month at full size."""


@dataclass(frozen=True, slots=True)
class CostLine:
    child_id: str
    line_id: str
    started_on: date
    ended_on: date | None
    pounds_a_week: int


@dataclass(frozen=True, slots=True)
class Notification:
    notification_id: str
    notified_on: date
    placing_council: str
    placed_on: date


class PlacementCosts:
    def __init__(self, setting: Setting) -> None:
        self._rng = setting.stream("placement costs")

    def paid(self, periods: Iterable[Care]) -> list[CostLine]:
        found: list[CostLine] = []
        for care in periods:
            ends = [*(later.started_on for later in care.placements[1:]), care.ended_on]
            for placement, ended_on in zip(care.placements, ends, strict=True):
                pounds = self._pounds(placement)
                if care.ended_on is not None and ended_on is not None:
                    ended_on = min(ended_on, care.ended_on)
                if pounds and (care.ended_on is None or placement.started_on < care.ended_on):
                    line = f"PC{len(found) + 10_001}"
                    found.append(CostLine(care.child.child_id, line, placement.started_on, ended_on, pounds))
        return found

    def _pounds(self, placement: Placement) -> int:
        """Nothing is paid for a child with parents or adopters."""
        if placement.kind.startswith("U"):
            return self._rng.randint(*(OWN_CARERS if placement.provider == "PR1" else AGENCY_CARERS))
        least, most = POUNDS_A_WEEK.get(placement.kind, (0, 0))
        return self._rng.randint(least, most)


class Notifications:
    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._rng = setting.stream("placement notifications")

    def received(self) -> list[Notification]:
        setting, rng = self._setting, self._rng
        volumes = Volumes(rng)
        found: list[Notification] = []
        for month in setting.timeline.lived:
            for _ in range(volumes.draw(NOTIFICATIONS * setting.scale)):
                notified_on = setting.working_day_in(month, rng)
                placed_on = setting.timeline.later(notified_on, -rng.randint(0, 15))
                found.append(Notification(f"N{len(found) + 3001}", notified_on, rng.choice(NEIGHBOURS), placed_on))
        return sorted(found, key=lambda one: (one.notified_on, one.notification_id))
