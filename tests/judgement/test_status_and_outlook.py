"""Is it on target, and will the target be met?"""

from datetime import date
from fractions import Fraction

import pytest

from everychild.catalogue import BY_REF
from everychild.catalogue.indicator import Good
from everychild.council import SetBy, Target
from everychild.judgement.charting import Charted
from everychild.judgement.outlook import Outlook, outlook, settled
from everychild.judgement.pattern import Limits, Moving, Pattern
from everychild.judgement.status import Status, rate
from everychild.judgement.targets import target_in_words, whose_target


def target(value=None, low=None, high=None, tolerance=5, set_by=SetBy.LOCAL):
    number = lambda given: None if given is None else Fraction(given)  # noqa: E731 - three numbers of one kind
    return Target(
        "X",
        number(value),
        number(low),
        number(high),
        Fraction(tolerance),
        set_by,
        "Director",
        "",
        date(2017, 4, 1),
        None,
    )


@pytest.mark.parametrize(
    ("good", "value", "status"),
    [
        (Good.HIGHER, 90, Status.ON_TARGET),
        (Good.HIGHER, "89.99", Status.CLOSE),
        (Good.HIGHER, 85, Status.CLOSE),
        (Good.HIGHER, "84.99", Status.OFF_TARGET),
        (Good.LOWER, 90, Status.ON_TARGET),
        (Good.LOWER, "90.01", Status.CLOSE),
        (Good.LOWER, 95, Status.CLOSE),
        (Good.LOWER, "95.01", Status.OFF_TARGET),
        (Good.NEITHER, 10, Status.FOR_INFORMATION),
    ],
)
def test_equal_to_the_target_is_on_it_and_equal_to_the_tolerance_is_close(good, value, status):
    """On the exact value, never on what is shown."""
    assert rate(Fraction(value), target(90), good) is status


@pytest.mark.parametrize(("value", "status"), [(30, "on"), (45, "on"), (29, "close"), (50, "close"), (24, "off")])
def test_inside_a_band_is_on_target(value, status):
    """From 30 to 45, with 5 either side."""
    found = rate(Fraction(value), target(low=30, high=45), Good.RANGE)

    assert found is {"on": Status.ON_TARGET, "close": Status.CLOSE, "off": Status.OFF_TARGET}[status]


def test_no_target_is_for_information_and_no_value_is_not_judged():
    """Never a pass."""
    assert rate(Fraction(50), None, Good.HIGHER) is Status.FOR_INFORMATION
    assert rate(None, target(90), Good.HIGHER) is Status.NOT_JUDGED


def charted(values, usual, own=None):
    nothing = (None,) * len(values)
    return Charted(Pattern(Moving.STEADY, None, own or usual, nothing, usual=usual), (), tuple(values))


def limits(lower, upper):
    middle = Fraction(lower + upper, 2)
    return Limits(middle, Fraction(lower), Fraction(upper), middle, middle)


@pytest.mark.parametrize(
    ("good", "lower", "upper", "word"),
    [
        (Good.HIGHER, 90, 98, Outlook.RELIABLY_MET),
        (Good.HIGHER, 89, 98, Outlook.HIT_OR_MISS),
        (Good.HIGHER, 80, 90, Outlook.HIT_OR_MISS),
        (Good.HIGHER, 70, 89, Outlook.WONT_BE_MET),
        (Good.LOWER, 80, 90, Outlook.RELIABLY_MET),
        (Good.LOWER, 80, 91, Outlook.HIT_OR_MISS),
        (Good.LOWER, 90, 95, Outlook.HIT_OR_MISS),
        (Good.LOWER, 91, 99, Outlook.WONT_BE_MET),
    ],
)
def test_the_expected_range_is_held_against_the_target_both_ways_and_at_equality(good, lower, upper, word):
    """Against a target of 90."""
    assert outlook(limits(lower, upper), target(90), good) is word


@pytest.mark.parametrize(
    ("lower", "upper", "word"),
    [
        (31, 44, Outlook.RELIABLY_MET),
        (20, 29, Outlook.WONT_BE_MET),
        (46, 50, Outlook.WONT_BE_MET),
        (20, 40, Outlook.HIT_OR_MISS),
    ],
)
def test_a_band_is_reliably_met_when_the_whole_range_lies_inside_it(lower, upper, word):
    """From 30 to 45."""
    assert outlook(limits(lower, upper), target(low=30, high=45), Good.RANGE) is word


def test_there_is_no_outlook_without_a_target_a_direction_or_enough_points():
    """And none is made up."""
    assert outlook(None, target(90), Good.HIGHER) is None
    assert outlook(limits(1, 2), None, Good.HIGHER) is None
    assert outlook(limits(1, 2), target(90), Good.NEITHER) is None


def test_a_target_says_which_way_is_good_and_whose_it_is():
    """Members could not tell whether better than or greater than was good."""
    assert target_in_words(target(30), BY_REF["EH04"]) == "30 or fewer"
    assert target_in_words(target("92.5"), BY_REF["CP21"]) == "92.5% or more"
    assert target_in_words(target(12), BY_REF["PL01"]) == "12% or less"
    assert whose_target(target(1, set_by=SetBy.NATIONAL)) == "National target"
    assert whose_target(None) == "No target"


def test_nothing_is_foretold_while_a_figure_has_left_the_range_it_is_foretold_from():
    """Seven months on the good side of a range that cannot meet the target; or missing a target it reliably meets."""
    risen = [Fraction(value) for value in (80, 81, 80, 81, 88, 89, 90, 91, 90, 92, 93)]
    wont, met = Outlook.WONT_BE_MET, Outlook.RELIABLY_MET

    fallen = [-value for value in risen]

    assert settled(wont, Status.ON_TARGET, charted(risen, limits(82, 89)), Good.HIGHER) is None
    assert settled(wont, Status.OFF_TARGET, charted(risen[:6], limits(82, 89)), Good.HIGHER) is wont
    assert settled(wont, Status.OFF_TARGET, charted(fallen, limits(-89, -82)), Good.LOWER) is None
    assert settled(met, Status.OFF_TARGET, charted(risen, limits(91, 99)), Good.HIGHER) is None
    assert settled(met, Status.ON_TARGET, charted(risen, limits(91, 99)), Good.HIGHER) is met


def test_a_month_with_fewer_than_usual_may_miss_by_chance_a_target_the_usual_month_meets():
    """The usual month lies from 91 to 99 and its target is 90; this one, of few, from 60 to 100, came to 80."""
    few = charted([Fraction(80)], limits(91, 99), own=limits(60, 100))
    out = charted([Fraction(50)], limits(91, 99), own=limits(60, 100))

    assert settled(Outlook.RELIABLY_MET, Status.OFF_TARGET, few, Good.HIGHER) is Outlook.HIT_OR_MISS
    assert settled(Outlook.RELIABLY_MET, Status.OFF_TARGET, out, Good.HIGHER) is None
