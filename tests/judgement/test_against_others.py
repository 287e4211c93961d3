"""Our limits held against other people's: another library's chart of months on real series, and scipy's chance."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import pairwise

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from everychild.catalogue.indicator import Good
from everychild.judgement.chance import limits_of_count, limits_of_gap, limits_of_share, middle_of_gap, middle_of_share
from everychild.judgement.expected import NEAR, OUTER
from everychild.judgement.pattern import pattern, xmr_limits
from tests.beside import shared

WHY = "a development dependency that is not installed: `scripts/set-up all` installs it"
capstat = pytest.importorskip("capstat_core", reason=f"capstat-core is {WHY}")
stats = pytest.importorskip("scipy.stats", reason=f"scipy is {WHY}")

FEWEST, MOST_SERIES = 10, 1000
D2_ROUNDED = 2.66
"""The published rule rounds 3/d2; the library does not. Both are held to what they say."""


@pytest.fixture(scope="module")
def real_series() -> list[list[Fraction]]:
    """Published yearly values of English areas, each item's years in order, ten of them and all numbers."""
    rows = duckdb.sql(
        f"""
        select list("Values" order by "Years") as told
        from '{shared("benchmarks/bds_long_0.parquet")}'
        where regexp_full_match("Values", '-?[0-9]+([.][0-9]+)?') and "Short Desc" is not null
        group by "Short Desc", "LA and Regions"
        having count(distinct "Years") >= {FEWEST} and count(*) = count(distinct "Years")
        order by "Short Desc", "LA and Regions"
        """
    ).fetchall()
    assert len(rows) > MOST_SERIES
    return [[Fraction(value) for value in told] for (told,) in rows[:: len(rows) // MOST_SERIES]]


def test_limits_of_months_are_another_librarys_on_real_series(real_series) -> None:
    """Its centre is ours; its distance to a limit is ours, by exactly as much as 2.66 rounds 3 over d2."""
    for values in real_series:
        ours, theirs = xmr_limits(values), capstat.i_mr_chart([float(value) for value in values]).location.limits
        scale = max(1.0, abs(float(ours.mean)))
        rounding = D2_ROUNDED / capstat.E2(2)
        assert float(ours.mean) == pytest.approx(theirs.center, abs=1e-9 * scale)
        assert float(ours.upper - ours.mean) == pytest.approx(
            rounding * (theirs.upper - theirs.center), abs=1e-8 * scale
        )
        assert float(ours.mean - ours.lower) == pytest.approx(
            rounding * (theirs.center - theirs.lower), abs=1e-8 * scale
        )


def test_a_real_point_lies_outside_our_limits_where_it_does_outside_theirs(real_series) -> None:
    """But for those between 2.66 and 3/d2, which are one in thousands and are counted here."""
    between = points = 0
    for values in real_series:
        ours, theirs = xmr_limits(values), capstat.i_mr_chart([float(value) for value in values]).location
        outside = {n for n, value in enumerate(values) if not ours.lower <= value <= ours.upper}
        between += len(outside ^ set(theirs.violations))
        points += len(values)
    assert between <= points / 1000


def test_runs_on_real_series_are_what_counting_by_hand_finds(real_series) -> None:
    """Of each series, the points in seven on one side of the mean or seven in one direction, by a plain count."""
    found = 0
    for values in real_series:
        signals, mean = pattern(values, Good.NEITHER, FEWEST).signals, sum(values) / len(values)
        marked = {n for n, signal in enumerate(signals) if signal is not None}
        for n in range(len(values) - 6):
            window = values[n : n + 7]
            steps = [after - before for before, after in pairwise(window)]
            one_sided = min(window) > mean or max(window) < mean
            if one_sided or min(steps) > 0 or max(steps) < 0:
                found += 1
                assert set(range(n, n + 7)) <= marked
    assert found > 100


TAIL = {OUTER: (1 - OUTER) / 2, NEAR: (1 - NEAR) / 2}


@given(st.integers(1, 120), st.integers(1, 996))
@settings(max_examples=150, deadline=None)
def test_limits_of_a_share_are_the_binomials(cases, per_997) -> None:
    """Nothing under the fewest or over the most but a tail, and the next count in is more than a tail."""
    share = Fraction(per_997, 997)
    chance = stats.binom(cases, float(share))
    for confidence, tail in TAIL.items():
        ours = limits_of_share(share, cases, confidence)
        assert chance.cdf(ours.fewest - 1) <= tail + 1e-12
        assert chance.sf(ours.most) <= tail + 1e-12
        assert chance.cdf(ours.fewest) > tail - 1e-12
        assert chance.sf(ours.most - 1) > tail - 1e-12
    assert middle_of_share(share, cases) == int(chance.median())


@given(st.integers(1, 99), st.integers(1, 30))
@settings(max_examples=100, deadline=None)
def test_limits_of_a_gap_are_the_geometrics(part, more) -> None:
    """scipy counts the month with some as well; we count those without."""
    chance_of_any = Fraction(part, part + more)
    chance = stats.geom(float(chance_of_any), loc=-1)
    for confidence, tail in TAIL.items():
        ours = limits_of_gap(chance_of_any, confidence)
        assert chance.cdf(ours.fewest) > tail - 1e-12
        assert ours.fewest == 0 or chance.cdf(ours.fewest - 1) <= tail + 1e-12
        assert chance.sf(ours.most - 1) > tail - 1e-12
        assert chance.sf(ours.most) <= tail + 1e-12
    assert (
        math.isclose(chance.cdf(middle_of_gap(chance_of_any)), 0.5) or middle_of_gap(chance_of_any) == chance.median()
    )


@given(st.integers(1, 4000))
@settings(max_examples=100, deadline=None)
def test_limits_of_a_count_are_poissons(hundredths) -> None:
    """So many a month on average."""
    average = Fraction(hundredths, 100)
    chance = stats.poisson(float(average))
    for confidence, tail in TAIL.items():
        ours = limits_of_count(average, confidence)
        assert chance.cdf(ours.fewest - 1) <= tail + 1e-12
        assert chance.sf(ours.most) <= tail + 1e-12
        assert chance.cdf(ours.fewest) > tail - 1e-12
        assert chance.sf(ours.most - 1) > tail - 1e-12
