"""Single changes to a council's own words, each with what is written down of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from everychild.intake.mapping import (
    with_heading,
    with_sheet,
    with_value,
    without_heading,
    without_sheet,
    without_value,
)
from everychild.intake.own_words import Chosen, ListMapping, OwnWords


@dataclass(frozen=True)
class Step:
    """One change. `how` is given every list's words, and the words of the list that is changed."""

    how: Callable[[OwnWords, ListMapping], ListMapping]
    said: str


def say_heading(written: str, column: str, chosen: Chosen) -> Step:
    """A heading of the council's own is said to be a column."""
    return Step(lambda _, own: with_heading(own, written, column, chosen), f"heading “{written}” is “{column}”")


def say_value(column: str, written: str, code: str, chosen: Chosen) -> Step:
    """A value of the council's own is said to be a code."""
    return Step(lambda _, own: with_value(own, column, written, code, chosen), f"“{written}” in “{column}” is “{code}”")


def say_sheet(headings: Sequence[str], chosen: Chosen) -> Step:
    """A sheet with these headings is said to be the list. It comes after what its headings are."""
    return Step(
        lambda words, own: with_sheet(words, own, headings, chosen), f"a sheet of {len(headings)} headings is this list"
    )


def unsay_heading(written: str) -> Step:
    return Step(lambda _, own: without_heading(own, written), f"heading “{written}” taken out")


def unsay_value(column: str, written: str) -> Step:
    return Step(lambda _, own: without_value(own, column, written), f"“{written}” in “{column}” taken out")


def unsay_sheet(number: int) -> Step:
    return Step(lambda _, own: without_sheet(own, number), f"sheet {number} taken out")
