"""The other opinion: counting in plain Python, row by row, written apart from the SQL."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from statistics import median
from typing import Any

from everychild.calendar import Clock, Month
from everychild.catalogue.indicator import Children, Count, Indicator, Mean, Mix, Proportion, Share, Total
from everychild.facts import Breakdown
from everychild.measure.figure import Window

Row = Mapping[str, Any]
Counted = tuple[int, int | None, int | None]
Place = tuple[Window, Month, str | None, str | None]
NOT_KNOWN = "Not known"
UNSAID = ("Not known", "Not recorded")
"""Groups that have no row where nobody is in them."""


def plain_figures(
    indicator: Indicator,
    rows: Sequence[Row],
    months: Sequence[Month],
    clocks: Mapping[str, Clock],
    breakdowns: Sequence[Breakdown] | None = None,
) -> dict[Place, Counted]:
    """(window, month, breakdown, group) → (numerator, denominator, twice the median of a month)."""
    numbers = {month.index: month for month in months}
    inside = [row for row in rows if row["month_no"] in numbers]
    figures = {}
    everybody = _by_month(inside, numbers)
    for breakdown, group, held in _cells(indicator, inside, numbers, breakdowns):
        for month in months:
            for window, span in windows(indicator.is_at_month_end, month).items():
                if span[0] < months[0]:
                    continue
                figures[window, month, breakdown, group] = _told(
                    indicator,
                    window,
                    [row for each in span for row in held.get(each, ())],
                    [row for each in span for row in everybody.get(each, ())] if breakdown else (),
                    breakdown,
                    clocks,
                )
    return figures


def _cells(
    indicator: Indicator,
    rows: Sequence[Row],
    numbers: Mapping[int, Month],
    breakdowns: Sequence[Breakdown] | None,
) -> list[tuple[str | None, str | None, Mapping[Month, list[Row]]]]:
    """All children, then every group that is named beforehand or found."""
    cells: list[tuple[str | None, str | None, Mapping[Month, list[Row]]]] = [(None, None, _by_month(rows, numbers))]
    for breakdown in indicator.breakdowns if breakdowns is None else breakdowns:
        groups: dict[str, list[Row]] = {group: [] for group in breakdown.groups if group not in UNSAID}
        for row in rows:
            groups.setdefault(row[breakdown.column] or NOT_KNOWN, []).append(row)
        cells += [(breakdown.name, group, _by_month(found, numbers)) for group, found in groups.items()]
    return cells


def _by_month(rows: Sequence[Row], numbers: Mapping[int, Month]) -> Mapping[Month, list[Row]]:
    held: dict[Month, list[Row]] = defaultdict(list)
    for row in rows:
        held[numbers[row["month_no"]]].append(row)
    return held


@cache
def windows(is_at_month_end: bool, month: Month) -> dict[Window, list[Month]]:
    """The months each window ending with this one spans."""
    april = month.financial_year.first_month
    so_far = [april + n for n in range(month.index - april.index + 1)]
    september = Month(month.year if month.number >= 9 else month.year - 1, 9)
    school_year = [september + n for n in range(month.index - september.index + 1)]
    twelve = [month - n for n in reversed(range(12))]
    found = {Window.AS_AT: [month]} if is_at_month_end else {Window.MONTH: [month]}
    if not is_at_month_end:
        found |= {
            Window.YEAR_TO_DATE: so_far,
            Window.ROLLING_12: twelve,
            Window.ACADEMIC_YEAR_TO_DATE: school_year,
        }
        if month.number in (3, 6, 9, 12):
            found[Window.QUARTER] = twelve[-3:]
        if month.number == 8:
            found[Window.ACADEMIC_YEAR] = twelve
    if month.number == 3:
        found[Window.FINANCIAL_YEAR] = so_far
    return found


def _told(
    indicator: Indicator,
    window: Window,
    rows: Sequence[Row],
    everybody: Sequence[Row],
    breakdown: str | None,
    clocks: Mapping[str, Clock],
) -> Counted:
    numerator, denominator, middle = _count(indicator, rows, everybody, breakdown, clocks)
    if window is Window.FINANCIAL_YEAR and indicator.adds_up:
        denominator = 12
    return numerator, denominator, middle if window in (Window.MONTH, Window.AS_AT) else None


def _count(
    indicator: Indicator,
    rows: Sequence[Row],
    everybody: Sequence[Row],
    breakdown: str | None,
    clocks: Mapping[str, Clock],
) -> Counted:
    def considered(of: Sequence[Row]) -> list[Row]:
        return [row for row in of if indicator.considers is None or indicator.considers.holds(row, clocks)]

    counted = considered(rows)
    match indicator.measure:
        case Count():
            return len(counted), None, None
        case Children():
            return len({row["child_id"] for row in counted} - {None}), None, None
        case Total(of=column):
            return sum(row[column.name] for row in counted if row[column.name] is not None), None, None
        case Share(meets=meets):
            return sum(meets.holds(row, clocks) for row in counted), len(counted), None
        case Proportion(part=part, whole=whole):
            known = [row for row in counted if row[part.name] is not None and row[whole.name] is not None]
            return sum(row[part.name] for row in known), sum(row[whole.name] for row in known), None
        case Mix(by=by):
            group = [row for row in counted if (row[by.column] or NOT_KNOWN) != NOT_KNOWN]
            if breakdown == by.name:
                shared_by = considered(everybody)
                return len(group), sum((row[by.column] or NOT_KNOWN) != NOT_KNOWN for row in shared_by), None
            return len(group), len(counted), None
        case Mean(of=column):
            known_values = [row[column.name] for row in counted if row[column.name] is not None]
            return sum(known_values), len(known_values), int(2 * median(known_values)) if known_values else None
        case measure:
            raise TypeError(measure)
