"""Months, financial years and working days: the only place that knows what a date is worth.

Days are counted by *ordinals*: each date carries the number of working days up to and including it,
so that a length is one subtraction, in Python and in SQL alike, and no engine does date arithmetic.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cache, cached_property
from importlib.resources import files
from itertools import accumulate

from everychild.school_terms import SchoolTerm, all_terms

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, order=True)
class Month:
    """A calendar month. `Month.of("2019-04")`, `Month(2019, 4)`, `month + 1`."""

    year: int
    number: int

    @classmethod
    def of(cls, what: str | date) -> Month:
        """The month a date falls in, or the one written as 2019-04. Raises ValueError for anything else."""
        if isinstance(what, date):
            return cls(what.year, what.month)
        year, _, number = what.partition("-")
        if len(year) != 4 or not year.isdigit() or len(number) != 2 or not number.isdigit():
            raise ValueError(f"{what!r} is not a month; write it as 2019-04")
        if not 1 <= int(number) <= 12:
            raise ValueError(f"{what!r} is not a month; months run from 01 to 12")
        return cls(int(year), int(number))

    @classmethod
    def from_index(cls, index: int) -> Month:
        return cls(index // 12, index % 12 + 1)

    @property
    def index(self) -> int:
        """Months counted from the year nought, so that months can be subtracted."""
        return self.year * 12 + self.number - 1

    @property
    def first_day(self) -> date:
        return date(self.year, self.number, 1)

    @property
    def last_day(self) -> date:
        return (self + 1).first_day - ONE_DAY

    @property
    def financial_year(self) -> FinancialYear:
        return FinancialYear(self.year if self.number >= 4 else self.year - 1)

    def __add__(self, months: int) -> Month:
        return Month.from_index(self.index + months)

    def __sub__(self, months: int) -> Month:
        return self + -months

    def __str__(self) -> str:
        return f"{self.year:04}-{self.number:02}"


@dataclass(frozen=True, order=True)
class FinancialYear:
    """1 April to 31 March, named by the year it starts in: `FinancialYear(2018)` is 2018-19."""

    starts_in: int

    @property
    def first_month(self) -> Month:
        return Month(self.starts_in, 4)

    @property
    def last_month(self) -> Month:
        return Month(self.starts_in + 1, 3)

    def __str__(self) -> str:
        return f"{self.starts_in}-{(self.starts_in + 1) % 100:02}"


def months_to(last: Month, how_many: int) -> tuple[Month, ...]:
    """That many months in a row, oldest first, ending with `last`."""
    return tuple(last - back for back in reversed(range(how_many)))


def add_months(day: date, months: int) -> date:
    """The same day of a later (or earlier) month, or that month's last day where it is shorter."""
    month = Month.of(day) + months
    return min(month.last_day, month.first_day + timedelta(days=day.day - 1))


def _shifted(month: Month, months: int) -> Iterator[date]:
    """`add_months` of every day of a month, in order."""
    there = month + months
    last = there.last_day
    for number in range(1, month.last_day.day + 1):
        yield date(there.year, there.number, min(number, last.day))


class Unit(StrEnum):
    """What a clock counts in."""

    WORKING_DAYS = "working days"
    SCHOOL_DAYS = "school days"
    CALENDAR_DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"


class CountsFrom(StrEnum):
    """Which day is the first. Both rules are in live use, so it is data on each clock and is printed."""

    DAY_NOUGHT = "the day after is day 1"
    DAY_ONE = "the day itself is day 1"


@dataclass(frozen=True)
class Clock:
    """A time allowed: how long, in what unit, counted how, set by whom.

    `name` is the key council.toml uses to set its own length. A clock that runs `backwards` says how long
    *before* an event something must be done (a report before its conference).
    """

    name: str
    what: str
    length: int
    unit: Unit
    set_by: str
    source: str
    counts_from: CountsFrom = CountsFrom.DAY_NOUGHT
    backwards: bool = False

    @property
    def in_words(self) -> str:
        """The length with its unit: "10 working days"."""
        unit = self.unit.value
        return f"{self.length} {unit[:-1] if self.length == 1 else unit}"

    @property
    def rule_in_words(self) -> str:
        """The counting rule as it is printed beside a figure."""
        if self.unit is Unit.MONTHS:
            return "to the same day of the month"
        return self.counts_from.value


@dataclass(frozen=True)
class WorkingCalendar:
    """Every date from `first` to `last` with its working-day ordinal; kept with each extract.

    Working days are Monday to Friday, less England's bank holidays and the council's own closure days.
    """

    first: date
    last: date
    bank_holidays: Mapping[date, str] = field(default_factory=dict)
    closure_days: Mapping[date, str] = field(default_factory=dict)
    own_terms: tuple[SchoolTerm, ...] = ()
    """The school terms the council has written; `terms` has the usual ones where it has not."""

    @cached_property
    def days(self) -> tuple[date, ...]:
        return tuple(self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1))

    @cached_property
    def _ordinals(self) -> tuple[int, ...]:
        return tuple(accumulate(int(self.is_working_day(day)) for day in self.days))

    @cached_property
    def _working_days(self) -> tuple[date, ...]:
        """The working days in order: the one with ordinal n stands at n - 1."""
        return tuple(day for day in self.days if self.is_working_day(day))

    def is_working_day(self, day: date) -> bool:
        return day.weekday() < 5 and day not in self.bank_holidays and day not in self.closure_days

    @cached_property
    def terms(self) -> tuple[SchoolTerm, ...]:
        """Every school term that begins within the calendar, in order."""
        return all_terms(self.own_terms, range(self.first.year, self.last.year))

    @cached_property
    def school(self) -> SchoolCalendar:
        """The same days, with school days for working days."""
        return SchoolCalendar(self.first, self.last, self.bank_holidays, own_terms=self.own_terms)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def ordinal(self, day: date) -> int:
        """Working days up to and including `day`, counted from the calendar's first day."""
        if day not in self:
            raise ValueError(f"{day} lies outside the calendar, {self.first} to {self.last}")
        return self._ordinals[(day - self.first).days]

    def working_days(self, start: date, end: date) -> int:
        """Working days after `start`, up to and including `end`; the start is day nought."""
        return self.ordinal(end) - self.ordinal(start)

    def add_working_days(self, start: date, days: int) -> date:
        """The working day reached `days` working days after `start` (before it, where negative)."""
        if days == 0:
            return start
        started_at_a_weekend = days < 0 and not self.is_working_day(start)
        return self._working_day(self.ordinal(start) + days + int(started_at_a_weekend))

    def elapsed(self, clock: Clock, start: date, end: date) -> int:
        """How many of the clock's days have run when `end` is over; months are counted in days."""
        if clock.unit is Unit.SCHOOL_DAYS:
            return self.school.elapsed(_in_working_days(clock), start, end)
        if clock.unit is Unit.WORKING_DAYS:
            return self.ordinal(end) - self.start_number(clock, start)
        return (end - start).days + (clock.counts_from is CountsFrom.DAY_ONE)

    def start_number(self, clock: Clock, start: date) -> int:
        """The ordinal a working-day clock is subtracted from.

        Counting from day 1, a start on a working day is itself day 1; a start at a weekend rolls forward under
        both rules, so that the first working day after it is day 1.
        """
        if clock.unit is Unit.SCHOOL_DAYS:
            return self.school.start_number(_in_working_days(clock), start)
        itself = clock.counts_from is CountsFrom.DAY_ONE and self.is_working_day(start)
        return self.ordinal(start) - int(itself)

    def due_on(self, clock: Clock, start: date) -> date:
        """The last day on which the thing is still on time; for a clock that runs backwards, counted before."""
        if clock.unit is Unit.SCHOOL_DAYS:
            return self.school.due_on(_in_working_days(clock), start)
        extra = int(clock.counts_from is CountsFrom.DAY_ONE)
        sign = -1 if clock.backwards else 1
        if clock.unit is Unit.MONTHS:
            return add_months(start, sign * clock.length)
        if clock.unit in (Unit.CALENDAR_DAYS, Unit.WEEKS):
            days = clock.length * (7 if clock.unit is Unit.WEEKS else 1)
            return start + sign * timedelta(days=days - extra)
        if clock.backwards:
            return self._working_day(self.ordinal(start) - clock.length + extra)
        return self._working_day(self.start_number(clock, start) + clock.length)

    def start_numbers(self, clock: Clock) -> Sequence[int]:
        """`start_number` of every day of the calendar, at the price of a list."""
        if clock.unit is Unit.SCHOOL_DAYS:
            return self.school.start_numbers(_in_working_days(clock))
        return self._ordinals if clock.counts_from is CountsFrom.DAY_NOUGHT else self._from_day_one

    def due_days(self, clock: Clock) -> Sequence[date]:
        """`due_on` of every day of the calendar; a test holds the two equal."""
        if clock.unit is Unit.SCHOOL_DAYS:
            return self.school.due_days(_in_working_days(clock))
        kind = clock.unit, clock.length, clock.counts_from, clock.backwards
        if kind not in self._due_days:
            self._due_days[kind] = self._every_due_day(clock)
        return self._due_days[kind]

    def _every_due_day(self, clock: Clock) -> Sequence[date]:
        sign = -1 if clock.backwards else 1
        if clock.unit is Unit.MONTHS:
            return [day for month in self._months for day in _shifted(month, sign * clock.length)][: len(self.days)]
        if clock.unit in (Unit.CALENDAR_DAYS, Unit.WEEKS):
            by = self.due_on(clock, self.first) - self.first
            return [day + by for day in self.days]
        if clock.backwards:
            return [self.due_on(clock, day) for day in self.days]
        working, last = self._working_days, len(self._working_days)
        return [working[min(number + clock.length, last) - 1] for number in self.start_numbers(clock)]

    @cached_property
    def _due_days(self) -> dict[tuple[Unit, int, CountsFrom, bool], Sequence[date]]:
        """Several clocks allow the same time: each kind is worked out once."""
        return {}

    @cached_property
    def _from_day_one(self) -> Sequence[int]:
        """Each day's number for a clock whose first day is day 1: one less on a working day."""
        return [number - self.is_working_day(day) for day, number in zip(self.days, self._ordinals, strict=True)]

    @cached_property
    def _months(self) -> tuple[Month, ...]:
        assert self.first.day == 1, "a calendar begins with a month"
        return months_to(Month.of(self.last), Month.of(self.last).index - Month.of(self.first).index + 1)

    def _working_day(self, ordinal: int) -> date:
        """The working day with that ordinal, or the calendar's nearest end."""
        return self._working_days[min(max(ordinal, 1), len(self._working_days)) - 1]


class SchoolCalendar(WorkingCalendar):
    """A calendar whose working days are the days schools are open."""

    def is_working_day(self, day: date) -> bool:
        return day in self._school_days and day not in self.bank_holidays

    @cached_property
    def _school_days(self) -> frozenset[date]:
        return frozenset(day for term in self.terms for day in term.days())


def _in_working_days(clock: Clock) -> Clock:
    """The same clock, to be run on the school’s calendar."""
    return replace(clock, unit=Unit.WORKING_DAYS)


def english_bank_holidays(years: Iterable[int]) -> dict[date, str]:
    """England's bank holidays, the one-off ones included: from our own table, and looked up for years it lacks."""
    wanted = frozenset(years)
    kept = _kept_bank_holidays()
    held = {day: name for day, name in kept.items() if day.year in wanted}
    lacking = wanted - {day.year for day in kept}
    return dict(sorted((held | looked_up(lacking)).items())) if lacking else held


@cache
def _kept_bank_holidays() -> dict[date, str]:
    """What was looked up when this version was made, in order of day."""
    table = files("everychild").joinpath("bank_holidays.csv").read_text(encoding="utf-8")
    return {date.fromisoformat(row["day"]): row["name"] for row in csv.DictReader(table.splitlines())}


def looked_up(years: Iterable[int]) -> dict[date, str]:
    """The same by the library that knows them. It reads every country in, which takes most of a second."""
    import holidays  # imported late, and seldom

    return dict(sorted(holidays.country_holidays("GB", subdiv="ENG", years=list(years)).items()))


def working_calendar(
    first_year: int,
    last_year: int,
    closure_days: Mapping[date, str] | None = None,
    own_terms: Sequence[SchoolTerm] = (),
) -> WorkingCalendar:
    """The calendar for whole years, England's holidays looked up and the council's closure days added."""
    return WorkingCalendar(
        first=date(first_year, 1, 1),
        last=date(last_year, 12, 31),
        bank_holidays=english_bank_holidays(range(first_year, last_year + 1)),
        closure_days=dict(closure_days or {}),
        own_terms=tuple(own_terms),
    )


def clear_days_before(meeting: date, days: int, calendar: WorkingCalendar) -> date:
    """The last day papers may be published so that `days` clear working days lie between.

    Neither the day of publication nor the day of the meeting counts (Local Government Act 1972, section 100B,
    as amended by SI 2002/715). For Tuesday 18 June 2019 and five days: Monday 10 June.
    """
    day = meeting
    remaining = days + 1
    while remaining:
        day -= ONE_DAY
        remaining -= calendar.is_working_day(day)
    return day


def easter_in(days: Mapping[date, str], months: Sequence[Month]) -> tuple[date, ...]:
    """The Easter bank holidays that fall in the given months: a fact of the calendar a reader may be offered."""
    wanted = set(months)
    return tuple(
        day for day, name in days.items() if Month.of(day) in wanted and name in ("Good Friday", "Easter Monday")
    )
