"""A forecast from a library: how it is asked, what it refuses, and its record."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest

from everychild.calendar import Month, months_to
from everychild.catalogue import BY_REF
from everychild.errors import MissingPart, NothingSupplied
from everychild.judgement import forecast as forecasting
from everychild.judgement.forecast import BackTest, Expected, Forecast, forecast
from everychild.measure.figure import Absent, Figure, Window, missing
from everychild.narrative.forecast import forecast_in_words
from tests.editions import april_2019

APRIL = Month(2019, 4)
AS02, FD01 = BY_REF["AS02"], BY_REF["FD01"]


def series(values: list[int | None], of: int | None = None, ref: str = "FD01") -> list[Figure]:
    return [
        missing(ref, Window.MONTH, month, Absent.NOT_SUPPLIED)
        if value is None
        else Figure(ref, Window.MONTH, month, None, None, value, of)
        for month, value in zip(months_to(APRIL, len(values)), values, strict=True)
    ]


def seasonal(months: int) -> list[int]:
    """Twice as many in September as in the other months, and a little chance."""
    chance = Random(7)
    return [
        (200 if month.number == 9 else 100) + chance.randrange(-4, 5) for month in months_to(Month(2019, 8), months)
    ]


def test_a_season_is_learned_from_three_years_and_foretold():
    """To August; September is foretold near 200, and October near 100."""
    history = [replace(figure, as_at=figure.as_at + 4) for figure in series(seasonal(48))]

    told = forecast(FD01, history)

    september, october, _ = told.months
    assert told.is_seasonal
    assert (september.month, october.month) == (Month(2019, 9), Month(2019, 10))
    assert 190 < september.middle < 210
    assert 90 < october.middle < 110
    assert told.test.tested == 33, "twelve times three months ahead, less those that have not come"


def test_intervals_hold_each_other_and_a_percentage_stays_one():
    chance = Random(3)
    told = forecast(AS02, series([chance.randrange(90, 100) for _ in range(30)], 100, "AS02"))

    assert not told.is_seasonal
    for month in told.months:
        assert 0 <= month.low_95 <= month.low_80 <= month.middle <= month.high_80 <= month.high_95 <= 100
    assert 0 <= told.test.within_80 <= told.test.within_95 <= told.test.tested


def test_the_same_series_gives_the_same_forecast():
    history = series(seasonal(30))

    assert forecast(FD01, history) == forecast(FD01, history)


@pytest.mark.parametrize(
    ("values", "says"),
    [
        (list(range(23)), "FD01 has 23 months in a row up to the last; a forecast needs 24"),
        ([*range(30), None, *range(10)], "FD01 has 10 months in a row"),
        ([*range(30), None], "FD01 has 0 months in a row"),
        ([7] * 30, "FD01 is the same in every month"),
    ],
)
def test_what_is_too_short_or_never_varies_is_refused(values, says):
    with pytest.raises(NothingSupplied, match=says):
        forecast(FD01, series(values))


def test_rolling_windows_are_never_forecast():
    rolling = [replace(figure, window=Window.ROLLING_12) for figure in series(seasonal(30))]

    with pytest.raises(AssertionError, match="no rolling windows"):
        forecast(FD01, rolling)


def test_without_the_library_it_is_said_how_to_have_it(monkeypatch):
    def none_there(name: str) -> None:
        raise ModuleNotFoundError(name=name)

    monkeypatch.setattr(forecasting, "import_module", none_there)

    with pytest.raises(MissingPart, match=r"pip install 'everychild\[forecast\]'"):
        forecast(FD01, series(seasonal(30)))


def test_the_words_say_how_it_has_done():
    month = Expected(Month(2019, 5), Fraction(536, 10), *(Fraction(n) for n in (49, 58, 46, 61)))
    told = Forecast("AS02", 25, False, (month,), BackTest(33, 30, 33, Fraction(21, 10), Fraction(47, 10)))

    assert tuple(map(str, forecast_in_words(april_2019().by_ref("AS02"), told))) == (
        "May 2019: 53.6%; four times in five between 49.0% and 58.0%, nineteen in twenty between 46.0% and 61.0%.",
        "From 25 months, if things go on as they have. No season is in it: that takes 36 months.",
        "Tried on its own past: of 33 months it would have foretold, 30 fell inside four in five (91%) and 33 inside "
        "nineteen in twenty (100%). It was 2.1 points out on average, nearer than the same month a year before "
        "(4.7 points).",
    )
