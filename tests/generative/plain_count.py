"""The other opinion: counting in plain Python, row by row, written apart from the SQL."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from statistics import median
from typing import Any

from everychild.calendar import Clock, Month
from everychild.catalogue.indicator import Count, Indicator, Mean, Share
from everychild.measure.figure import Window

Cell = tuple[str | None, str | None]
Counted = tuple[int, int | None, int | None]


def plain_figures(
    indicator: Indicator, rows: Sequence[Mapping[str, Any]], months: Sequence[Month], clocks: Mapping[str, Clock]
) -> dict[tuple[Window, Month, str | None, str | None], Counted]:
    """(window, month, breakdown, group) → (numerator, denominator, twice the median of a month)."""
    by_cell: dict[Cell, dict[Month, list[Mapping[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        month = Month.from_index(row["month_no"])
        if not months[0] <= month <= months[-1]:
            continue
        by_cell[None, None][month].append(row)
        for breakdown in indicator.breakdowns:
            by_cell[breakdown.name, row[breakdown.column] or "Not known"][month].append(row)
    by_cell.setdefault((None, None), defaultdict(list))
    figures = {}
    for (breakdown_name, group), held in by_cell.items():
        for month in months:
            for window, span in _windows(indicator, month).items():
                if span[0] < months[0]:
                    continue
                inside = [row for each in span for row in held.get(each, ())]
                counted = _count(indicator, inside, clocks)
                if window is Window.FINANCIAL_YEAR and isinstance(indicator.measure, Count):
                    counted = (counted[0], len(span), None)
                if window not in (Window.MONTH, Window.AS_AT):
                    counted = (*counted[:2], None)
                figures[window, month, breakdown_name, group] = counted
    return figures


def _windows(indicator: Indicator, month: Month) -> dict[Window, list[Month]]:
    april = month.financial_year.first_month
    so_far = [april + n for n in range(month.index - april.index + 1)]
    twelve = [month - n for n in reversed(range(12))]
    if indicator.is_at_month_end:
        windows = {Window.AS_AT: [month]}
    else:
        windows = {Window.MONTH: [month], Window.YEAR_TO_DATE: so_far, Window.ROLLING_12: twelve}
        if month.number in (3, 6, 9, 12):
            windows[Window.QUARTER] = twelve[-3:]
    if month.number == 3:
        windows[Window.FINANCIAL_YEAR] = so_far
    return windows


def _count(indicator: Indicator, rows: Sequence[Mapping[str, Any]], clocks: Mapping[str, Clock]) -> Counted:
    considered = [row for row in rows if indicator.considers is None or indicator.considers.holds(row, clocks)]
    match indicator.measure:
        case Count():
            return len(considered), None, None
        case Share(meets=meets):
            return sum(meets.holds(row, clocks) for row in considered), len(considered), None
        case Mean(of=column):
            known = [row[column.name] for row in considered if row[column.name] is not None]
            return sum(known), len(known), int(2 * median(known)) if known else None
        case measure:
            raise TypeError(measure)
