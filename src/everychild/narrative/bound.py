"""Words in which every digit is bound to what it came from: a figure, a target, a month, a definition.

A draft is made of plain words, bound numbers and bound words. Plain words hold no digit, so that whatever is counted
can be told again from another edition; a bound word is one that depends on a state ("getting worse", "off target").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from string import Formatter

from everychild.calendar import Month
from everychild.measure.figure import Window

_DIGIT = re.compile(r"\d")
_SENTENCE_ENDS = re.compile(r"(?<=[.?!])(?=\s)")


class Quantity(StrEnum):
    """What of an edition a number, or a word, tells."""

    # Of an indicator's figure
    VALUE = "value"
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    NOT_MET = "not_met"
    MORE_NEEDED = "more_needed"
    FEWER_NEEDED = "fewer_needed"

    TIME_ALLOWED = "time_allowed"

    # Of its change since the month before, or since any other
    DIFFERENCE = "difference"
    CHANGE = "change"
    PART_OF_CHANGE = "part_of_change"
    MIX_OF_CHANGE = "mix_of_change"
    LARGEST_PART = "largest_part"
    STANDS_OUT = "stands_out"

    # Of its target and its pattern
    TARGET = "target"
    TARGET_SET_BY = "target_set_by"
    WHO = "who"
    LOWER_LIMIT = "lower_limit"
    UPPER_LIMIT = "upper_limit"
    STATUS = "status"
    PATTERN = "pattern"
    SIGNAL = "signal"
    OUTLOOK = "outlook"

    # Of its reasons
    POINTS = "points"
    REASON = "reason"
    REASONS = "reasons"

    # Of its definition
    TITLE = "title"
    SOURCE = "source"
    COUNTED_IN = "counted_in"
    GROUP = "group"

    # Of an area, and of the whole edition
    NUMERATOR_OF_AREA = "numerator_of_area"
    DENOMINATOR_OF_AREA = "denominator_of_area"
    HOW_MANY_STATUS = "how_many_status"
    HOW_MANY_RATED = "how_many_rated"
    SHARE_ON_TARGET = "share_on_target"
    HOW_MANY_INDICATORS = "how_many_indicators"
    HOW_MANY_AREAS = "how_many_areas"
    HOW_MANY_GETTING_WORSE = "how_many_getting_worse"

    CROSS_CHECK = "cross_check"

    # Of the records beside an edition: what falls due after its month, and how its months were first told
    AHEAD = "ahead"
    FIRST_TOLD = "first_told"
    WRITTEN_UP = "written_up"
    FORECAST = "forecast"

    # Of what people decided of the list
    DECISION = "decision"

    # Of the calendar
    MONTH = "month"
    FINANCIAL_YEAR = "financial_year"
    DAY = "day"
    DAY_NAME = "day_name"
    DAYS_OFF = "days_off"
    WORKING_DAYS = "working_days"
    SCHOOL_DAYS_CLOSED = "school_days_closed"

    # Of what stands outside the edition and does not move with it
    PUBLISHED = "published"
    RULE = "rule"
    OURS_COMPARED = "ours_compared"
    STANDING = "standing"

    @property
    def never_moves(self) -> bool:
        """True of what no edition of ours can change: what others published, our own rules, what somebody decided."""
        return self in (Quantity.PUBLISHED, Quantity.RULE, Quantity.DECISION)

    @property
    def needs_what_others_publish(self) -> bool:
        """True of what an edition alone cannot tell again."""
        return self in (Quantity.OURS_COMPARED, Quantity.STANDING)

    @property
    def needs_the_records(self) -> bool:
        """The same, for it was counted from records beside the edition’s figures, or foretold from them."""
        return self in (Quantity.AHEAD, Quantity.FIRST_TOLD, Quantity.WRITTEN_UP, Quantity.FORECAST)


@dataclass(frozen=True)
class Source:
    """Where a number was taken from: enough to find it again in any edition.

    `month` is the month the figure ends with. `detail` tells apart what the rest does not: a reason's code, a status,
    an area's name, a publisher and a year. The edition is the draft's own, and stands on it once.
    """

    quantity: Quantity
    ref: str = ""
    rule: str = ""
    window: Window | None = None
    month: Month | None = None
    breakdown: str = ""
    group: str = ""
    detail: str = ""


@dataclass(frozen=True)
class BoundNumber:
    """A number as it is written, the number before it was rounded, and where it was taken from."""

    text: str
    source: Source
    exact: Fraction | None = None

    def __str__(self) -> str:
        return self.text

    @property
    def rounding(self) -> str:
        """How it was rounded, in words."""
        number = re.search(r"\d[\d,]*(\.\d+)?", self.text)
        if self.exact is None or number is None:
            return "as it stands"
        decimals = len(number[1] or ".") - 1
        places = f"to {decimals} decimal place{'' if decimals == 1 else 's'}" if decimals else "to a whole number"
        return places if self.exact * 10**decimals % 1 else "not rounded"


@dataclass(frozen=True)
class BoundWord:
    """Words that hold while a state does: another state makes their sentence stale."""

    text: str
    source: Source
    state: str

    def __str__(self) -> str:
        return self.text


Piece = str | BoundNumber | BoundWord


@dataclass(frozen=True)
class Bound:
    """Words in order, plain and bound. `str()` gives them as they are read."""

    pieces: tuple[Piece, ...] = ()

    def __post_init__(self) -> None:
        for piece in self.pieces:
            assert not isinstance(piece, str) or not _DIGIT.search(piece), f"a digit bound to nothing: {piece!r}"

    def __str__(self) -> str:
        return "".join(str(piece) for piece in self.pieces)

    def __bool__(self) -> bool:
        return any(str(piece) for piece in self.pieces)

    def __add__(self, other: Bound | Piece) -> Bound:
        return bound(self, other)

    @property
    def numbers(self) -> tuple[BoundNumber, ...]:
        return tuple(piece for piece in self.pieces if isinstance(piece, BoundNumber))

    @property
    def words(self) -> tuple[BoundWord, ...]:
        return tuple(piece for piece in self.pieces if isinstance(piece, BoundWord))

    def stripped(self) -> str:
        """The text without anything that is bound: no digit is left in it."""
        return "".join(piece for piece in self.pieces if isinstance(piece, str))

    def sentences(self) -> Iterator[Bound]:
        """One at a time, as far as plain words end them."""
        held: list[Piece] = []
        for piece in self.pieces:
            if not isinstance(piece, str):
                held.append(piece)
                continue
            # What is bound may end its sentence itself: a source that closes with a full stop.
            if piece[:1].isspace() and held and str(held[-1]).endswith((".", "?", "!")):
                yield bound(*held)
                held, piece = [], piece.lstrip()
            *ended, last = _SENTENCE_ENDS.split(piece)
            for words in ended:
                yield bound(*held, words.lstrip() if not held else words)
                held = []
            held.append(last.lstrip() if not held else last)
        if whole := bound(*held):
            yield whole

    def capitalised(self) -> Bound:
        """With a capital at its front, the rest as it stands."""
        return self._beginning(str.upper)

    def uncapitalised(self) -> Bound:
        """Without one, to go on in a sentence."""
        return self._beginning(str.lower)

    def _beginning(self, cased: Callable[[str], str]) -> Bound:
        first = next((n for n, piece in enumerate(self.pieces) if str(piece)), None)
        if first is None:
            return self
        pieces = list(self.pieces)
        piece = pieces[first]
        text = cased(str(piece)[:1]) + str(piece)[1:]
        pieces[first] = text if isinstance(piece, str) else replace(piece, text=text)
        return Bound(tuple(pieces))


def bound(*parts: Bound | Piece) -> Bound:
    """Parts in a row, plain ones that touch made one."""
    pieces: list[Piece] = []
    for part in parts:
        for piece in part.pieces if isinstance(part, Bound) else (part,):
            if isinstance(piece, str) and pieces and isinstance(pieces[-1], str):
                pieces[-1] += piece
            elif not isinstance(piece, str) or piece:
                pieces.append(piece)
    return Bound(tuple(pieces))


def said(template: str, **parts: Bound | Piece) -> Bound:
    """A sentence with its bound parts filled in: `said("{value} in {when}.", value=..., when=...)`.

    Neither the template nor a plain part may hold a digit; what counts comes in bound.
    """
    filled: list[Bound | Piece] = []
    for words, name, _, _ in Formatter().parse(template):
        filled.append(words)
        if name is not None:
            filled.append(parts[name])
    return bound(*filled)


def sentences(parts: Iterable[Bound | Piece]) -> Bound:
    """Sentences in a row, with a space between; what says nothing is left out."""
    return _parted([part for part in parts if part], " ", " ")


def listed(parts: Iterable[Bound | Piece]) -> Bound:
    """One, two and three."""
    return _parted([part for part in parts if part], ", ", " and ")


def _parted(parts: list[Bound | Piece], between: str, last: str) -> Bound:
    filled: list[Bound | Piece] = []
    for n, part in enumerate(parts):
        if n:
            filled.append(last if n == len(parts) - 1 else between)
        filled.append(part)
    return bound(*filled)
