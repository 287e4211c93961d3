"""The other opinion: counting in plain Python, row by row, written apart from the SQL."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from statistics import median
from typing import Any

from everychild.calendar import Clock, Month
from everychild.catalogue.indicator import Children, Count, Indicator, Mean, Mix, Proportion, Share, Total
from everychild.measure.figure import Window

Cell = tuple[str | None, str | None]
Counted = tuple[int, int | None, int | None]
NOT_KNOWN = "Not known"


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
            by_cell[breakdown.name, row[breakdown.column] or NOT_KNOWN][month].append(row)
    by_cell.setdefault((None, None), defaultdict(list))
    figures = {}
    for (breakdown_name, group), held in by_cell.items():
        for month in months:
            for window, span in _windows(indicator, month).items():
                if span[0] < months[0]:
                    continue
                inside = [row for each in span for row in held.get(each, ())]
                everybody = [row for each in span for row in by_cell[None, None].get(each, ())]
                counted = _count(indicator, inside, everybody, breakdown_name, clocks)
                if (
                    window is Window.FINANCIAL_YEAR
                    and indicator.is_counted
                    and not isinstance(indicator.measure, Children)
                ):
                    counted = (counted[0], 12, None)
                if window not in (Window.MONTH, Window.AS_AT):
                    counted = (*counted[:2], None)
                figures[window, month, breakdown_name, group] = counted
    return figures


def _windows(indicator: Indicator, month: Month) -> dict[Window, list[Month]]:
    april = month.financial_year.first_month
    so_far = [april + n for n in range(month.index - april.index + 1)]
    september = Month(month.year if month.number >= 9 else month.year - 1, 9)
    school_year = [september + n for n in range(month.index - september.index + 1)]
    twelve = [month - n for n in reversed(range(12))]
    windows = {Window.AS_AT: [month]} if indicator.is_at_month_end else {Window.MONTH: [month]}
    if not indicator.is_at_month_end:
        windows |= {
            Window.YEAR_TO_DATE: so_far,
            Window.ROLLING_12: twelve,
            Window.ACADEMIC_YEAR_TO_DATE: school_year,
        }
        if month.number in (3, 6, 9, 12):
            windows[Window.QUARTER] = twelve[-3:]
        if month.number == 8:
            windows[Window.ACADEMIC_YEAR] = twelve
    if month.number == 3:
        windows[Window.FINANCIAL_YEAR] = so_far
    return windows


def _count(
    indicator: Indicator,
    rows: Sequence[Mapping[str, Any]],
    everybody: Sequence[Mapping[str, Any]],
    breakdown: str | None,
    clocks: Mapping[str, Clock],
) -> Counted:
    def considered(of: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
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
            shared_by = considered(everybody)
            if breakdown == by.name:
                return len(group), sum((row[by.column] or NOT_KNOWN) != NOT_KNOWN for row in shared_by), None
            return len(group), len(counted), None
        case Mean(of=column):
            known_values = [row[column.name] for row in counted if row[column.name] is not None]
            return sum(known_values), len(known_values), int(2 * median(known_values)) if known_values else None
        case measure:
            raise TypeError(measure)
