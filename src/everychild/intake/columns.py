"""One column of a sheet, read cell by cell; each different cell is read once, however often it occurs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from everychild.intake.cells import says_nothing, text_of
from everychild.intake.coded import code_reader, yes_no_reader
from everychild.intake.dates import could_be_month_first, date_reader, is_month_first, moment_reader
from everychild.intake.decode_child import Cell
from everychild.intake.headings import folded
from everychild.intake.identifiers import read_identifier, read_worker
from everychild.intake.unread import Unread
from everychild.layouts.layout import Heading
from everychild.records import Kind

LONGEST_TEXT = 200


@dataclass(frozen=True)
class ReadColumn:
    """What each row's cell says (None where it says nothing or cannot be read), and why where it cannot."""

    heading: Heading
    position: int
    values: list[Any]
    unread: dict[int, Unread]
    unknown_codes: Counter[str]
    """For a column of codes, the texts that are none of them, and how often: about codes, never about a child."""

    by_mapping: Counter[str] = field(default_factory=Counter)
    """The council's own values that were read by its mapping, folded, and how often."""


def read_column(
    heading: Heading,
    position: int,
    cells: Sequence[Cell],
    received_on: date,
    own: Mapping[str, str] | None = None,
) -> ReadColumn:
    """`own`: for each folded value of the council's own, how the list writes what it means; empty for nothing known."""
    read = _reader(heading, received_on)
    known = {cell: read(cell) for cell in set(cells)}
    mapped = _own_of(known, own) if own else {}
    known.update((cell, read(own[word])) for cell, word in mapped.items() if own)
    by_mapping = Counter(mapped[cell] for cell in cells if cell in mapped) if mapped else Counter()
    if Unread.MONTH_FIRST in known.values() and is_month_first(known):
        # The whole column is written so: a date that reads either way would be read wrongly, and silently.
        known.update((cell, Unread.MONTH_FIRST) for cell in known if could_be_month_first(cell))
    values = [known[cell] for cell in cells]
    if not any(isinstance(value, Unread) for value in known.values()):
        return ReadColumn(heading, position, values, {}, Counter(), by_mapping)
    unread = {row: value for row, value in enumerate(values) if isinstance(value, Unread)}
    unknown = Counter(text_of(cells[row]) for row, why in unread.items() if why is Unread.UNKNOWN_CODE)
    read_values = [None if isinstance(value, Unread) else value for value in values]
    return ReadColumn(heading, position, read_values, unread, unknown, by_mapping)


def _own_of(known: Mapping[Cell, Any], own: Mapping[str, str]) -> dict[Cell, str]:  # Any: what the column holds
    """The cells that are no code and say nothing by the published words, and are among the council's own."""
    return {
        cell: word
        for cell, value in known.items()
        if (value is None or value is Unread.UNKNOWN_CODE) and (word := folded(text_of(cell))) in own
    }


def _reader(heading: Heading, received_on: date) -> Callable[[Cell], Any]:  # Any: what each kind of column holds
    if heading.is_name:
        return read_worker
    if heading.codes is not None:
        return yes_no_reader(heading.codes) if heading.kind is Kind.YES_NO else code_reader(heading.codes)
    readers: dict[Kind, Callable[[Cell], Any]] = {
        Kind.IDENTIFIER: read_identifier,
        Kind.DATE: date_reader(received_on),
        Kind.MOMENT: moment_reader(received_on),
        Kind.NUMBER: _number_reader(heading),
        Kind.TEXT: read_text,
    }
    return readers[heading.kind]


def _number_reader(heading: Heading) -> Callable[[Cell], int | Unread | None]:
    if heading.parts is None:
        return lambda cell: read_number(cell, heading.most)
    parts = heading.parts
    return lambda cell: read_measure(cell, parts, heading.most)


def read_number(cell: Cell, most: int = 1_000) -> int | Unread | None:
    """A whole number, none of them negative."""
    if says_nothing(cell):
        return None
    text = text_of(cell).removesuffix(".0")
    return int(text) if text.isdecimal() and len(text) < 8 and int(text) <= most else Unread.NOT_A_NUMBER


def read_measure(cell: Cell, parts: int, most: int) -> int | Unread | None:
    """A distance, an amount or a share of a post, in whole parts of one; halves are rounded up."""
    if says_nothing(cell):
        return None
    try:
        measured = Decimal(text_of(cell).removeprefix("£").replace(",", ""))
    except InvalidOperation:
        return Unread.NOT_A_MEASURE
    if not measured.is_finite() or not 0 <= measured <= most:
        return Unread.NOT_A_MEASURE
    return int((measured * parts).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def read_text(cell: Cell) -> str | Unread | None:
    """A name of a team or a place, on one line."""
    if says_nothing(cell):
        return None
    text = text_of(cell)
    return text if len(text) <= LONGEST_TEXT else Unread.TOO_LONG
