"""Who does the work: Northbrook's teams and its invented workers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from random import Random

ASSESSMENT = "Assessment"
NORTH_SAFEGUARDING = "North Safeguarding"
SOUTH_SAFEGUARDING = "South Safeguarding"
CHILDREN_IN_CARE = "Children in Care"
DISABLED_CHILDREN = "Disabled Children"
EARLY_HELP_NORTH = "Early Help North"
EARLY_HELP_SOUTH = "Early Help South"
CARE_LEAVERS = "Care Leavers"

WORKERS_PER_3000_CHILDREN = {
    ASSESSMENT: 11,
    NORTH_SAFEGUARDING: 10,
    SOUTH_SAFEGUARDING: 10,
    CHILDREN_IN_CARE: 7,
    DISABLED_CHILDREN: 3,
    EARLY_HELP_NORTH: 3,
    EARLY_HELP_SOUTH: 3,
    CARE_LEAVERS: 4,
}
NOT_SOCIAL_WORKERS = frozenset({EARLY_HELP_NORTH, EARLY_HELP_SOUTH})

FIRST_NAMES = (
    "Adaeze", "Alwyn", "Anneka", "Benedikt", "Bronagh", "Cerys", "Dafina", "Eamonn", "Elodie", "Farida",
    "Gethin", "Hanneke", "Ifeoma", "Isolde", "Jarek", "Kalinda", "Leocadia", "Lorcan", "Mirela", "Nasrin",
    "Odhran", "Perpetua", "Quilla", "Rhoswen", "Saffron", "Tamsin", "Ulric", "Vashti", "Winifred", "Yolanda",
)  # fmt: skip
LAST_NAMES = (
    "Ashgrove", "Birchwater", "Copperfold", "Dunmarrow", "Elderbank", "Fenwhistle", "Garrowby", "Hollinsedge",
    "Ivelcombe", "Juniperley", "Kestrelton", "Larkmeadow", "Mallowfield", "Netherby-Moss", "Oakenshade",
    "Pebbleton", "Quarrystone", "Rookhampton", "Sedgeworth", "Thistledown", "Underwold", "Vinegarth",
    "Willowbeck", "Yarrowdene",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Worker:
    """An invented worker: the name stands in Annex A, the staff number in the council's own files."""

    name: str
    number: str
    team: str

    @property
    def is_social_worker(self) -> bool:
        """Employed as one: a personal adviser is not."""
        return self.qualified and self.team != CARE_LEAVERS

    @property
    def qualified(self) -> bool:
        return self.team not in NOT_SOCIAL_WORKERS


class Workforce:
    """Hands out each team's workers in turn, so that caseloads stay level."""

    def __init__(self, rng: Random, scale: float) -> None:
        names = [f"{first} {last}" for last in LAST_NAMES for first in FIRST_NAMES]
        rng.shuffle(names)
        self._names = _without_end(names)
        self._next_number = 4100
        self.workers: list[Worker] = []
        self._teams = {
            team: cycle([self._engage(team) for _ in range(max(2, round(number * scale)))])
            for team, number in WORKERS_PER_3000_CHILDREN.items()
        }
        self._managers = {
            team: cycle([f"NB{self._new_number()}" for _ in range(max(1, round(2 * scale)))])
            for team in WORKERS_PER_3000_CHILDREN
        }

    def next_in(self, team: str) -> Worker:
        return next(self._teams[team])

    def next_manager(self, team: str) -> str:
        """The staff number of the manager whose turn it is to supervise."""
        return next(self._managers[team])

    def _engage(self, team: str) -> Worker:
        self.workers.append(Worker(next(self._names), f"NB{self._new_number()}", team))
        return self.workers[-1]

    def _new_number(self) -> int:
        self._next_number += 3
        return self._next_number


def _without_end(names: list[str]) -> Iterator[str]:
    """The names once as they are, and then again with an initial, so that no two workers share one."""
    yield from names
    for initial in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
        for name in names:
            first, last = name.split(" ", 1)
            yield f"{first} {initial}. {last}"


def safeguarding_team(area: str) -> str:
    return NORTH_SAFEGUARDING if area == "North" else SOUTH_SAFEGUARDING


def early_help_team(area: str) -> str:
    return EARLY_HELP_NORTH if area == "North" else EARLY_HELP_SOUTH
