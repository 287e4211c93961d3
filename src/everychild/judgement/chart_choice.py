"""Which chart a series of figures is right for, by rules that are data: the first that holds is used, and is printed.

An XmR chart of months is the usual one. It is wrong where its assumptions are (domain research, section 6.2): a share
of few passes nought and 100, a share of almost none says nothing by the month, and a count that is mostly nought has no
range worth the name. Rolling and year-to-date series are never charted: their points share months, and show trends and
shifts that are not there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from math import sqrt
from statistics import mean, median_low

from everychild.catalogue.indicator import Children, Count, Indicator
from everychild.measure.figure import Absent, Figure

FEW = 5
"""Fewer than this in a usual month, and months are added into quarters."""

NOT_MANY = 40
"""Up to this many in a usual month, a share's limits are chance's own: "percentages from 5 to 40 children"."""

SPREAD = Fraction(3, 2)
"""Months that differ by more than this many times what chance brings have more than chance in them."""

USUAL_STEP = 1.128
"""How far apart, on average, two draws of a normal spread of one lie (d2 for pairs): turns steps into a spread."""


class Chart(StrEnum):
    """What is charted, and where its limits come from."""

    MONTHS = "months"
    """XmR: each month, with limits from the steps between months."""

    SHARES = "shares"
    """Each month, with the binomial's own limits for so many cases."""

    QUARTERS = "quarters"
    """Each whole quarter, with the binomial's own limits."""

    BETWEEN = "between"
    """The months without any between months with some, with the geometric's own limits."""


@dataclass(frozen=True)
class Choice:
    """A chart, when it is right, and why in a sentence."""

    chart: Chart
    name: str
    because: str
    is_right: Callable[[Indicator, Sequence[Figure]], bool] = field(compare=False, repr=False)


def choice_for(indicator: Indicator, months: Sequence[Figure]) -> Choice:
    """The first choice that is right for these months, which are the ones its limits will be read from."""
    return next(choice for choice in CHOICES if choice.is_right(indicator, months))


def usual_cases(figures: Sequence[Figure]) -> int:
    """The median number considered in a figure; a month in which none were due had none."""
    cases = [0 if figure.absent is Absent.NO_CASES else figure.denominator for figure in figures if _is_told(figure)]
    return median_low([known or 0 for known in cases]) if cases else 0


def spread(figures: Sequence[Figure]) -> float:
    """How many times as far apart successive shares lie as chance alone would put them (Laney's sigma of z).

    Nought where there is nothing to tell by: fewer than two, or all met, or none.
    """
    known = [(figure.numerator or 0, figure.denominator) for figure in figures if figure.denominator]
    met, cases = sum(n for n, _ in known), sum(d for _, d in known)
    if len(known) < 2 or met in (0, cases):
        return 0.0
    share = met / cases
    apart = [(n / d - share) / sqrt(share * (1 - share) / d) for n, d in known]
    return mean(abs(after - before) for before, after in pairwise(apart)) / USUAL_STEP


def _is_told(figure: Figure) -> bool:
    return figure.absent in (None, Absent.NO_CASES)


def _is_mostly_nought(indicator: Indicator, months: Sequence[Figure]) -> bool:
    known = [figure.numerator for figure in months if figure.absent is None]
    return isinstance(indicator.measure, Count | Children) and 2 * known.count(0) > len(known)


def _has_few(indicator: Indicator, months: Sequence[Figure]) -> bool:
    """Children at a month end cannot be added to those of the next: they are the same ones."""
    return indicator.is_share and not indicator.is_at_month_end and usual_cases(months) < FEW and bool(months)


def _has_not_many(indicator: Indicator, months: Sequence[Figure]) -> bool:
    return indicator.is_share and usual_cases(months) <= NOT_MANY


def _has_not_many_and_differs(indicator: Indicator, months: Sequence[Figure]) -> bool:
    return _has_not_many(indicator, months) and spread(months) > SPREAD


MONTH_BY_MONTH = Choice(
    Chart.MONTHS,
    "Month by month",
    "Each month is set against a range read from how far one month usually lies from the next.",
    lambda indicator, months: True,
)

CHOICES: tuple[Choice, ...] = (
    Choice(
        Chart.BETWEEN,
        "Months between",
        "Most months have none, so a month is set against what chance would bring, and what is followed is how many "
        "months go by without any.",
        _is_mostly_nought,
    ),
    Choice(
        Chart.QUARTERS,
        "Quarter by quarter",
        f"Fewer than {FEW} are counted in a usual month, so months are added into whole quarters, each set against "
        "what chance would bring to so many. A quarter not yet over is not charted.",
        _has_few,
    ),
    Choice(
        Chart.MONTHS,
        "Month by month, beyond chance",
        f"No more than {NOT_MANY} are counted in a usual month, but months differ by more than chance would make "
        "them, so the range is read from how far one month usually lies from the next.",
        _has_not_many_and_differs,
    ),
    Choice(
        Chart.SHARES,
        "Month by month, by chance",
        f"No more than {NOT_MANY} are counted in a usual month, so each month is set against what chance would bring "
        "to so many: the fewer there are, the wider the range.",
        _has_not_many,
    ),
    MONTH_BY_MONTH,
)
"""In the order they are tried."""
