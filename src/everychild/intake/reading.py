"""What intake hands on: typed rows with the cell each came from, the faults, and counts that add up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from everychild.intake.own_words import ReadAs
from everychild.intake.sources import Source
from everychild.intake.unknown_words import UnknownWords
from everychild.layouts.layout import Coverage
from everychild.quality.fault import Fault


@dataclass(frozen=True)
class Rows:
    """Rows of one record table from one feed, column by column.

    `columns` holds every column of the record, in its order, as Python values (str, date, datetime, int, bool, None).
    `sheets` is each row's sheet as a position in `FileRead.sheets`; `rows` its row number as the spreadsheet shows it.
    """

    table: str
    feed: str
    rank: int
    coverage: Coverage
    columns: Mapping[str, list[Any]]
    sheets: Sequence[int]
    rows: Sequence[int]
    told_of: frozenset[date] | None = None
    """The days the file tells of, where the rows were made from others and their own dates say less or more."""

    def __len__(self) -> int:
        return len(self.rows)


@dataclass(frozen=True)
class FileRead:
    """One file, read. `rows` counts data rows: each is accepted, queried or set aside, so the three add up to it."""

    name: str
    sha256: str
    format: str
    sheets: tuple[str, ...]
    rows: int
    accepted: int
    queried: int
    set_aside: int
    faults: tuple[Fault, ...]
    records: tuple[Rows, ...]
    newest_date: date | None
    """The latest date of anything that happened by the day the file came in: a guess at when it was taken."""
    is_of_its_day: bool = False
    """A yearly return, which tells of its own year and no other: its newest date is the day it is of."""

    skipped: tuple[str, ...] = field(default_factory=tuple)
    """Sheets and parts of sheets that hold no list, named so that nothing is passed over in silence."""

    read_as: tuple[ReadAs, ...] = ()
    """The council's own words it was read by."""

    unknown: tuple[UnknownWords, ...] = ()
    """Words of it that nobody has said the meaning of."""

    reading: int = 0
    """How often its bytes had been loaded before, read by other words of the council's own."""

    source: Source | None = field(default=None, compare=False)
    """Where its bytes are to be had; None where it was read from nowhere that lasts."""

    def __post_init__(self) -> None:
        assert self.rows == self.accepted + self.queried + self.set_aside, f"{self.name}: the rows do not add up"
