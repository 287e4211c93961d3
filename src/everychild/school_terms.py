"""School terms: when schools are open, so that “this term” and “ten school days” mean something.

A council writes its own terms in council.toml. For a school year it has written none for, a usual one stands in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

SEPTEMBER = 9
ONE_DAY = timedelta(days=1)
FRIDAY = timedelta(days=4)
WEEK = 7


@dataclass(frozen=True)
class SchoolTerm:
    """One of the three terms of a school year, first day to last, with the half-term holiday inside it."""

    name: str
    starts_on: date
    ends_on: date
    half_term_from: date
    half_term_to: date

    @property
    def school_year(self) -> int:
        """The year whose September it follows, that month included."""
        return self.starts_on.year - (self.starts_on.month < SEPTEMBER)

    def days(self) -> Iterator[date]:
        """Its weekdays outside half-term. Bank holidays are the calendar’s to know."""
        day = self.starts_on
        while day <= self.ends_on:
            if day.weekday() < 5 and not self.half_term_from <= day <= self.half_term_to:
                yield day
            day += ONE_DAY


def all_terms(own: Sequence[SchoolTerm], school_years: Iterable[int]) -> tuple[SchoolTerm, ...]:
    """The council’s own terms, and usual ones for the school years it has written none for; in order."""
    written = {term.school_year for term in own}
    usual = [term for year in school_years if year not in written for term in usual_terms(year)]
    return tuple(sorted((*own, *usual), key=lambda term: term.starts_on))


def usual_terms(year: int) -> tuple[SchoolTerm, SchoolTerm, SchoolTerm]:
    """A school year as most English councils have it, within a few days: Easter moves, and this does not follow it."""
    after = year + 1
    return (
        _term(f"Autumn {year}", date(year, 9, 3), date(year, 12, 20), date(year, 10, 27)),
        _term(f"Spring {after}", date(after, 1, 4), date(after, 3, 31), date(after, 2, 19)),
        _term(f"Summer {after}", date(after, 4, 16), date(after, 7, 22), date(after, 5, 31)),
    )


def _term(name: str, starts_on: date, ends_on: date, half_term_by: date) -> SchoolTerm:
    """With the week off that begins on the Monday on or before a day."""
    monday = half_term_by - timedelta(days=half_term_by.weekday() % WEEK)
    return SchoolTerm(name, starts_on, ends_on, monday, monday + FRIDAY)
