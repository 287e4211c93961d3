"""When the invented months begin and end, when extracts are taken, and how busy each month of the year is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from types import MappingProxyType

from everychild.calendar import Month, WorkingCalendar, add_months, months_to, working_calendar

MONTHS_BEFORE = 36
"""Lives begin this long before the first delivery, so that every list it holds is already full."""

LONGEST_CHILDHOOD = 18
YEARS_AHEAD = 5
"""The calendar reaches back over a childhood in care, and on to plans nobody will see the end of."""

LOOK_BACK_MONTHS = 6
EXTRACTED_ON_WORKING_DAY = 3

BUSYNESS = MappingProxyType(
    {1: 1.02, 2: 1.0, 3: 1.06, 4: 0.97, 5: 1.03, 6: 1.04, 7: 1.02, 8: 0.82, 9: 1.14, 10: 1.05, 11: 1.04, 12: 0.83}
)  # fmt: skip
"""How each month compares with the average: quiet in August and December, a rise when schools go back."""

CLOSURE_DAYS: Mapping[date, str] = MappingProxyType(
    {
        day: "Council offices closed"
        for day in (date(year, 12, number) for year in range(2000, 2051) for number in (27, 28, 31))
        if day.weekday() < 5
    }
)
"""Northbrook's own closure days, beside England's bank holidays."""


@dataclass(frozen=True)
class Timeline:
    """The months delivered and the calendar they are counted on."""

    months: tuple[Month, ...]
    calendar: WorkingCalendar

    @classmethod
    def ending(cls, last: Month, months: int) -> Timeline:
        delivered = months_to(last, months)
        first_year = (delivered[0] - MONTHS_BEFORE).year - LONGEST_CHILDHOOD
        last_year = last.year + YEARS_AHEAD
        closed = {day: why for day, why in CLOSURE_DAYS.items() if first_year <= day.year <= last_year}
        return cls(delivered, working_calendar(first_year, last_year, closed))

    @property
    def last(self) -> Month:
        return self.months[-1]

    @cached_property
    def lived(self) -> tuple[Month, ...]:
        """Every month in which something may begin, the one after the last delivery's included."""
        return months_to(self.last + 1, len(self.months) + MONTHS_BEFORE + 1)

    @cached_property
    def first_seen(self) -> date:
        """The earliest day any delivery looks back to."""
        return add_months(self.extracted_on(self.months[0]), -LOOK_BACK_MONTHS)

    @cached_property
    def until(self) -> date:
        """The last extraction: nothing after it is ever seen."""
        return self.extracted_on(self.last)

    def extracted_on(self, month: Month) -> date:
        return self.calendar.add_working_days(month.last_day, EXTRACTED_ON_WORKING_DAY)

    def to_go(self, month: Month) -> int:
        """Months until the last delivered one, which is nought."""
        return self.last.index - month.index

    @cached_property
    def _working_days(self) -> dict[Month, tuple[date, ...]]:
        found: dict[Month, list[date]] = {}
        for day in self.calendar.days:
            if self.calendar.is_working_day(day):
                found.setdefault(Month.of(day), []).append(day)
        return {month: tuple(days) for month, days in found.items()}

    def working_days_of(self, month: Month) -> tuple[date, ...]:
        return self._working_days[month]

    @cached_property
    def _by_number(self) -> tuple[date, ...]:
        return tuple(day for day in self.calendar.days if self.calendar.is_working_day(day))

    def working_day(self, number: int) -> date:
        """The working day with that number in the calendar."""
        return self._by_number[number - 1]

    def working_day_by(self, day: date) -> date:
        """The day itself, or the working day before it."""
        while not self.calendar.is_working_day(day):
            day -= timedelta(days=1)
        return day

    def later(self, day: date, working_days: int) -> date:
        return self.calendar.add_working_days(day, working_days)
