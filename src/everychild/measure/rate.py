"""Rates: a count per 10,000 children, with the population used and whether it was brought up to a year."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from everychild.catalogue.indicator import Indicator
from everychild.council import Population
from everychild.measure.figure import Figure, Window

WHOLE_YEARS = (Window.ROLLING_12, Window.FINANCIAL_YEAR, Window.ACADEMIC_YEAR)
PARTS_OF_A_YEAR = {Window.MONTH: 12, Window.QUARTER: 4}
"""How many of them make a year."""


@dataclass(frozen=True)
class Rate:
    """Per 10,000 children aged 0 to 17. `is_annualised`: a month or quarter brought up to a year, and said so."""

    value: Fraction
    population: Population
    is_annualised: bool


def rate_of(figure: Figure, indicator: Indicator, population: Population | None) -> Rate | None:
    """A figure's rate; None where it is told as none, has no value or no population, or is of one group.

    A thing counted at a month end is told as it stands, a flow as a yearly rate whatever its window. A year to date is
    no whole part of a year and has none; nor have different children in a month, who are not twelve times as many in a
    year.
    """
    if not indicator.is_rated or population is None or figure.group is not None:
        return None
    if figure.absent is not None or figure.numerator is None:
        return None
    per_child = Fraction(figure.numerator * 10_000, population.children)
    if indicator.is_at_month_end:
        return Rate(per_child / (figure.denominator or 1), population, is_annualised=False)
    if figure.window in WHOLE_YEARS:
        return Rate(per_child, population, is_annualised=False)
    if figure.window in PARTS_OF_A_YEAR and indicator.adds_up:
        return Rate(per_child * PARTS_OF_A_YEAR[figure.window], population, is_annualised=True)
    return None
