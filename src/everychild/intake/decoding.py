"""Hands a file to a child process and takes back its cells. However the child dies, we live and name the file."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Thread, Timer
from typing import IO, Any

from everychild.errors import FileRefused
from everychild.intake import decode_child
from everychild.intake.decode_child import Cell
from everychild.intake.packed_rows import Block, PackedRows
from everychild.intake.preflight import Reader
from everychild.layouts.census import CENSUS
from everychild.layouts.dfe_api import PAYLOADS
from everychild.layouts.document import DocumentLayout
from everychild.layouts.special_needs_return import SPECIAL_NEEDS_RETURN
from everychild.layouts.ssda903.document import RETURN
from everychild.layouts.workforce_census import WORKFORCE_CENSUS

SECONDS = 120
"""On the clock, for a busy machine; what the child may use of the processor is far less."""

_CHILD = Path(decode_child.__file__).resolve()
ENVIRONMENT = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
"""What an interpreter may need to start; the child gets nothing else of ours."""

DOCUMENTS = {document.name: document for document in (CENSUS, WORKFORCE_CENSUS, SPECIAL_NEEDS_RETURN, RETURN, PAYLOADS)}
_WRITTEN_IN = {Reader.DOCUMENT: "XML", Reader.PAYLOADS: "JSON"}

CUT_OFF_AT = (65_536, 1_048_576)
"""A sheet of exactly as many rows as Excel holds has lost the rest of them."""


@dataclass(frozen=True)
class Sheet:
    """One sheet's cells as the file holds them. Row 1 of the sheet is `rows[0]`."""

    name: str
    rows: Sequence[list[Cell]]
    first_column: int = 0
    is_hidden: bool = False
    is_chart: bool = False
    holds_elements: bool = False
    """Each row below the first is an element of a document, and its number the element's own."""


@dataclass(frozen=True)
class Document:
    """What a document holds besides its tables. Places are paths of elements, with how often each was met."""

    layout: DocumentLayout
    header: dict[str, str]
    unread: dict[str, int]
    stray: dict[str, int]
    units: int
    is_one_of_several: bool = False
    """Tables of a return whose other tables may lie in other files, which have been asked for what these lack."""


@dataclass(frozen=True)
class Decoded:
    """A file's sheets; for a text file also how it was written, and whether its last line was finished."""

    sheets: tuple[Sheet, ...]
    encoding: str | None = None
    is_finished: bool = True
    document: Document | None = None


def decode(
    name: str, data: bytes, reader: Reader, documents: tuple[DocumentLayout, ...] = tuple(DOCUMENTS.values())
) -> Decoded:
    """The file's cells. Raises FileRefused where the child refuses it, dies, or takes too long.

    `documents` are the documents looked for, each with the tables wanted of it.
    """
    told = _ToldOfDocument(name) if reader in _WRITTEN_IN else _Told(name)
    with _reading(reader, documents, data) as (child, lines):
        for line in lines:
            told.take(line)
    if child.returncode or not told.is_whole:
        raise _unsafe(name)
    return _document(told, documents) if isinstance(told, _ToldOfDocument) else _decoded(name, told)


@contextlib.contextmanager
def _reading(
    reader: Reader, documents: tuple[DocumentLayout, ...], data: bytes
) -> Iterator[tuple[subprocess.Popen[bytes], IO[bytes]]]:
    """The child at its work and what it tells, line by line: nothing of that is held that is not a cell."""
    environment = {key: os.environ[key] for key in ENVIRONMENT if key in os.environ}
    with subprocess.Popen(  # noqa: S603  # our own interpreter and our own file, nothing of the user's
        [sys.executable, "-I", str(_CHILD), reader.value, *_told_of(reader, documents)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        handing = Thread(target=_hand, args=(child.stdin, data), daemon=True)
        clock = Timer(SECONDS, child.kill)
        clock.daemon = True
        handing.start()
        clock.start()
        try:
            yield child, child.stdout
            child.wait()
        finally:
            clock.cancel()
            child.kill()
            handing.join()


def _hand(to: IO[bytes], data: bytes) -> None:
    with contextlib.suppress(OSError):  # a child that has refused the file, or died, reads no more of it
        to.write(data)
    with contextlib.suppress(OSError):
        to.close()


class _Told:
    """What the child has told so far: rows by the table they belong to, and all that it said besides.

    Raises FileRefused where the child refuses the file, or says what cannot be understood.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.is_whole = False
        self.said: list[dict[str, Any]] = []  # Any: what JSON holds
        self.rows: list[list[list[Cell]]] = []
        """One list of rows for each thing said, of those that follow it."""
        self._known: dict[Cell, Cell] = {}

    def take(self, line: bytes) -> None:
        try:
            said = json.loads(line)
        except ValueError as error:  # it died in the middle of a line
            raise _unsafe(self.name) from error
        if isinstance(said, dict):
            self._hear(said)
        else:
            self._keep(line, said)

    def _keep(self, _: bytes, rows: list[list[Cell]]) -> None:
        known = self._known.setdefault
        # Most cells say what others say: each text is held once. 1 and 1.0 are one cell to whoever reads it.
        self.rows[-1].extend([list(map(known, row, row)) for row in rows])

    def _hear(self, said: dict[str, Any]) -> None:  # Any: what JSON holds
        if "rule" in said:
            raise FileRefused(f"{self.name} {said['message']}", rule=said["rule"], file=self.name, row=said["row"])
        self.is_whole = "end" in said
        self.said.append(said)
        self.rows.append([])


class _ToldOfDocument(_Told):
    """Of a document, whose tables tell their rows by turns: these stay packed, by the title of their table."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.blocks: dict[str, list[Block]] = {}
        self._title = ""

    def _hear(self, said: dict[str, Any]) -> None:  # Any: what JSON holds
        if "more" in said:
            self._title = said["more"]
        else:
            super()._hear(said)

    def _keep(self, line: bytes, rows: list[list[Cell]]) -> None:
        self.blocks.setdefault(self._title, []).append(Block.of(line, len(rows)))


def _told_of(reader: Reader, documents: tuple[DocumentLayout, ...]) -> tuple[str, ...]:
    return (shapes(documents, _WRITTEN_IN[reader]),) if reader in _WRITTEN_IN else ()


@cache
def shapes(documents: tuple[DocumentLayout, ...], written_in: str = "XML") -> str:
    """The documents we know, as the child is told of them."""
    return json.dumps(
        [
            {
                "name": each.name,
                "unit": each.unit,
                "told_by": each.told_by,
                "known_by": each.known_by,
                "passed_down": each.passed_down,
                "header": dict(each.header),
                "tables": [
                    {"name": table.layout.title, "path": table.path, "columns": table.columns} for table in each.tables
                ],
            }
            for each in documents
            if each.written_in == written_in
        ]
    )


def _document(told: _ToldOfDocument, documents: tuple[DocumentLayout, ...]) -> Decoded:
    """The tables that have any rows, in the layout's order, each under the names of its columns."""
    details: dict[str, Any] = {}
    for said in told.said:
        details |= said
    layout = next(each for each in documents if each.name == details["document"])
    sheets = tuple(
        Sheet(title, PackedRows(list(table.columns), told.blocks[title]), holds_elements=True)
        for table in layout.tables
        if (title := table.layout.title) in told.blocks
    )
    document = Document(layout, details["header"], details["unread"], details["stray"], details["units"])
    return Decoded(sheets, str(details["encoding"]), document=document)


def _decoded(name: str, told: _Told) -> Decoded:
    sheets = [_sheet(said, rows) for said, rows in zip(told.said, told.rows, strict=True) if "sheet" in said]
    for sheet in sheets:
        if len(sheet.rows) in CUT_OFF_AT:
            message = (
                f"{name} has exactly {len(sheet.rows):,} rows, the most Excel holds, so the rest were probably lost. "
                "Export it again as CSV, or in parts."
            )
            raise FileRefused(message, rule="cut_off", file=name, sheet=sheet.name or None)
    last = told.said[len(sheets) - 1] if sheets else {}
    encoding = last.get("encoding")
    return Decoded(tuple(sheets), str(encoding) if encoding else None, bool(last.get("ends", True)))


def _sheet(said: dict[str, object], rows: list[list[Cell]]) -> Sheet:
    return Sheet(
        name=str(said["sheet"]),
        rows=rows,
        first_column=int(str(said.get("first_column", 0))),
        is_hidden=bool(said.get("hidden")),
        is_chart=bool(said.get("chart")),
    )


def _unsafe(name: str) -> FileRefused:
    message = (
        f"{name} could not be read safely: the reader stopped before it came to the end. "
        "Open it in Excel, save it as a new workbook or as CSV, and send that."
    )
    return FileRefused(message, rule="could_not_be_read_safely", file=name)
