"""Rates: a count per 10,000 children, with the population used and whether it was brought up to a year."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from everychild.council import Population
from everychild.measure.figure import Figure, Window

MONTHS_IN = {
    Window.MONTH: 1,
    Window.QUARTER: 3,
    Window.ROLLING_12: 12,
    Window.FINANCIAL_YEAR: 1,
    Window.ACADEMIC_YEAR: 12,
}


@dataclass(frozen=True)
class Rate:
    """Per 10,000 children aged 0 to 17. `is_annualised`: a month or quarter brought up to a year, and said so."""

    value: Fraction
    population: Population
    is_annualised: bool


def rate_of(figure: Figure, population: Population | None, *, is_at_month_end: bool) -> Rate | None:
    """A figure's rate; None where there is no figure, no population, or (year to date) no whole period.

    A flow is told as a yearly rate whatever its window; a thing counted at a month end as it stands.
    """
    if population is None or figure.absent is not None or figure.numerator is None or figure.group is not None:
        return None
    count = Fraction(figure.numerator, figure.denominator or 1)
    per_child = count * 10_000 / population.children
    if is_at_month_end:
        return Rate(per_child, population, is_annualised=False)
    months = MONTHS_IN.get(figure.window)
    if months is None:
        return None
    return Rate(per_child * 12 / months, population, is_annualised=figure.window in (Window.MONTH, Window.QUARTER))
