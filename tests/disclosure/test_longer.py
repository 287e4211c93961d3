"""Which longer times may stand in place of a month: those that hold it, and are not told under another name."""

from __future__ import annotations

import pytest

from everychild.calendar import Month
from everychild.disclosure.longer import is_longer, why_together
from everychild.measure.figure import Window

QUARTER, SO_FAR, TWELVE = Window.QUARTER, Window.YEAR_TO_DATE, Window.ROLLING_12


@pytest.mark.parametrize(
    ("month", "windows"),
    [
        ("2019-04", {TWELVE}),  # April alone is no year so far; the quarter before does not hold it
        ("2019-05", {SO_FAR, TWELVE}),
        ("2019-06", {QUARTER, TWELVE}),  # the year so far is the quarter
        ("2019-09", {QUARTER, SO_FAR, TWELVE}),
        ("2020-03", {QUARTER}),  # twelve months to March are the financial year, told as one
    ],
)
def test_a_longer_time_holds_the_month_and_has_one_name(month: str, windows: set[Window]) -> None:
    assert {window for window in Window if is_longer(window, Month.of(month))} == windows


def test_it_says_why() -> None:
    assert why_together(QUARTER, Month(2019, 6)) == (
        "In the three months to June 2019 together, because one month would be small numbers"
    )
    assert why_together(SO_FAR, Month(2019, 9)).startswith("In the year so far, to September 2019, together")
