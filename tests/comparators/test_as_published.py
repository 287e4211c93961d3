"""The published files themselves, read where they lie: the same values from the CSVs and from the Interactive Tool."""

from __future__ import annotations

from fractions import Fraction

import pytest

from everychild.comparators.comparisons import every_series
from everychild.comparators.files import read_published
from everychild.comparators.interactive_tool import FAMILY as TOOL
from everychild.comparators.known import known_of
from everychild.comparators.neighbours import models_of
from everychild.comparators.published import State
from everychild.comparators.published_series import (
    ASSESSMENTS_IN_45_DAYS,
    CONFERENCES_IN_15_DAYS,
    NO_FURTHER_ACTION,
    PLANS_REVIEWED,
    RE_REFERRALS,
    REPEAT_PLANS,
)
from everychild.comparators.reading import Kind, published
from everychild.comparators.shipped_values import shipped
from tests.beside import shared

FOLDER = "benchmarks"

WOKINGHAM, SOUTH_EAST, ENGLAND = "872", "E12000008", "E92000001"
SPOTS = [
    (series, area, year)
    for series in (CONFERENCES_IN_15_DAYS, RE_REFERRALS, NO_FURTHER_ACTION, PLANS_REVIEWED, REPEAT_PLANS)
    for area in (WOKINGHAM, SOUTH_EAST, ENGLAND)
    for year in (2019, 2024)
]


@pytest.fixture(scope="module")
def readings():
    return read_published([shared(FOLDER)])


@pytest.fixture(scope="module")
def values(readings):
    wanted = {measure for series in every_series() for _, measure in series.wanted} | {"children"}
    return [
        value
        for reading in readings
        if reading.kind is Kind.VALUES
        for value in published((row for row in reading.table.to_pylist() if row["measure"] in wanted), reading.release)
    ]


def test_every_file_is_known_and_every_row_accounted_for(readings):
    """Sixteen files: eleven of values, the Tool’s dictionary among the rest; one measure’s year of nought set aside."""
    kinds = [reading.kind for reading in readings]
    assert len(kinds) == len([path for path in shared(FOLDER).iterdir() if path.is_file()])
    assert {Kind.VALUES, Kind.NEIGHBOURS, Kind.AREAS, Kind.DIRECTIONS} == set(kinds)
    assert [(reading.family, one.cells) for reading in readings for one in reading.set_aside] == [(TOOL, 170)]


def test_there_are_thirty_spot_values():
    assert len(SPOTS) == 30


@pytest.mark.parametrize(("series", "area", "year"), SPOTS, ids=lambda part: getattr(part, "name", str(part)))
def test_a_spot_value_agrees_between_the_release_and_the_tool(values, series, area, year):
    """To a tenth of a per cent, which is how both are published."""
    told = [
        known_of(series, [value for value in values if (value.family == TOOL) is is_tool])[area, year].value
        for is_tool in (False, True)
    ]
    assert None not in told
    assert abs(told[0] - told[1]) <= Fraction(1, 10)


def test_a_share_with_a_band_held_back_is_not_worked_out(values):
    """Wokingham, 2024: how many took longest is held back, so the release gives no share and the Tool’s is used."""
    of_release = [value for value in values if value.family != TOOL]
    assert known_of(ASSESSMENTS_IN_45_DAYS, of_release)[WOKINGHAM, 2024].told is State.HELD_BACK
    assert known_of(ASSESSMENTS_IN_45_DAYS, values)[WOKINGHAM, 2024].value == Fraction(819, 10)


@pytest.mark.parametrize(
    ("series", "area", "year", "says"),
    [
        (CONFERENCES_IN_15_DAYS, WOKINGHAM, 2019, "65.6"),
        (CONFERENCES_IN_15_DAYS, WOKINGHAM, 2025, "89.4"),
        (CONFERENCES_IN_15_DAYS, ENGLAND, 2025, "81.4"),
        (RE_REFERRALS, WOKINGHAM, 2019, "21.1"),
    ],
)
def test_the_values_the_committee_would_look_up(values, series, area, year, says):
    """As they are written on the page."""
    from everychild.wording import rounded

    assert rounded(known_of(series, values)[area, year].value, 1) == says


def test_what_ships_is_what_is_published(values):
    """The compact table was made from these files: python -m scripts.published_values."""
    for series in every_series():
        found = known_of(series, values)
        for key, one in shipped(series.name).items():
            assert one.told == found[key].told, (series.name, key)
            assert one.release.sha256 == found[key].release.sha256


def test_wokinghams_neighbours_by_each_model(readings):
    """Ten by each, and the two models do not agree."""
    models = models_of(
        [row for reading in readings if reading.kind is Kind.NEIGHBOURS for row in reading.table.to_pylist()]
    )
    assert [model.since.isoformat() for model in models] == ["2021-04-01", "2025-05-01"]
    old, new = ({neighbour.number for neighbour in model.of[WOKINGHAM]} for model in models)
    assert len(old) == len(new) == 10
    assert old != new
