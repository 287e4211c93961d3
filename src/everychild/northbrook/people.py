"""Who lives in Northbrook: families of invented children, made as they are first needed."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from everychild.northbrook.chance import weighted
from everychild.northbrook.lives import Child, Family

DAYS_IN_A_YEAR = 365.25

SIZES = {1: 45.0, 2: 30.0, 3: 17.0, 4: 8.0}
FIRST_CHILD_S_AGE = {
    0: 9, 1: 6, 2: 6, 3: 6, 4: 6, 5: 6, 6: 6, 7: 6, 8: 6, 9: 6, 10: 6, 11: 6, 12: 6, 13: 6, 14: 6, 15: 5, 16: 3
}  # fmt: skip
ETHNIC_GROUPS = {
    "WBRI": 640, "WIRI": 6, "WIRT": 6, "WOTH": 52, "WROM": 8, "MWBC": 28, "MWBA": 13, "MWAS": 22, "MOTH": 24,
    "AIND": 30, "APKN": 42, "ABAN": 12, "AOTH": 22, "BCRB": 12, "BAFR": 30, "BOTH": 8, "CHNE": 4, "OOTH": 14,
    "REFU": 6, "NOBT": 21,
}  # fmt: skip
UNACCOMPANIED_GROUPS = {"OOTH": 45, "AOTH": 30, "BAFR": 25}
MOST_EXPECTED_DAYS_OUT = 9


class People:
    """Makes families, and remembers every child so made."""

    def __init__(self, rng: Random, first_id: int = 2_104_000) -> None:
        self._rng = rng
        self._next_id = first_id
        self.families: list[Family] = []

    def new_family(self, on: date, *, largest: int = 4) -> Family:
        """A family with at least one child under 18 on that day, the youngest perhaps not yet born."""
        rng = self._rng
        family = self._home()
        size = min(weighted(rng, SIZES), largest)
        age = weighted(rng, FIRST_CHILD_S_AGE) + rng.random()
        for _ in range(size):
            self._add(family, on - timedelta(days=round(age * DAYS_IN_A_YEAR)))
            age = self._next_age(age)
        return family

    def new_child(self, on: date, youngest: int, oldest: int) -> Child:
        """An only child of a given age, from `youngest` to the day before they would be `oldest` + 1."""
        family = self._home()
        years = self._rng.uniform(youngest + 0.05, oldest + 0.95)
        return self._add(family, on - timedelta(days=round(years * DAYS_IN_A_YEAR)))

    def new_unaccompanied(self, on: date) -> Child:
        child = self.new_child(on, 15, 17)
        child.unaccompanied = True
        child.ethnic_group = child.family.ethnic_group = weighted(self._rng, UNACCOMPANIED_GROUPS)
        child.sex = "male" if self._rng.random() < 0.88 else "female"
        return child

    def expect_a_baby(self, family: Family, on: date) -> Child:
        """A brother or sister still unborn on that day."""
        return self._add(family, on + timedelta(days=self._rng.randint(25, 140)))

    def _home(self) -> Family:
        family = Family(
            number=len(self.families) + 1,
            area="North" if self._rng.random() < 0.52 else "South",
            ethnic_group=weighted(self._rng, ETHNIC_GROUPS),
        )
        self.families.append(family)
        return family

    def _add(self, family: Family, born_on: date) -> Child:
        rng = self._rng
        self._next_id += rng.randint(1, 17)
        same_group = rng.random() < 0.93
        child = Child(
            child_id=str(self._next_id),
            family=family,
            born_on=born_on,
            expected_on=born_on + timedelta(days=rng.randint(-MOST_EXPECTED_DAYS_OUT, MOST_EXPECTED_DAYS_OUT)),
            sex=weighted(rng, {"male": 515, "female": 483, "neither": 2}),
            ethnic_group=family.ethnic_group if same_group else weighted(rng, ETHNIC_GROUPS),
            disabled=weighted(rng, {True: 10, False: 88, None: 2}),
        )
        family.children.append(child)
        return child

    def _next_age(self, age: float) -> float:
        """The age of the next brother or sister: younger, or where that is not possible older."""
        gap = self._rng.uniform(1.1, 4.5)
        if age - gap > 0:
            return age - gap
        return min(age + gap, 17.0) if age + gap < 17.0 else 16.0 * self._rng.random()
