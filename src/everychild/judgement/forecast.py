"""Further ahead than what is known: a forecast from a library, with its own record of being right printed beside it.

Exponential smoothing with additive errors, a level and, from three years of months on, a season (statsmodels). Only of
months and month ends: twelve months rolled together change slowly by construction and would look foretold. The test is
the series itself: it is cut short at each of its last twelve months, forecast, and held against what came, beside the
plainest forecast there is, the same month a year before.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from everychild.calendar import Month
from everychild.catalogue.indicator import Indicator, Unit
from everychild.errors import MissingPart, NothingSupplied
from everychild.measure.figure import Figure, Window

MONTHS_AHEAD = 3
LEAST_MONTHS = 24
"""Without gaps, up to the month forecast from."""

LEAST_FOR_A_SEASON = 36
LEAST_TO_LEARN_FROM = 12
A_YEAR = 12
TESTED_FROM = 12
"""How many of the last months the test cuts the series short at."""


@dataclass(frozen=True)
class Expected:
    """A month to come: the middle, and between what it should lie four times in five, and nineteen in twenty."""

    month: Month
    middle: Fraction
    low_80: Fraction
    high_80: Fraction
    low_95: Fraction
    high_95: Fraction


@dataclass(frozen=True)
class BackTest:
    """How the same forecast did on the series’ own past; errors in the figure’s own unit, on average."""

    tested: int
    within_80: int
    within_95: int
    error: Fraction
    error_of_last_year: Fraction

    @property
    def beats_last_year(self) -> bool:
        """Whether it came nearer than the same month a year before."""
        return self.error < self.error_of_last_year


@dataclass(frozen=True)
class Forecast:
    """The months to come, from how many months, with or without a season, and how well it has done."""

    ref: str
    months_held: int
    is_seasonal: bool
    months: tuple[Expected, ...]
    test: BackTest


def forecast(indicator: Indicator, history: Sequence[Figure]) -> Forecast:
    """The next three months of a series of months, oldest first.

    Raises NothingSupplied where the series is too short, has a gap or never varies, and MissingPart where the library
    is not installed.
    """
    assert all(figure.window in (Window.MONTH, Window.AS_AT) for figure in history), "months, and no rolling windows"
    because = why_not(indicator, history)
    if because:
        raise NothingSupplied(because)
    values = _run(indicator, history)
    last = history[-1].as_at
    ahead = _expected(indicator, values, last)
    return Forecast(
        indicator.ref, len(values), len(values) >= LEAST_FOR_A_SEASON, ahead, _tested(indicator, values, last)
    )


def why_not(indicator: Indicator, history: Sequence[Figure]) -> str:
    """Why nothing can be foretold from a series of months, oldest first; empty where something can."""
    values = _run(indicator, history)
    if len(values) < LEAST_MONTHS:
        return (
            f"{indicator.ref} has {len(values)} months in a row up to the last; a forecast needs {LEAST_MONTHS}. "
            "Load older extracts, or wait."
        )
    if len(set(values)) == 1:
        return f"{indicator.ref} is the same in every month: there is nothing to forecast from."
    return ""


def is_installed() -> bool:
    """Whether the optional library is there."""
    return find_spec("statsmodels") is not None


def _run(indicator: Indicator, history: Sequence[Figure]) -> list[Fraction]:
    """The values in a row without a gap that end with the last."""
    values: list[Fraction] = []
    for figure in reversed(history):
        value = figure.value(indicator.unit)
        if value is None:
            break
        values.append(value)
    return values[::-1]


def _tested(indicator: Indicator, values: Sequence[Fraction], last: Month) -> BackTest:
    """Cut short at each of the last months, forecast, and held against what came."""
    within_80 = within_95 = 0
    errors, errors_of_last_year = [], []
    for known in range(max(LEAST_TO_LEARN_FROM, len(values) - TESTED_FROM), len(values)):
        expected = _expected(indicator, values[:known], last - (len(values) - known))
        for step, (month, came) in enumerate(zip(expected, values[known:], strict=False)):
            within_80 += month.low_80 <= came <= month.high_80
            within_95 += month.low_95 <= came <= month.high_95
            errors.append(abs(came - month.middle))
            errors_of_last_year.append(abs(came - values[known + step - A_YEAR]))
    return BackTest(len(errors), within_80, within_95, _mean(errors), _mean(errors_of_last_year))


def _expected(indicator: Indicator, values: Sequence[Fraction], last: Month) -> tuple[Expected, ...]:
    """The months after the last of the values."""
    if len(set(values)) == 1:
        same = values[-1]
        return tuple(Expected(last + step, *[same] * 5) for step in range(1, MONTHS_AHEAD + 1))
    season = {"seasonal": "add", "seasonal_periods": A_YEAR} if len(values) >= LEAST_FOR_A_SEASON else {}
    smoothing = _library("statsmodels.tsa.exponential_smoothing.ets")
    series = _library("pandas").Series([float(value) for value in values])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a fit that has not quite settled is judged by the test, like any other
        fitted = smoothing.ETSModel(series, error="add", **season).fit(disp=False)
        predicted = fitted.get_prediction(start=len(values), end=len(values) + MONTHS_AHEAD - 1)
        wide, narrow = predicted.summary_frame(alpha=0.05), predicted.summary_frame(alpha=0.2)
    return tuple(
        Expected(
            last + step + 1,
            *(
                _possible(indicator, number)
                for number in (
                    wide["mean"].iloc[step],
                    narrow["pi_lower"].iloc[step],
                    narrow["pi_upper"].iloc[step],
                    wide["pi_lower"].iloc[step],
                    wide["pi_upper"].iloc[step],
                )
            ),
        )
        for step in range(MONTHS_AHEAD)
    )


def _possible(indicator: Indicator, number: float) -> Fraction:
    """Never under nought, nor over a hundred per cent."""
    value = max(Fraction(0), Fraction(float(number)))
    return min(value, Fraction(100)) if indicator.unit is Unit.PERCENT else value


def _mean(errors: Sequence[Fraction]) -> Fraction:
    return sum(errors, Fraction(0)) / len(errors)


def _library(name: str) -> Any:  # optional, so not known to the type checker
    try:
        return import_module(name)
    except ModuleNotFoundError as missing:
        raise MissingPart(
            f"Forecasting needs an optional part; {missing.name} is not installed. "
            "Install it with: pip install 'everychild[forecast]'"
        ) from None
