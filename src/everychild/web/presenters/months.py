"""A figure over other times: the table behind the picture, and longer windows beside the month."""

from __future__ import annotations

from dataclasses import dataclass

from everychild import wording
from everychild.calendar import FinancialYear, Month
from everychild.judgement.judged import Judged
from everychild.judgement.targets import target_in_words
from everychild.measure.figure import Figure
from everychild.narrative.sentences import period_in_words
from everychild.web.presenters.figures import Shown, shown
from everychild.web.presenters.marks import Mark, status_mark


@dataclass(frozen=True)
class TrendRow:
    """One month of the picture, by the target then in force; `signal` says why its point stands out, if it does."""

    month: str
    shown: Shown
    target: str
    status: Mark
    signal: str


@dataclass(frozen=True)
class PeriodRow:
    """One window."""

    period: str
    note: str
    shown: Shown


def trend_rows(item: Judged) -> tuple[TrendRow, ...]:
    """What is charted, latest first; each signal beside the month, or the quarter, that it marks."""
    rows = []
    for figure in reversed(item.charted):
        signal = item.pattern.signal_of(figure.as_at)
        target = item.target_in(figure.as_at)
        rows.append(
            TrendRow(
                month=period_in_words(figure),
                shown=shown(item, figure),
                target=target_in_words(target, item.indicator) if target else wording.NOTHING,
                status=status_mark(item.status_in(figure)),
                signal=wording.sentence(signal.rule.in_words(item.pattern.chart)) if signal else "",
            )
        )
    return tuple(rows)


def periods(item: Judged) -> tuple[PeriodRow, ...]:
    """The month, the months it is compared with, then longer windows."""
    as_at = item.figure.as_at
    found = [
        _row(item, wording.month(as_at), "", item.figure),
        _row(item, wording.month(as_at - 1), "last month", item.last_month),
        _row(item, wording.month(as_at - 12), "same month last year", item.same_month_last_year),
        _row(item, _year_so_far(as_at), "year to date", item.year_to_date),
        _row(item, _twelve_months(as_at), "twelve months", item.rolling_12),
    ]
    years = [
        _row(item, wording.financial_year(year), _of_a_year(item), figure)
        for year, figure in sorted(item.financial_years.items(), reverse=True)
    ]
    return tuple(row for row in (*found, *years) if row is not None)


def _row(item: Judged, period: str, note: str, figure: Figure | None) -> PeriodRow | None:
    return None if figure is None else PeriodRow(period, note, shown(item, figure))


def _year_so_far(as_at: Month) -> str:
    first = FinancialYear(as_at.financial_year.starts_in).first_month
    return wording.month(as_at) if first == as_at else f"{wording.month(first)} to {wording.month(as_at)}"


def _twelve_months(as_at: Month) -> str:
    return f"{wording.month(as_at - 11)} to {wording.month(as_at)}"


def _of_a_year(item: Judged) -> str:
    if item.indicator.is_at_month_end:
        return "whole year, average of month ends"
    return "whole year, average of months" if item.indicator.adds_up else "whole year"
