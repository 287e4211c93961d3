"""An edition made ready to print: every indicator changed the same way, and nothing left pointing at the old ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from everychild.catalogue.indicator import Count
from everychild.judgement.judged import FlaggedArea, Judged, JudgedEdition
from everychild.measure.figure import Figure

MONTHS_IN_A_YEAR = 12


def with_each(edition: JudgedEdition, change: Callable[[Judged], Judged]) -> JudgedEdition:
    """The edition with each indicator changed, in its list, its area and its improvements alike."""
    changed = {item.ref: change(item) for item in edition.indicators}
    return replace(
        edition,
        indicators=tuple(changed.values()),
        areas=tuple(FlaggedArea(area.area, tuple(changed[item.ref] for item in area.judged)) for area in edition.areas),
        improvements=tuple(changed[item.ref] for item in edition.improvements),
    )


def with_monthly_averages(edition: JudgedEdition) -> JudgedEdition:
    """Yearly totals of things that happened told as the average of their months: what can stand beside one month."""
    return with_each(edition, _by_the_month)


def _by_the_month(item: Judged) -> Judged:
    if not isinstance(item.indicator.measure, Count) or item.indicator.is_at_month_end:
        return item
    return replace(item, financial_years={year: _average(figure) for year, figure in item.financial_years.items()})


def _average(figure: Figure) -> Figure:
    is_total = figure.absent is None and figure.denominator is None
    return replace(figure, denominator=MONTHS_IN_A_YEAR) if is_total else figure
