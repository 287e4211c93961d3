"""The XmR chart: limits, the four signals, their order, and the words."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from everychild.catalogue.indicator import Good
from everychild.judgement.pattern import Moving, Rule, Side, pattern, signal_at, xmr_limits

STEADY = [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12]


def series(*values):
    return [Fraction(value) for value in values]


def test_limits_are_the_mean_and_2_66_average_moving_ranges():
    """Twelve points that go 10, 12, 10 …: mean 11, moving range 2 each, so 11 ± 5.32, and 11 ± 3.5467 near them."""
    limits = xmr_limits(series(*STEADY))

    assert limits.mean == 11
    assert (limits.lower, limits.upper) == (Fraction("5.68"), Fraction("16.32"))
    assert limits.near_upper == 11 + Fraction("5.32") * 2 / 3
    assert limits.near_lower == 11 - Fraction("5.32") * 2 / 3


def test_the_outlier_screen_leaves_a_great_jump_out_of_the_average_range():
    """A jump of 100 among steps of 2 widens the limits unless the screen is on."""
    values = series(*STEADY, 112, 12, 10, 12)

    assert xmr_limits(values, outlier_screen=True).upper < xmr_limits(values).upper
    assert xmr_limits(values, outlier_screen=True).upper - xmr_limits(values, outlier_screen=True).mean == Fraction(
        "5.32"
    )


def test_a_point_outside_a_limit_is_a_signal_and_one_on_the_limit_is_not():
    """Rule 1."""
    limits = xmr_limits(series(*STEADY))

    assert signal_at([*series(*STEADY), limits.upper], 12, limits) is None or (
        signal_at([*series(*STEADY), limits.upper], 12, limits).rule is not Rule.OUTSIDE_LIMITS
    )
    above = signal_at([*series(*STEADY), limits.upper + 1], 12, limits)
    assert (above.rule, above.side) == (Rule.OUTSIDE_LIMITS, Side.UP)
    below = signal_at([*series(*STEADY), limits.lower - 1], 12, limits)
    assert (below.rule, below.side) == (Rule.OUTSIDE_LIMITS, Side.DOWN)


def test_seven_points_rising_are_a_trend_and_a_tie_breaks_it():
    """Rule 2: six steps of one sign; all seven points are marked."""
    limits = xmr_limits(series(*STEADY))
    rising = series(8, 9, 10, 11, 12, 13, 14)

    assert [signal_at(rising, n, limits).rule for n in range(7)] == [Rule.TREND] * 7
    assert signal_at(series(8, 9, 10, 10, 12, 13, 14), 0, limits) is None


def test_two_of_three_near_the_same_limit_are_marked_and_only_those():
    """Rule 3: all three on one side of the mean; the one that is not near a limit is not marked."""
    limits = xmr_limits(series(*STEADY))
    values = series(15, 12, 15)

    assert [None if (found := signal_at(values, n, limits)) is None else found.rule for n in range(3)] == [
        Rule.TWO_IN_THREE,
        None,
        Rule.TWO_IN_THREE,
    ]
    assert signal_at(series(15, 10, 15), 2, limits) is None


def test_seven_points_on_one_side_are_a_shift_and_a_point_on_the_mean_breaks_it():
    """Rule 4."""
    limits = xmr_limits(series(*STEADY))

    assert signal_at(series(12, 13, 12, 13, 12, 13, 12), 6, limits).rule is Rule.SHIFT
    assert signal_at(series(12, 13, 12, 11, 12, 13, 12), 6, limits) is None


def test_where_several_rules_hold_the_first_in_order_is_told():
    """Outside the limits before trend, trend before two in three, two in three before shift."""
    limits = xmr_limits(series(*STEADY))

    assert signal_at(series(8, 9, 10, 11, 12, 13, 20), 6, limits).rule is Rule.OUTSIDE_LIMITS
    assert signal_at(series(9, 10, 11, 12, 13, 15, 16), 6, limits).rule is Rule.TREND
    assert signal_at(series(12, 13, 12, 13, 15, 13, 15), 6, limits).rule is Rule.TWO_IN_THREE


@pytest.mark.parametrize(
    ("good", "last", "word"),
    [
        (Good.HIGHER, 30, Moving.GETTING_BETTER),
        (Good.HIGHER, -10, Moving.GETTING_WORSE),
        (Good.LOWER, 30, Moving.GETTING_WORSE),
        (Good.LOWER, -10, Moving.GETTING_BETTER),
        (Good.NEITHER, 30, Moving.HIGHER),
        (Good.RANGE, -10, Moving.LOWER),
        (Good.HIGHER, 11, Moving.STEADY),
    ],
)
def test_the_word_depends_on_which_way_is_good(good, last, word):
    """And says nothing of good or bad where there is neither."""
    assert pattern(series(*STEADY, *STEADY, last), good).moving is word


def test_one_unusual_month_in_the_past_does_not_colour_today():
    """The latest point only; here one month far up and the next far down."""
    found = pattern(series(*STEADY, 40, -18, *STEADY), Good.HIGHER)

    assert found.signals[12].rule is Rule.OUTSIDE_LIMITS
    assert found.moving is Moving.STEADY


def test_fewer_than_twelve_points_are_too_few():
    """No word is better than a wrong one."""
    found = pattern(series(*STEADY[:11]), Good.HIGHER)

    assert found.moving is Moving.TOO_FEW_POINTS
    assert found.limits is None
    assert pattern(series(*STEADY), Good.HIGHER).limits is not None


@given(st.lists(st.integers(0, 100), min_size=12, max_size=30))
def test_turning_the_series_upside_down_turns_the_word_round(values):
    """Higher is better on a series is lower is better on its mirror."""
    turned = {Moving.GETTING_BETTER, Moving.GETTING_WORSE, Moving.STEADY}
    up = pattern(series(*values), Good.HIGHER).moving
    down = pattern(series(*(-value for value in values)), Good.LOWER).moving

    assert up is down
    assert up in turned


@given(st.lists(st.fractions(0, 100), min_size=12, max_size=20))
def test_a_flat_shift_of_the_whole_series_changes_no_signal(values):
    """Only differences and the mean matter."""
    moved = [value + 7 for value in values]

    assert pattern(values, Good.HIGHER).signals == pattern(moved, Good.HIGHER).signals
