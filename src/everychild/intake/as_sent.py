"""The tables of a return as they were sent: every cell as text, dates read as well, each row with its number.

Records are made of what a return means; the rules it is held to ask what it says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from everychild.intake.cells import says_nothing, text_of
from everychild.intake.data_rows import data_rows
from everychild.intake.dates import date_reader
from everychild.intake.decode_child import DATE_MARK, Cell
from everychild.intake.decoding import Sheet, decode
from everychild.intake.documents import recognised_tables
from everychild.intake.preflight import inspect
from everychild.intake.recognise import Recognised, recognise
from everychild.layouts.census.as_sent import AS_SENT
from everychild.layouts.layout import SheetLayout
from everychild.layouts.ssda903.document import RETURN
from everychild.quality.tables import column_name
from everychild.records import Kind

Told = str | date | None


@dataclass(frozen=True)
class SentTable:
    """One table: its layout, the place of its sheet in the file, each row’s number, and what the rows say by column."""

    layout: SheetLayout
    sheet: int
    columns: frozenset[str]
    numbers: tuple[int, ...]
    told: Mapping[str, list[Told]]


@dataclass(frozen=True)
class Sent:
    """One file of a return. `reference_date` is what its header says, if it has one.

    The tables are made one at a time, as they are asked for, once: whoever takes them holds what is wanted of each.
    """

    is_document: bool
    tables: Iterator[SentTable]
    reference_date: date | None


def read_as_sent(name: str, data: bytes, received_on: date) -> Sent:
    """A file that was read before, by what it says. Raises FileRefused where it can no longer be read."""
    contents = inspect(name, data)
    decoded = decode(name, data, contents.reader, (AS_SENT, RETURN))
    del data  # a large file’s bytes are not held while its tables are made
    document = decoded.document
    if document:
        found = recognised_tables(name, document, decoded.sheets)
        said = date_reader(received_on)(document.header.get("ReferenceDate", ""))
        referred = said if isinstance(said, date) else None
    else:
        stem = PurePath(name).stem
        sheets = [sheet if sheet.name else Sheet(stem, sheet.rows) for sheet in decoded.sheets]
        results = [recognise(sheet, sheet.name) for sheet in sheets if not sheet.is_chart]
        found = [each for each in results if isinstance(each, Recognised)]
        referred = None
    tables = (_table(each, at, received_on) for at, each in enumerate(found))
    return Sent(document is not None, tables, referred)


def _table(found: Recognised, sheet: int, received_on: date) -> SentTable:
    columns = found.matched.columns
    header = found.sheet.rows[found.header_at]
    width = len(header)
    rows = [row if len(row) == width else (row + [""] * width)[:width] for row in found.sheet.rows]
    whose = columns[next(iter(found.layout.feeds[0].columns.values()))]
    below = rows[found.header_at + 1 :]
    kept: Sequence[Sequence[Cell]]
    if found.sheet.holds_elements:
        kept, numbers = below, list(range(1, len(below) + 1))
    else:
        data = data_rows(rows, found.header_at, [not says_nothing(row[whose]) for row in below])
        kept, numbers = data.rows, data.numbers
    is_plain = found.sheet.holds_elements
    told: dict[str, list[Told]] = {"child_id": _each(kept, whose, lambda cell: _text(cell, is_plain=is_plain))}
    read = date_reader(received_on)
    for title, at in columns.items():
        name = column_name(title)
        if found.layout.heading(title).kind is Kind.DATE:
            told[name] = _each(kept, at, lambda cell: day if isinstance(day := read(cell), date) else None)
            told[f"{name}_written"] = _each(kept, at, lambda cell: _text(cell, is_plain=is_plain))
        else:
            told[name] = _each(kept, at, lambda cell: _code(_text(cell, is_plain=is_plain), is_plain=is_plain))
    return SentTable(
        found.layout,
        sheet,
        frozenset(column_name(title) for title in columns),
        tuple(numbers),
        told,
    )


def _each(rows: Sequence[Sequence[Cell]], at: int, says: Callable[[Cell], Told]) -> list[Told]:
    """What each row’s cell says; each different cell is read once."""
    cells = [row[at] for row in rows]
    known = {cell: says(cell) for cell in set(cells)}
    return [known[cell] for cell in cells]


def _code(text: str | None, *, is_plain: bool) -> str | None:
    """A code as it is published: files are read in small letters too, and a program may write 2 as 2.0."""
    if text is None or is_plain:
        return text
    return text.upper().removesuffix(".0")


def _text(cell: Cell, *, is_plain: bool) -> str | None:
    """`is_plain` of a document, where NONE is a code and an empty element is empty."""
    if isinstance(cell, str) and cell.isascii() and cell.isalnum() and not cell.isalpha():
        return cell  # most codes and references: nothing below would say otherwise
    if (not cell and cell != 0) if is_plain else says_nothing(cell):
        return None
    return (cell[1:] if isinstance(cell, str) and cell.startswith(DATE_MARK) else text_of(cell)).strip() or None
