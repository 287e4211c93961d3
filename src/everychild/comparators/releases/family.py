"""The shape of the Department for Education’s open-data files: a row an area, a year and a group, measures as columns.

The same file changes its columns between releases (`Referrals` became `referral_count`), so a measure lists every
heading it has gone by, the newest first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

KEYS = ("time_period", "geographic_level", "region_code", "old_la_code", "new_la_code")


@dataclass(frozen=True)
class Measure:
    """One column; in a long file, only of the rows whose `where` column says `says`."""

    name: str
    headings: tuple[str, ...]
    where: tuple[tuple[str, str], ...] = ()

    def heading_in(self, headings: Sequence[str]) -> str | None:
        return next((heading for heading in self.headings if heading in headings), None)


@dataclass(frozen=True)
class Family:
    """A table published every year. `marks` are headings a file of it has: one of each group."""

    name: str
    title: str
    ends: str
    """What its year is, before the number: "year ended 31 March"."""

    marks: tuple[tuple[str, ...], ...]
    measures: tuple[Measure, ...]

    def is_in(self, headings: Sequence[str]) -> bool:
        return all(any(heading in headings for heading in group) for group in (*((key,) for key in KEYS), *self.marks))

    def vintage(self, newest: int) -> str:
        return f"{self.title}, to the {self.ends} {newest}"
