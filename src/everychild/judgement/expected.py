"""Where points fall if nothing changes, chart by chart: from the months a range is read from, to each point's limits.

Limits by chance stand where the published ones would: outside the limits lie 0.27% of what chance brings, as outside
three standard deviations, and beyond the near-limit lines 4.55%, as outside two. They are the binomial's, the
geometric's and Poisson's own, so no share passes nought or 100 and no range needs a normal curve to be true.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cache

from everychild.judgement.chance import (
    limits_of_count,
    limits_of_gap,
    limits_of_share,
    middle_of_gap,
    middle_of_share,
)
from everychild.judgement.pattern import Limits
from everychild.measure.figure import Figure

OUTER, NEAR = 0.9973, 0.9545
"""What chance keeps within three, and within two, standard deviations of a normal curve."""


def pooled_share(figures: Sequence[Figure]) -> Fraction | None:
    """All met of all considered; None where nothing was considered."""
    cases = sum(figure.denominator or 0 for figure in figures)
    return Fraction(sum(figure.numerator or 0 for figure in figures), cases) if cases else None


@cache
def share_limits(share: Fraction, cases: int) -> Limits:
    """In per cent, for so many cases each as likely as the next to be one of the share."""
    outer, near = limits_of_share(share, cases, OUTER), limits_of_share(share, cases, NEAR)
    lower, upper, near_lower, near_upper, middle = (
        Fraction(100 * met, cases)
        for met in (outer.fewest, outer.most, near.fewest, near.most, middle_of_share(share, cases))
    )
    return Limits(share * 100, lower, upper, near_lower, near_upper, middle)


@cache
def count_limits(average: Fraction) -> Limits:
    """Of a number that comes by itself, so many in a month on average."""
    outer, near = limits_of_count(average, OUTER), limits_of_count(average, NEAR)
    lower, upper = Fraction(outer.fewest), Fraction(outer.most)
    return Limits(average, lower, upper, Fraction(near.fewest), Fraction(near.most))


@cache
def gap_limits(chance_of_any: Fraction) -> Limits:
    """Of the months that go by without any. Raises ZeroDivisionError where there never are any: no gap ends."""
    outer, near = limits_of_gap(chance_of_any, OUTER), limits_of_gap(chance_of_any, NEAR)
    return Limits(
        mean=(1 - chance_of_any) / chance_of_any,
        lower=Fraction(outer.fewest),
        upper=Fraction(outer.most),
        near_lower=Fraction(near.fewest),
        near_upper=Fraction(near.most),
        middle=Fraction(middle_of_gap(chance_of_any)),
    )
