"""A figure: two whole numbers and what they come to, or the named reason why there is nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from everychild.calendar import FinancialYear, Month
from everychild.catalogue.indicator import Unit


class Window(StrEnum):
    """The time a figure is about."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR_TO_DATE = "year_to_date"
    ROLLING_12 = "rolling_12"
    FINANCIAL_YEAR = "financial_year"
    ACADEMIC_YEAR_TO_DATE = "academic_year_to_date"
    ACADEMIC_YEAR = "academic_year"
    AS_AT = "as_at"


class Absent(StrEnum):
    """Why there is no value. Never nought, never a missing row."""

    NO_CASES = "no_cases"
    NOT_SUPPLIED = "not_supplied"
    COULD_NOT_RUN = "could_not_run"
    HELD_BACK = "held_back"

    @property
    def in_words(self) -> str:
        return {
            Absent.NO_CASES: "None were due",
            Absent.NOT_SUPPLIED: "Not supplied",
            Absent.COULD_NOT_RUN: "Could not be worked out",
            Absent.HELD_BACK: "Held back to protect children",
        }[self]


_SCALES = {Unit.PERCENT: Fraction(100), Unit.WEEKS: Fraction(1, 7)}
"""What a numerator over a denominator is multiplied by to be told in a unit; a mean in weeks sums days."""


def scaled(value: Fraction, unit: Unit) -> Fraction:
    """What was counted, in the unit it is told in."""
    return _SCALES.get(unit, Fraction(1)) * value


@dataclass(frozen=True, slots=True)
class Figure:
    """One indicator, over one window ending with `as_at`, for one group or for all children.

    A share has how many met the condition over how many were considered; a mean has a sum over a number; a count has
    no denominator, except over a financial year, where it is the average of twelve months or month ends.
    `median_twice` is twice the median of a mean's column, which keeps it whole.
    """

    ref: str
    window: Window
    as_at: Month
    breakdown: str | None
    group: str | None
    numerator: int | None
    denominator: int | None
    absent: Absent | None = None
    median_twice: int | None = None

    def value(self, unit: Unit) -> Fraction | None:
        """What it comes to, in the unit it is shown in (90 is 90 per cent); not rounded."""
        if self.absent is not None or self.numerator is None:
            return None
        return scaled(Fraction(self.numerator, 1 if self.denominator is None else self.denominator), unit)

    @property
    def tells_its_counts(self) -> bool:
        """Whether its two numbers may be reckoned with; a figure told as a whole number keeps them to itself."""
        return self.numerator is not None

    @property
    def out_of(self) -> int | None:
        """The number by whose size a value is written with a decimal or without."""
        return self.denominator

    @property
    def financial_year(self) -> FinancialYear:
        return self.as_at.financial_year


def missing(ref: str, window: Window, as_at: Month, because: Absent) -> Figure:
    """A figure that is not there, and why."""
    return Figure(ref, window, as_at, None, None, None, None, because)


HIDDEN = "[c]"


class HiddenNumber(int):
    """A number that can be reckoned with and not read: written in any way, it says [c]."""

    def __format__(self, specification: str) -> str:
        return HIDDEN

    def __repr__(self) -> str:
        return HIDDEN

    __str__ = __repr__


@dataclass(frozen=True, slots=True)
class WholeFigure(Figure):
    """A figure told as a whole number, without the numbers it rests on."""

    whole: Fraction = Fraction(0)

    @property
    def tells_its_counts(self) -> bool:
        return False

    @property
    def out_of(self) -> int | None:
        return 1

    def value(self, unit: Unit) -> Fraction | None:
        return self.whole


def told_whole(figure: Figure, value: Fraction) -> WholeFigure:
    """The figure told as that value, with nothing of the numbers it rests on."""
    one = HiddenNumber(1)
    return WholeFigure(figure.ref, figure.window, figure.as_at, figure.breakdown, figure.group, one, one, whole=value)
