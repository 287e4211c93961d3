"""One published value: a number as it was written, or the named state that stands in its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

ATTRIBUTION = "Contains public sector information licensed under the Open Government Licence v3.0"
"""The licence’s own words, which stand wherever a published figure does."""


class State(StrEnum):
    """Why there is no number. A state is never nought, and never a missing row."""

    HELD_BACK = "held_back"
    NOT_AVAILABLE = "not_available"
    NOT_APPLICABLE = "not_applicable"
    UNRELIABLE = "unreliable"
    ROUNDS_TO_NOUGHT = "rounds_to_nought"
    NOT_GIVEN = "not_given"

    @property
    def in_words(self) -> str:
        return {
            State.HELD_BACK: "Held back by the publisher",
            State.NOT_AVAILABLE: "Not available",
            State.NOT_APPLICABLE: "Does not apply",
            State.UNRELIABLE: "Too unreliable to publish",
            State.ROUNDS_TO_NOUGHT: "Rounds to nought",
            State.NOT_GIVEN: "Not given by the publisher",
        }[self]


SYMBOLS = {
    "c": State.HELD_BACK,
    "x": State.NOT_AVAILABLE,
    "z": State.NOT_APPLICABLE,
    "u": State.UNRELIABLE,
    "k": State.ROUNDS_TO_NOUGHT,
    "low": State.ROUNDS_TO_NOUGHT,
    "": State.NOT_GIVEN,
    "-": State.NOT_GIVEN,
    ":": State.NOT_AVAILABLE,
    "..": State.NOT_AVAILABLE,
    "na": State.NOT_AVAILABLE,
}
"""By what a cell says in lower case; the releases found use these, and the Tool the hyphen."""

Told = Fraction | State

_NUMBER = re.compile(r"-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?(e[+-]?\d{1,2})?", re.IGNORECASE | re.ASCII)
_DIGITS_OF_A_DOUBLE = 16


def told(text: str) -> Told:
    """What a cell says. Raises ValueError where it is neither a number nor a symbol we know."""
    said = text.strip()
    state = SYMBOLS.get(said.casefold())
    if state is not None:
        return state
    if not _NUMBER.fullmatch(said):
        raise ValueError("neither a number nor a symbol the publisher uses")
    return Fraction(said.replace(",", ""))


def unspoiled(text: str) -> str:
    """A number that went through a spreadsheet, as it was before: 82.300000000000011 was 82.3."""
    digits = re.sub(r"[eE].*|[^0-9]", "", text).lstrip("0")
    if len(digits) < _DIGITS_OF_A_DOUBLE or not _NUMBER.fullmatch(text.strip()):
        return text
    return repr(float(text.replace(",", "")))


@dataclass(frozen=True)
class Period:
    """The year a value is about, by the year it ends in, with the label it was published under."""

    year: int
    label: str


_PERIOD = re.compile(r"(\d{4})(?:[/-](\d{2})(?:-\d{2}/(\d{2}))?)?(?: \([A-Za-z]+\))?", re.ASCII)
_TWO_YEARS = re.compile(r"(\d{4})(\d{2})", re.ASCII)


@lru_cache(maxsize=1024)
def period(label: str) -> Period:
    """2019, 2018/19, 2018-19 (OT), 201819, 2019 (Rev). Raises ValueError for what is no year."""
    said = label.strip()
    joined = _TWO_YEARS.fullmatch(said)
    found = joined or _PERIOD.fullmatch(said)
    if found is None:
        raise ValueError("not a year or a period of years")
    first, last = int(found[1]), next((part for part in reversed(found.groups()[1:]) if part), None)
    return Period(first if last is None else _ending(first, int(last)), said)


def _ending(first: int, last: int) -> int:
    year = first - first % 100 + last
    return year if year >= first else year + 100


@dataclass(frozen=True)
class Release:
    """Where a value stands: whose release, of what vintage, in which file."""

    family: str
    title: str
    vintage: str
    newest: int
    file: str
    sha256: str


@dataclass(frozen=True)
class Published:
    """One value of one measure, for one area and one year, as one release has it."""

    family: str
    measure: str
    area: str
    period: Period
    told: Told
    release: Release
