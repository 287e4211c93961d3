"""A published series: what it tells, of when, and where its values stand, first choice first.

A share is worked out from published counts where those are published, so that a difference can be held against
chance; else it is taken as it stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class When(StrEnum):
    """What a year’s value tells of."""

    YEAR_TO_MARCH = "year_to_march"
    AT_31_MARCH = "at_31_march"
    AT_30_SEPTEMBER = "at_30_september"
    YEAR_TO_SEPTEMBER = "year_to_september"
    CALENDAR_YEAR = "calendar_year"

    @property
    def is_as_at(self) -> bool:
        return self in (When.AT_31_MARCH, When.AT_30_SEPTEMBER)

    def ends(self, year: int) -> date:
        """The day a year’s value is told at, or the last day it is told of."""
        if self is When.CALENDAR_YEAR:
            return date(year, 12, 31)
        return date(year, 3, 31) if self in (When.YEAR_TO_MARCH, When.AT_31_MARCH) else date(year, 9, 30)

    @property
    def in_words_without_year(self) -> str:
        return self.value.replace("_", " ").replace("march", "March").replace("september", "September")

    def in_words(self, year: int) -> str:
        return {
            When.YEAR_TO_MARCH: f"year to 31 March {year}",
            When.AT_31_MARCH: f"31 March {year}",
            When.AT_30_SEPTEMBER: f"30 September {year}",
            When.YEAR_TO_SEPTEMBER: f"year to 30 September {year}",
            When.CALENDAR_YEAR: f"calendar year {year}",
        }[self]


class Told(StrEnum):
    """How a series’ values are told."""

    PERCENT = "percent"
    RATE = "rate"
    EACH = "children each"
    SCORE = "score"

    @property
    def in_words(self) -> str:
        return {
            Told.PERCENT: "per cent",
            Told.RATE: "for every 10,000 children",
            Told.EACH: "children for each full-time worker",
            Told.SCORE: "score",
        }[self]


@dataclass(frozen=True)
class Source:
    """Where values stand: a measure as published; or, with `whole`, sums of counts of which the share is taken."""

    family: str
    parts: tuple[str, ...]
    whole: tuple[str, ...] = ()

    @property
    def measures(self) -> tuple[str, ...]:
        return (*self.parts, *self.whole)


@dataclass(frozen=True)
class Series:
    """A published figure, year by year."""

    name: str
    title: str
    told: Told
    when: When
    sources: tuple[Source, ...]

    @property
    def wanted(self) -> frozenset[tuple[str, str]]:
        """Every (family, measure) it may be made from."""
        return frozenset((source.family, measure) for source in self.sources for measure in source.measures)


@dataclass(frozen=True)
class Comparison:
    """An indicator beside a series. Where like is not compared with like, `because` says why not."""

    ref: str
    series: Series
    is_comparable: bool
    because: str
