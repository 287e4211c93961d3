"""Hands a file to a child process and takes back its cells. However the child dies, we live and name the file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from everychild.errors import FileRefused
from everychild.intake import decode_child
from everychild.intake.decode_child import Cell
from everychild.intake.preflight import Reader
from everychild.layouts.census import CENSUS
from everychild.layouts.document import DocumentLayout
from everychild.layouts.ssda903.document import RETURN

SECONDS = 120
"""On the clock, for a busy machine; what the child may use of the processor is far less."""

_CHILD = Path(decode_child.__file__).resolve()
_ENVIRONMENT = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
"""What an interpreter may need to start; the child gets nothing else of ours."""

DOCUMENTS = {document.name: document for document in (CENSUS, RETURN)}

CUT_OFF_AT = (65_536, 1_048_576)
"""A sheet of exactly as many rows as Excel holds has lost the rest of them."""


@dataclass(frozen=True)
class Sheet:
    """One sheet's cells as the file holds them. Row 1 of the sheet is `rows[0]`."""

    name: str
    rows: list[list[Cell]]
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


@dataclass(frozen=True)
class Decoded:
    """A file's sheets; for a text file also how it was written, and whether its last line was finished."""

    sheets: tuple[Sheet, ...]
    encoding: str | None = None
    is_finished: bool = True
    document: Document | None = None


def decode(name: str, data: bytes, reader: Reader) -> Decoded:
    """The file's cells. Raises FileRefused where the child refuses it, dies, or takes too long."""
    environment = {key: os.environ[key] for key in _ENVIRONMENT if key in os.environ}
    try:
        child = subprocess.run(  # noqa: S603  # our own interpreter and our own file, nothing of the user's
            [sys.executable, "-I", str(_CHILD), reader.value, *([shapes()] if reader is Reader.DOCUMENT else [])],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            env=environment,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _unsafe(name) from error
    lines = child.stdout.splitlines()
    last = json.loads(lines[-1]) if child.returncode == 0 and lines else {}
    if "rule" in last:
        raise FileRefused(f"{name} {last['message']}", rule=last["rule"], file=name, row=last["row"])
    if "end" not in last:
        raise _unsafe(name)
    return _document(lines[:-1]) if reader is Reader.DOCUMENT else _decoded(name, lines[:-1])


@cache
def shapes() -> str:
    """The documents we know, as the child is told of them."""
    return json.dumps(
        [
            {
                "name": each.name,
                "unit": each.unit,
                "header": dict(each.header),
                "tables": [
                    {"name": table.layout.title, "path": table.path, "columns": table.columns} for table in each.tables
                ],
            }
            for each in DOCUMENTS.values()
        ]
    )


def _document(lines: list[bytes]) -> Decoded:
    """The tables that have any rows, in the layout's order, each under the names of its columns."""
    rows: dict[str, list[list[Cell]]] = {}
    name = ""
    said: dict[str, object] = {}
    for line in lines:
        if line.startswith(b"["):
            rows[name].append(json.loads(line))
            continue
        said |= json.loads(line)
        name = str(said.get("more", ""))
        rows.setdefault(name, [])
    layout = DOCUMENTS[str(said["document"])]
    sheets = tuple(
        Sheet(title, [list(table.columns), *rows[title]], holds_elements=True)
        for table in layout.tables
        if (title := table.layout.title) in rows
    )
    details: dict[str, Any] = said
    document = Document(layout, details["header"], details["unread"], details["stray"], details["units"])
    return Decoded(sheets, str(details["encoding"]), document=document)


def _decoded(name: str, lines: list[bytes]) -> Decoded:
    sheets: list[Sheet] = []
    said: dict[str, object] = {}
    for is_row, group in groupby(lines, key=lambda line: line.startswith(b"[")):
        if is_row:
            sheets[-1].rows.extend(json.loads(b"[" + b",".join(group) + b"]"))
            continue
        for line in group:
            said = json.loads(line)
            sheets.append(_sheet(said))
    for sheet in sheets:
        if len(sheet.rows) in CUT_OFF_AT:
            message = (
                f"{name} has exactly {len(sheet.rows):,} rows, the most Excel holds, so the rest were probably lost. "
                "Export it again as CSV, or in parts."
            )
            raise FileRefused(message, rule="cut_off", file=name, sheet=sheet.name or None)
    encoding = said.get("encoding")
    return Decoded(tuple(sheets), str(encoding) if encoding else None, bool(said.get("ends", True)))


def _sheet(said: dict[str, object]) -> Sheet:
    return Sheet(
        name=str(said["sheet"]),
        rows=[],
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
