"""The rounding of the public page: small numbers are "low", the rest go to the nearest five, rates follow from those.

A number to be protected is one from 1 to 5. "low" takes in 0 to 7 all the same: 6 and 7 would be shown as 5, which is
a range of two, and two months running at 5 would tell that hardly anything changed (docs/adr/0021).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

NEAREST = 5
LOW_AT_MOST = 7
LOW, HIGH = "low", "high"
SMALLEST_WHOLE = 50
"""No percentage is told of fewer: of 20 children, rounding moves it by some ten points."""

FEWEST_FOR_AN_AVERAGE = 15
"""As shown, so 13 or more: an average of fewer than ten is nobody’s business, and one of just ten could be undone."""

WAY_OFF = (NEAREST - 1) // 2
"""The most that rounding moved a number that is shown."""

RULE = {"name": "nearest_5", "low_at_most": LOW_AT_MOST, "nearest": NEAREST, "smallest_whole": SMALLEST_WHOLE}


@dataclass(frozen=True)
class Told:
    """A number as it is told: a rounded one, or a word. It lies between `least` and `most`, as anybody can tell."""

    text: str
    number: int | None
    least: int
    most: int


def tell(number: int) -> Told:
    """A count, for everybody. Raises ValueError for less than nought: no count is."""
    if number < 0:
        raise ValueError("a count is nought or more")
    if number <= LOW_AT_MOST:
        return Told(LOW, None, 0, LOW_AT_MOST)
    shown = NEAREST * ((number + WAY_OFF) // NEAREST)
    return Told(str(shown), shown, max(shown - WAY_OFF, LOW_AT_MOST + 1), shown + WAY_OFF)


def tell_met(met: int, considered: int) -> Told:
    """How many of those considered: as a count, and where few are left over "high", which hides the rest of them."""
    whole = tell(considered)
    if met > LOW_AT_MOST and considered - met <= LOW_AT_MOST:
        return Told(HIGH, None, max(whole.least - LOW_AT_MOST, LOW_AT_MOST + 1), whole.most)
    return tell(met)


@dataclass(frozen=True)
class Percentage:
    """A share as everybody may reckon it: about so much, at least or at most; and the two ends it must lie between."""

    shown: Fraction
    words: str
    least: Fraction
    most: Fraction


def percentage(met: Told, considered: Told) -> Percentage | None:
    """From the two numbers as told, and from nothing else; None where too few were considered for one."""
    if considered.number is None or considered.number < SMALLEST_WHOLE:
        return None
    if met.text == LOW:
        most = Fraction(100 * LOW_AT_MOST, considered.least)
        return Percentage(Fraction(ceil(most)), f"{ceil(most)}% or less", Fraction(0), most)
    if met.text == HIGH:
        least = 100 - Fraction(100 * LOW_AT_MOST, considered.least)
        return Percentage(Fraction(floor(least)), f"{floor(least)}% or more", least, Fraction(100))
    assert met.number is not None, "a number told in no word is told as one"
    shown = Fraction(100 * met.number, considered.number)
    least = Fraction(100 * met.least, considered.most)
    most = min(Fraction(100), Fraction(100 * met.most, considered.least))
    return Percentage(shown, f"about {round(shown)}%", least, most)
