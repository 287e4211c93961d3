"""How numbers, dates and periods are written, everywhere. Rounding happens here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import ceil, floor

from everychild.calendar import FinancialYear, Month

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
NUMBER_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
MINUS = "−"
NOTHING = "–"
MOST_DECIMALS = 12
SMALL_DENOMINATOR = 20
"""Under this many, a percentage is written in whole numbers with its "n of d"."""


def rounded(value: Fraction | int, decimals: int = 0) -> str:
    """A number to so many decimals, halves away from zero, with thousands commas and a true minus sign."""
    value = Fraction(value)
    exact = Decimal(abs(value).numerator) / Decimal(abs(value).denominator)
    text = f"{exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP):,}"
    negative = value < 0 and any(digit not in "0.," for digit in text)
    return (MINUS if negative else "") + text


def _as_rounded(value: Fraction, decimals: int) -> Fraction:
    """What `rounded` writes, as a number."""
    scale = 10**decimals
    return Fraction((-1 if value < 0 else 1) * floor(abs(value) * scale + Fraction(1, 2)), scale)


def _side(value: Fraction, limit: Fraction) -> int:
    """Which side of a limit: -1 below, 0 at it, 1 above."""
    return (value > limit) - (value < limit)


def percentage(value: Fraction, decimals: int = 1) -> str:
    """A share, already in per cent, as it is written: 71.1%."""
    return rounded(value, decimals) + "%"


def exactly(value: Fraction | int) -> str:
    """A number with as many decimals as it has, for what somebody set: a target of 84.95 is not written 85.0."""
    decimals = 0
    while decimals < MOST_DECIMALS and Fraction(value) * 10**decimals % 1:
        decimals += 1
    return rounded(value, decimals)


def honest(value: Fraction, thresholds: Iterable[Fraction], decimals: int) -> str:
    """The value with just enough decimals to stand on its own side of every threshold.

    89.96 against a target of 90 is written 89.96, not "90.0, off target"; nor is 84.96 written "85.0, off target"
    where 85 would have been close.
    """
    limits = tuple(thresholds)
    while decimals < MOST_DECIMALS and any(
        _side(_as_rounded(value, decimals), limit) != _side(value, limit) for limit in limits
    ):
        decimals += 1
    return rounded(value, decimals)


def shown(
    value: Fraction | int, unit: str, against: Fraction | Iterable[Fraction] | None = None, out_of: int | None = None
) -> str:
    """A figure as it is written, by its unit: 71.1%, 43, 12.4.

    A percentage of fewer than 20 things is written whole. Where `against` (a target, or every threshold of a status)
    is given, decimals are added until the words do not contradict the status.
    """
    is_percentage = unit == "percent"
    decimals = {"percent": 1, "children each": 1, "score": 1, "weeks": 1}.get(unit, 0)
    if is_percentage and out_of is not None and out_of < SMALL_DENOMINATOR:
        decimals = 0
    if against is None:
        text = rounded(value, decimals)
    else:
        text = honest(Fraction(value), (against,) if isinstance(against, Fraction) else against, decimals)
    return text + ("%" if is_percentage else "")


def to_whole(value: Fraction, against: Iterable[Fraction] = ()) -> Fraction:
    """The nearest whole number that stands on the value's own side of every threshold.

    89.6 against a target of 90 is 89: 90 would say that the target was met. Where no whole number near it does, the
    first threshold, which is the target, is the one kept.
    """
    limits = tuple(against)
    below, above = Fraction(floor(value)), Fraction(ceil(value))
    near = sorted((above, below), key=lambda whole: abs(whole - value))

    def keeps(whole: Fraction, of: tuple[Fraction, ...]) -> bool:
        return all(_side(whole, limit) == _side(value, limit) for limit in of)

    return next((whole for of in (limits, limits[:1]) for whole in near if keeps(whole, of)), near[0])


def change(difference: Fraction, unit: str, decimals: int = 1) -> str:
    """A change with its sign and its unit: "−7.2 points", "+3 working days"."""
    text = rounded(difference, decimals)
    sign = "+" if difference > 0 and text.strip("0.,") else ""
    return f"{sign}{text} {unit}"


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 child", "1,204 children"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def in_words(number: int) -> str:
    """Small numbers as words, for the start of a sentence; others as digits."""
    return NUMBER_WORDS[number] if 0 <= number <= 10 else f"{number:,}"


def day(when: date) -> str:
    """30 April 2019."""
    return f"{when.day} {MONTH_NAMES[when.month - 1]} {when.year}"


def weekday_and_day(when: date) -> str:
    """Tuesday 18 June 2019."""
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    return f"{names[when.weekday()]} {day(when)}"


def month(which: Month) -> str:
    """April 2019."""
    return f"{MONTH_NAMES[which.number - 1]} {which.year}"


def quarter(last: Month) -> str:
    """January to March 2019, by its last month."""
    first = last - 2
    years = f" {first.year}" if first.year != last.year else ""
    return f"{month_name(first)}{years} to {month(last)}"


def month_name(which: Month) -> str:
    """April."""
    return MONTH_NAMES[which.number - 1]


def short_month(which: Month) -> str:
    """Apr 19."""
    return f"{MONTH_NAMES[which.number - 1][:3]} {which.year % 100:02}"


def financial_year(which: FinancialYear) -> str:
    """2018 to 2019, as 2018-19: the way councils write it."""
    return str(which)


def listed(things: Iterable[str]) -> str:
    """One, two and three."""
    words = list(things)
    if len(words) < 2:
        return "".join(words)
    return ", ".join(words[:-1]) + " and " + words[-1]


def sentence(text: str) -> str:
    """The text with a capital at its front, the rest as it stands."""
    return text[:1].upper() + text[1:]


def with_our_quotes(told: str) -> str:
    """What a council’s file says, its straight quotation marks and apostrophes set as the rest of a page is."""
    return told.replace("'", "’").replace('"', "”")
