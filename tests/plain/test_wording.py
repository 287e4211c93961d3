"""How numbers and dates are written."""

from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from everychild import wording
from everychild.calendar import Month


def test_halves_round_away_from_nought_and_minus_is_a_true_minus():
    """Not to even, as computers like."""
    assert wording.rounded(Fraction(5, 2)) == "3"
    assert wording.rounded(Fraction(-5, 2)) == "−3"
    assert wording.rounded(Fraction(-1, 100), 1) == "0.0"
    assert wording.rounded(1234567) == "1,234,567"


def test_a_share_of_few_is_written_whole():
    """8 of 13 is 62%, not 61.5%."""
    assert wording.shown(Fraction(800, 13), "percent", out_of=13) == "62%"
    assert wording.shown(Fraction(21200, 298), "percent", out_of=298) == "71.1%"


def test_display_never_contradicts_the_status():
    """89.96 against 90 is not 90.0, off target; 90 itself is."""
    assert wording.shown(Fraction("89.96"), "percent", Fraction(90)) == "89.96%"
    assert wording.shown(Fraction(90), "percent", Fraction(90)) == "90.0%"
    assert wording.shown(Fraction("30.4"), "working days", Fraction(30)) == "30.4"
    assert wording.shown(Fraction("43.4"), "working days", Fraction(30)) == "43"


@given(st.fractions(0, 100, max_denominator=500), st.integers(0, 100))
def test_what_is_shown_is_on_the_same_side_of_the_target(value, target):
    """Whatever the value."""
    shown = Fraction(wording.shown(value, "percent", Fraction(target)).rstrip("%").replace(",", ""))

    assert (shown >= target) == (value >= target) or shown == target == value


def test_dates_and_months_are_written_in_full():
    """And financial years as councils write them."""
    assert wording.day(date(2019, 4, 30)) == "30 April 2019"
    assert wording.weekday_and_day(date(2019, 6, 18)) == "Tuesday 18 June 2019"
    assert wording.month(Month(2019, 4)) == "April 2019"
    assert wording.short_month(Month(2019, 4)) == "Apr 19"
    assert wording.financial_year(Month(2019, 3).financial_year) == "2018-19"


def test_lists_and_counts_read_as_people_say_them():
    """One child, two children."""
    assert wording.listed(["a", "b", "c"]) == "a, b and c"
    assert wording.count(1, "child", "children") == "1 child"
    assert wording.count(1204, "child", "children") == "1,204 children"
    assert wording.change(Fraction("-7.2"), "points") == "−7.2 points"
    assert wording.change(Fraction(3), "working days", 0) == "+3 working days"
