"""What one file came to: its values and every row accounted for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

import pyarrow as pa

from everychild.comparators.published import Published, Release, State, period
from everychild.comparators.published import Told as ToldValue
from everychild.errors import FileRefused


class Kind(StrEnum):
    """What a file holds."""

    VALUES = "values"
    NEIGHBOURS = "neighbours"
    AREAS = "areas"
    DIRECTIONS = "directions"


VALUES = pa.schema(
    [
        ("measure", pa.string()),
        ("area", pa.string()),
        ("period", pa.string()),
        ("value", pa.string()),
        ("state", pa.string()),
    ]
)
"""Text, exactly as published: a value or a state, never both."""


@dataclass(frozen=True)
class SetAside:
    """Cells of one column that could not be taken, with the first of them."""

    column: str
    first_row: int
    cells: int
    why: str


@dataclass(frozen=True)
class Reading:
    """One file, read."""

    kind: Kind
    family: str
    title: str
    vintage: str
    newest: int
    file: str
    sha256: str
    rows: int
    values: int
    states: int
    table: pa.Table
    passed_over: tuple[str, ...] = ()
    """Columns no measure of ours is made from."""

    set_aside: tuple[SetAside, ...] = ()

    @property
    def release(self) -> Release:
        return Release(self.family, self.title, self.vintage, self.newest, self.file, self.sha256)


def told_text(told: ToldValue) -> tuple[str | None, str | None]:
    """A value or a state, as it is kept."""
    if isinstance(told, State):
        return None, told.value
    return (str(told.numerator) if told.denominator == 1 else _decimal(told)), None


def _decimal(value: Fraction) -> str:
    """As decimal text where it has an end, else as the fraction it is."""
    tens = 1
    while (value * tens).denominator != 1 and tens < 10**18:
        tens *= 10
    scaled = value * tens
    if scaled.denominator != 1:
        return str(value)
    places = len(str(tens)) - 1
    digits = str(abs(scaled.numerator)).rjust(places + 1, "0")
    return ("-" if value < 0 else "") + digits[:-places] + "." + digits[-places:]


def published(rows: Iterable[dict[str, str | None]], release: Release) -> list[Published]:
    """Kept rows as values."""
    found = []
    for row in rows:
        value, state = row["value"], row["state"]
        said: ToldValue = State(state or "") if value is None else _number(value)
        measure, area, when = (row[column] or "" for column in ("measure", "area", "period"))
        found.append(Published(release.family, measure, area, period(when), said, release))
    return found


@lru_cache(maxsize=65_536)
def _number(text: str) -> Fraction:
    return Fraction(text)


def digest_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def refused(message: str, rule: str, file: str, row: int | None = None, column: str | None = None) -> FileRefused:
    return FileRefused(message, rule=rule, file=file, row=row, column=column)
