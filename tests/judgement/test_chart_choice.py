"""Which chart suits which series: rules that are data, each with the sentence that is printed."""

import re
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from everychild.calendar import Month, months_to
from everychild.catalogue import BY_REF, CATALOGUE
from everychild.catalogue.indicator import Count, Mean, Share
from everychild.judgement.chart_choice import CHOICES, FEW, NOT_MANY, SPREAD, Chart, choice_for, spread, usual_cases
from everychild.measure.figure import Absent, Figure, Window

SHARE, STOCK_SHARE, COUNT, MEAN = (BY_REF[ref] for ref in ("CP08", "PL10", "FD06", "EH04"))
MONTHS = months_to(Month(2019, 4), 25)


def shares(met, cases):
    """A figure a month; no cases is a month in which none were due."""
    return [
        Figure("X", Window.MONTH, month, None, None, n, d)
        if d
        else Figure("X", Window.MONTH, month, None, None, None, None, Absent.NO_CASES)
        for month, n, d in zip(MONTHS, met, cases, strict=False)
    ]


def counts(*numbers):
    return [Figure("X", Window.MONTH, month, None, None, n, None) for month, n in zip(MONTHS, numbers, strict=False)]


def chart(indicator, figures):
    return choice_for(indicator, figures).chart


def test_these_are_what_their_names_say():
    """The four indicators the table below is about."""
    assert isinstance(SHARE.measure, Share)
    assert not SHARE.is_at_month_end
    assert isinstance(STOCK_SHARE.measure, Share)
    assert STOCK_SHARE.is_at_month_end
    assert isinstance(COUNT.measure, Count)
    assert isinstance(MEAN.measure, Mean)


@pytest.mark.parametrize(
    ("cases", "expected"),
    [
        (FEW - 1, Chart.QUARTERS),
        (FEW, Chart.SHARES),
        (NOT_MANY, Chart.SHARES),
        (NOT_MANY + 1, Chart.MONTHS),
    ],
)
def test_a_share_is_charted_by_how_many_it_is_usually_of(cases, expected):
    """Half met, month after month: fewer than 5 a month by quarter, 5 to 40 by chance, more than 40 as it is."""
    assert chart(SHARE, shares([cases // 2] * 25, [cases] * 25)) is expected


def test_the_usual_month_is_the_median_and_a_month_with_none_due_has_none():
    """13 months of 30 and 12 of 1: usually 30. Half the months without any: usually none."""
    assert usual_cases(shares([1] * 25, [30] * 13 + [1] * 12)) == 30
    assert usual_cases(shares([1] * 25, [0] * 13 + [30] * 12)) == 0
    assert chart(SHARE, shares([1] * 25, [0] * 13 + [30] * 12)) is Chart.QUARTERS


def test_children_at_a_month_end_are_never_added_to_those_of_the_next():
    """They are the same children: however few, each month end stands by itself."""
    assert chart(STOCK_SHARE, shares([1] * 25, [2] * 25)) is Chart.SHARES


def test_shares_that_differ_by_more_than_chance_are_charted_by_their_own_steps():
    """Of 30 a month, all and none by turns: chance does not do that."""
    leaping = shares([30, 0] * 12 + [30], [30] * 25)

    assert spread(leaping) > SPREAD
    assert chart(SHARE, leaping) is Chart.MONTHS
    assert "more than chance" in choice_for(SHARE, leaping).because


def test_a_count_that_is_mostly_nought_is_followed_by_its_waits():
    """13 of 25 months without any; at exactly half it is not mostly."""
    assert chart(COUNT, counts(*[0] * 13, *[2] * 12)) is Chart.BETWEEN
    assert chart(COUNT, counts(*[0] * 12, *[2] * 12)) is Chart.MONTHS


def test_an_average_is_charted_by_its_own_steps_however_few():
    """Chance's limits are for shares and counts; an average's own steps hold what it rests on."""
    assert chart(MEAN, shares([6] * 25, [3] * 25)) is Chart.MONTHS


def test_every_choice_says_why_in_plain_words():
    """The sentence is printed on the page and in the paper; it names no kind of chart and no letter of one."""
    for choice in CHOICES:
        assert choice.because.endswith(".")
        assert not re.search(r"XmR|p-chart|g-chart|binomial|sigma|—", choice.because)
    assert len({choice.name for choice in CHOICES}) == len(CHOICES)


def test_something_is_right_for_every_indicator_with_nothing_to_go_by():
    """Every indicator we have, with months that were never supplied."""
    nothing = [Figure("X", Window.MONTH, month, None, None, None, None, Absent.NOT_SUPPLIED) for month in MONTHS]
    assert all(choice_for(indicator, nothing) for indicator in CATALOGUE)


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 10)), min_size=2, max_size=25))
def test_which_way_a_share_is_told_does_not_change_its_spread(pairs):
    """So many on time of so many, or so many late: the same figures."""
    met, cases = [n for n, _ in pairs], [n + late for n, late in pairs]
    told, turned = shares(met, cases), shares([late for _, late in pairs], cases)

    assert spread(told) == pytest.approx(spread(turned))


def test_the_season_is_declared_with_a_reason():
    """A sentence each, for what rises and falls with the school year."""
    seasonal = {indicator.ref: indicator.season for indicator in CATALOGUE if indicator.season}

    assert {"FD01", "FD06", "MS01"} <= set(seasonal)
    assert all(said.endswith(".") for said in seasonal.values())
    assert replace(COUNT, season="").season == ""
    assert Fraction(3, 2) == SPREAD
