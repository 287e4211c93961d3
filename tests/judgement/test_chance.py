"""Chance’s limits are the binomial’s and Poisson’s own, checked against sums of exact fractions."""

from __future__ import annotations

from fractions import Fraction
from math import comb

from hypothesis import given, settings
from hypothesis import strategies as st

from everychild.judgement.chance import (
    ALARM,
    WARNING,
    Limits,
    limits_of_count,
    limits_of_gap,
    limits_of_share,
    middle_of_gap,
    middle_of_share,
)


def exactly(share: Fraction, cases: int, confidence: Fraction) -> Limits:
    """The least with more than the tail at or under it, and the greatest with more than the tail at or over it."""
    chances = [comb(cases, n) * share**n * (1 - share) ** (cases - n) for n in range(cases + 1)]
    tail = (1 - confidence) / 2
    fewest = next(n for n in range(cases + 1) if sum(chances[: n + 1]) > tail)
    most = next(n for n in range(cases, -1, -1) if sum(chances[n:]) > tail)
    return Limits(fewest, most)


@given(st.integers(1, 60), st.integers(1, 96))
@settings(max_examples=120, deadline=None)
def test_limits_of_a_share_are_exact(cases, per_97):
    """Shares in 97ths, so that no sum falls exactly on the tail."""
    share = Fraction(per_97, 97)
    assert limits_of_share(share, cases, WARNING) == exactly(share, cases, Fraction(19, 20))
    assert limits_of_share(share, cases, ALARM) == exactly(share, cases, Fraction(499, 500))


@given(st.integers(1, 20_000), st.integers(1, 999))
@settings(max_examples=60, deadline=None)
def test_the_outer_limits_hold_the_inner_and_the_expected(cases, per_1000):
    """However many cases; and nothing outside what there can be."""
    share = Fraction(per_1000, 1000)
    inner, outer = limits_of_share(share, cases, WARNING), limits_of_share(share, cases, ALARM)
    assert 0 <= outer.fewest <= inner.fewest <= inner.most <= outer.most <= cases
    assert inner.hold(int(share * cases)) or inner.hold(int(share * cases) + 1)


def test_limits_of_a_count():
    """Poisson with a mean of 10: the tables say 4 to 17 holds 95%, and 2 to 21 holds 99.8%."""
    assert limits_of_count(Fraction(10), WARNING) == Limits(4, 17)
    assert limits_of_count(Fraction(10), ALARM) == Limits(2, 21)


def test_nothing_and_everything_leave_no_room_for_chance():
    assert limits_of_share(Fraction(0), 50, WARNING) == Limits(0, 0)
    assert limits_of_share(Fraction(1), 50, WARNING) == Limits(50, 50)
    assert limits_of_count(Fraction(0), WARNING) == Limits(0, 0)


def test_limits_of_a_gap():
    """With an even chance of any each month: nine months without any are one in 512, ten one in 1,024."""
    assert limits_of_gap(Fraction(1, 2), 0.9973) == Limits(0, 9)
    assert limits_of_gap(Fraction(1), 0.9973) == Limits(0, 0)


def test_middles():
    """Half of chance lies at or under, half at or over: of ten even chances five, and at one in ten six months’ wait."""
    assert middle_of_share(Fraction(1, 2), 10) == 5
    assert middle_of_share(Fraction(49, 50), 8) == 8
    assert (middle_of_share(Fraction(0), 8), middle_of_share(Fraction(1), 8)) == (0, 8)
    assert middle_of_gap(Fraction(1, 10)) == 6
    assert middle_of_gap(Fraction(1, 2)) == 0


@given(st.integers(1, 60), st.integers(1, 96))
@settings(max_examples=100, deadline=None)
def test_the_middle_of_a_share_is_exact(cases, per_97):
    """Summed in exact fractions."""
    share, middle = Fraction(per_97, 97), middle_of_share(Fraction(per_97, 97), cases)
    chances = [comb(cases, n) * share**n * (1 - share) ** (cases - n) for n in range(cases + 1)]
    assert sum(chances[: middle + 1]) >= Fraction(1, 2)
    assert sum(chances[middle:]) >= Fraction(1, 2)
