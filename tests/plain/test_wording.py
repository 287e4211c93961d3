"""How numbers and dates are written."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from math import ceil, floor

from hypothesis import example, given
from hypothesis import strategies as st

from everychild import wording
from everychild.calendar import Month
from everychild.catalogue.indicator import Good, Unit
from everychild.council import SetBy, Target
from everychild.judgement.status import rate
from everychild.judgement.targets import thresholds_of


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


TARGETS = st.decimals(0, 100, places=2).map(Fraction)


@given(
    value=st.one_of(st.fractions(0, 120, max_denominator=2000), st.decimals(0, 120, places=3).map(Fraction)),
    target=TARGETS,
    tolerance=st.decimals(0, 12, places=1).map(Fraction),
    near=st.sampled_from((None, Fraction(1, 1000), Fraction(-1, 700), Fraction(0))),
    at=st.sampled_from(("target", "tolerance")),
    out_of=st.sampled_from((None, 7, 300)),
    unit=st.sampled_from(tuple(Unit)),
    good=st.sampled_from((Good.HIGHER, Good.LOWER, Good.RANGE)),
)
@example(Fraction("84.97"), Fraction("84.95"), Fraction(5), None, "target", None, Unit.PERCENT, Good.HIGHER)
@example(Fraction("84.96"), Fraction(90), Fraction(5), None, "target", 300, Unit.PERCENT, Good.HIGHER)
@example(Fraction("33.4"), Fraction(30), Fraction("3.3"), None, "target", None, Unit.WORKING_DAYS, Good.LOWER)
def test_what_is_read_has_the_status_that_is_told(value, target, tolerance, near, at, out_of, unit, good):
    """Whoever judges the number as it is printed, against the target as it is printed, comes to the same word."""
    own = a_target(target, tolerance, good)
    if near is not None:
        away = tolerance if at == "tolerance" else 0
        value = target + near + (away if good is Good.LOWER else -away)
    printed = wording.shown(value, unit, thresholds_of(own, good), out_of)
    read = Fraction(printed.rstrip("%").replace(",", "").replace(wording.MINUS, "-"))
    as_read = replace(own, **{name: as_printed(getattr(own, name)) for name in ("value", "low", "high", "tolerance")})

    assert rate(read, as_read, good) is rate(value, own, good)


def a_target(target: Fraction, tolerance: Fraction, good: Good) -> Target:
    is_range = good is Good.RANGE
    return Target(
        indicator="EH04",
        value=None if is_range else target,
        low=target if is_range else None,
        high=target + 20 if is_range else None,
        tolerance=tolerance,
        set_by=SetBy.LOCAL,
        who="Director",
        why="",
        since=date(2017, 4, 1),
        next_review=None,
    )


def as_printed(number: Fraction | None) -> Fraction | None:
    return None if number is None else Fraction(wording.exactly(number).replace(",", ""))


@given(st.fractions(0, 100, max_denominator=300), st.integers(1, 100), st.integers(1, 20))
def test_a_whole_number_keeps_the_side_of_every_threshold(value, target, tolerance):
    """What is hidden to the whole number is rounded neither onto its target nor into being close."""
    limits = (Fraction(target), Fraction(target - tolerance))
    whole = wording.to_whole(value, limits)

    assert abs(whole - value) < 1
    if value.denominator == 1:
        assert whole == value
    if ceil(value) - floor(value) == 1 and floor(value) in limits and ceil(value) in limits:
        return  # between two thresholds a unit apart no whole number is on both sides; the target's own is kept
    for limit in limits:
        assert (whole > limit) - (whole < limit) == (value > limit) - (value < limit)


def test_a_target_is_written_with_every_decimal_it_has():
    """84.95 is not 85.0, or 84.97 would be on target and read as a miss."""
    assert [wording.exactly(Fraction(text)) for text in ("90", "84.95", "0.5", "1250")] == [
        "90",
        "84.95",
        "0.5",
        "1,250",
    ]


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
