"""The register of targets: dated rows, never changed, and nothing in it that contradicts itself."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from everychild.catalogue import BY_REF
from everychild.council import SetBy, Target, council_from
from everychild.errors import SettingsError
from everychild.judgement.register import Standing, register, with_target
from everychild.judgement.status import Status, rate
from everychild.judgement.targets import floor_in_words, target_in_words
from tests.editions import SETTINGS

CP22 = BY_REF["CP22"]
ROW = Target(
    indicator="CP22",
    value=Fraction(85),
    low=None,
    high=None,
    tolerance=Fraction(5),
    set_by=SetBy.LOCAL,
    who="Director of Children’s Services",
    why="Every ten working days.",
    since=date(2019, 5, 1),
    next_review=date(2020, 3, 31),
    source="Cabinet, 4 April 2019, minute 12",
    floor=Fraction(70),
)
BAND = replace(ROW, indicator="FD05", value=None, low=Fraction(30), high=Fraction(45), floor=Fraction(20))


def a_range():
    return next(indicator for indicator in BY_REF.values() if indicator.good.value == "range")


def test_a_row_is_added_and_nothing_else_is_changed():
    """Comments, spacing and order stay as the council wrote them."""
    text = "# Ours\n\n" + SETTINGS + "\n\n# The end, with no line under it"
    after = with_target(text, ROW, CP22)

    assert after.startswith(text)
    assert council_from(after).targets == (*council_from(text).targets, ROW)
    assert {**tomllib.loads(after), "target": []} == {**tomllib.loads(text), "target": []}


def test_line_ends_stay_as_they_are():
    """A file from Windows stays one."""
    after = with_target(SETTINGS.replace("\n", "\r\n"), ROW, CP22)

    assert after.count("\n") == after.count("\r\n")


@given(
    who=st.text(st.characters(exclude_categories=("C", "Z")), min_size=1),
    value=st.decimals(0, 100, places=3),
    tolerance=st.decimals(0, 20, places=2),
    since=st.dates(date(2000, 1, 1), date(2050, 1, 1)),
)
def test_what_is_written_is_what_is_read(who, value, tolerance, since):
    """Whatever the words and the decimals."""
    row = replace(
        ROW, who=who, value=Fraction(value), tolerance=Fraction(tolerance), since=since, next_review=None, floor=None
    )

    assert council_from(with_target(SETTINGS, row, CP22)).targets[-1] == row


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"value": Fraction(185)}, "write 90 for 90%"),
        ({"value": None, "low": Fraction(1), "high": Fraction(2)}, "give --value, and no --low or --high"),
        ({"value": None}, "give --value"),
        ({"value": Fraction(-1)}, "Give 0 or more"),
        ({"tolerance": Fraction(-1)}, "Give 0 or more"),
        ({"floor": Fraction(81)}, "close and unacceptable at once"),
        ({"floor": Fraction(90)}, "close and unacceptable at once"),
        ({"next_review": date(2019, 4, 30)}, "before the target begins"),
        ({"who": " "}, "--who should say something"),
        ({"source": "a\nb"}, "--source should say something"),
    ],
)
def test_what_contradicts_is_refused_with_what_to_give(change, says):
    with pytest.raises(SettingsError, match=says):
        with_target(SETTINGS, replace(ROW, **change), CP22)


def test_the_same_day_twice_is_refused():
    """Which of the two was in force could not be said."""
    with pytest.raises(SettingsError, match="a target is never changed"):
        with_target(with_target(SETTINGS, ROW, CP22), replace(ROW, value=Fraction(90)), CP22)


def test_what_has_no_better_direction_takes_no_target():
    with pytest.raises(SettingsError, match="no better direction"):
        with_target(SETTINGS, replace(ROW, indicator="EH03"), BY_REF["EH03"])


def test_what_is_best_inside_a_range_needs_both_ends_the_lower_first():
    band = a_range()
    for change in (
        {"low": None},
        {"high": None},
        {"low": Fraction(50)},
        {"value": Fraction(3)},
        {"floor": Fraction(28)},
    ):
        with pytest.raises(SettingsError, match=band.ref):
            with_target(SETTINGS, replace(BAND, indicator=band.ref, **change), band)
    after = council_from(with_target(SETTINGS, replace(BAND, indicator=band.ref), band))
    assert after.targets[-1].bounds == (30, 45)


def test_each_row_stands_in_force_past_or_to_come_on_a_day():
    """80 from April 2017 until the day before 85 begins; its review was due in March 2018."""
    own = council_from(SETTINGS)
    old = replace(ROW, value=Fraction(80), since=date(2017, 4, 1), next_review=date(2018, 3, 31))
    own = replace(own, targets=(ROW, old))

    def standings(on):
        return [(row.target.value, row.standing, row.until, row.review_overdue) for row in register(own, on)]

    last = date(2019, 4, 30)
    assert standings(date(2017, 3, 31)) == [
        (80, Standing.COMING, last, False),
        (85, Standing.COMING, None, False),
    ]
    assert standings(date(2018, 3, 31)) == [
        (80, Standing.IN_FORCE, last, False),
        (85, Standing.COMING, None, False),
    ]
    assert standings(last) == [(80, Standing.IN_FORCE, last, True), (85, Standing.COMING, None, False)]
    assert standings(date(2019, 5, 1)) == [(80, Standing.PAST, last, False), (85, Standing.IN_FORCE, None, False)]
    assert standings(date(2020, 4, 1))[1] == (85, Standing.IN_FORCE, None, True)


def test_a_target_for_nothing_is_named():
    own = council_from(SETTINGS)
    with pytest.raises(SettingsError, match="ZZ99, and there is no such indicator"):
        register(replace(own, targets=(replace(ROW, indicator="ZZ99"),)), date(2019, 4, 1))


def test_below_its_floor_nothing_is_close():
    """However wide the tolerance; equal to the floor is not below it."""
    wide = replace(ROW, tolerance=Fraction(30))

    assert rate(Fraction(70), wide, CP22.good) is Status.CLOSE
    assert rate(Fraction("69.9"), wide, CP22.good) is Status.OFF_TARGET
    days = replace(ROW, indicator="EH04", value=Fraction(30), tolerance=Fraction(30), floor=Fraction(45))
    assert rate(Fraction(45), days, BY_REF["EH04"].good) is Status.CLOSE
    assert rate(Fraction(46), days, BY_REF["EH04"].good) is Status.OFF_TARGET


def test_floors_and_ranges_are_told_with_their_direction():
    band = a_range()
    assert floor_in_words(ROW, CP22) == "never below 70%"
    assert floor_in_words(replace(ROW, floor=Fraction(45)), BY_REF["EH04"]) == "never above 45"
    assert target_in_words(replace(BAND, indicator=band.ref), band).replace("%", "") == "30 to 45"
    assert target_in_words(replace(BAND, high=None), band).replace("%", "") == "30 or more"
    assert target_in_words(replace(BAND, low=None), band).replace("%", "").startswith("45 or ")
