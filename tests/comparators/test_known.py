"""Of two releases the newer has the last word, and a state is a word."""

from __future__ import annotations

from fractions import Fraction

from everychild.catalogue import BY_REF
from everychild.comparators.areas import REORGANISATIONS, began, council_of, councils, ended, region_called
from everychild.comparators.comparisons import COMPARISONS, every_series
from everychild.comparators.files import read_one
from everychild.comparators.known import known_of
from everychild.comparators.published import State
from everychild.comparators.published_series import RE_REFERRALS
from everychild.comparators.reading import published
from everychild.comparators.shipped_values import shipped, with_shipped
from tests.comparators.small_files import ENGLAND, WOKINGHAM, referrals_2024, referrals_2025, tool


def known(*files: bytes):
    readings = [
        read_one(f"{n}.parquet" if data.startswith(b"PAR1") else f"{n}.csv", data) for n, data in enumerate(files)
    ]
    rows = [row for reading in readings for row in published(reading.table.to_pylist(), reading.release)]
    return known_of(RE_REFERRALS, rows)


def test_a_share_is_worked_out_from_its_counts():
    """359 of 1,705 is 21.06%, where the published percentage says 21.1."""
    found = known(referrals_2025(f"2019,{WOKINGHAM},1705,359,21.1"))["872", 2019]
    assert found.value == Fraction(35900, 1705)
    assert (found.numerator, found.denominator) == (359, 1705)


def test_the_percentage_stands_where_its_counts_are_held_back():
    """What cannot be worked out is taken as it was published."""
    found = known(referrals_2025(f"2019,{WOKINGHAM},1705,c,21.1"))["872", 2019]
    assert found.value == Fraction(211, 10)
    assert found.denominator is None


def test_held_back_is_held_back():
    """It is not nought, and no older release is used to look behind it."""
    found = known(
        referrals_2024(f"2019,{WOKINGHAM},1705,400,359,21.1", f"2024,{ENGLAND},1,1,1,1"),
        referrals_2025(f"2019,{WOKINGHAM},c,c,c", f"2025,{ENGLAND},10,1,10"),
    )["872", 2019]
    assert found.told is State.HELD_BACK
    assert found.value is None


def test_the_newer_release_is_used_and_the_older_where_it_says_nothing():
    """Revised values come from the release that goes furthest; a hyphen is no word."""
    older = referrals_2024(f"2019,{WOKINGHAM},100,1,20,20", f"2018,{WOKINGHAM},100,1,30,30")
    newer = tool(
        ("ReReferral", "2019", "Wokingham", "21", 872.0),
        ("ReReferral", "2018", "Wokingham", "-", 872.0),
        ("ReReferral", "2025", "England", "22", 970.0),
    )
    found = known(older, newer)
    assert found["872", 2019].value == 21
    assert found["872", 2018].value == 30
    again = known(newer, older)
    assert {key: one.told for key, one in again.items()} == {key: one.told for key, one in found.items()}


def test_how_far_a_release_goes_is_asked_of_the_measure():
    """The Tool holds other measures with later years: they do not make its re-referrals newer."""
    dfe = referrals_2025(f"2025,{ENGLAND},200,40,20")
    other = tool(("ReReferral", "2024", "England", "19", 970.0), ("Premium", "2026", "England", "1", 970.0))
    assert known(dfe, other)["E92000001", 2025].value == 20


def test_of_one_release_loaded_twice_over_the_later_is_used():
    """A correction with the same years stands over what it corrects."""
    found = known(referrals_2025(f"2025,{ENGLAND},200,40,20"), referrals_2025(f"2025,{ENGLAND},200,50,25"))
    assert found["E92000001", 2025].value == 25


def test_what_ships_has_every_series_for_england():
    """Comparators work from the first minute, each value with its vintage."""
    for series in every_series():
        england = [one for (area, _), one in shipped(series.name).items() if area == "E92000001"]
        assert england, series.name
        assert all(one.release.vintage and one.release.sha256 for one in england)


def test_what_ships_gives_way_to_what_goes_as_far_and_not_to_what_is_older():
    """An older file loaded later does not turn the clock back for England."""
    same = known(referrals_2025(f"2025,{ENGLAND},200,40,20"))
    older = known(referrals_2024(f"2024,{ENGLAND},200,1,40,20"))
    assert with_shipped(same, "re_referrals")["E92000001", 2025].value == 20
    assert (
        with_shipped(older, "re_referrals")["E92000001", 2024].value == shipped("re_referrals")["E92000001", 2024].value
    )


def test_every_comparison_is_of_an_indicator_and_says_why():
    """A reason that is not comparable ends “because …”."""
    assert len({comparison.ref for comparison in COMPARISONS}) == len(COMPARISONS)
    for comparison in COMPARISONS:
        assert comparison.ref in BY_REF
        assert comparison.because
        assert comparison.because.endswith(".") is comparison.is_comparable
        assert comparison.because[0].isupper() is comparison.is_comparable


def test_a_council_by_any_of_its_codes():
    """Northumberland changed its code and stayed itself; a new council is not the one before it."""
    for code in ("E06000048", "E06000057", "929", "northumberland"):
        assert council_of(code).number == "929"
    assert region_called("London (Inner)").code == "E13000001"
    assert region_called("Yorkshire and the Humber").code == "E12000003"
    assert council_of("E99999999") is None


def test_reorganisations_name_councils_there_are():
    """What ended and what began are all known by name."""
    for change in REORGANISATIONS:
        assert {*change.became} <= set(councils())
    assert began("940").on.year == ended("928").on.year == 2021
    assert began("872") is None
