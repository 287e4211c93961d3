"""The calendar of examples: Mondays to Fridays of some years, numbered."""

from __future__ import annotations

from datetime import date, timedelta

FIRST, LAST = date(2014, 1, 1), date(2020, 12, 31)


def working_days() -> list[tuple[date, int]]:
    """Each day and how many working days there have been by it."""
    days, number = [], 0
    for offset in range((LAST - FIRST).days + 1):
        day = FIRST + timedelta(days=offset)
        number += day.weekday() < 5
        days.append((day, number))
    return days
