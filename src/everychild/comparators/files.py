"""A published file, whichever it is: known by its contents, read by its adapter, refused with a reason."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pyarrow as pa

from everychild.comparators import interactive_tool, neighbours
from everychild.comparators.open_data import read_open_data
from everychild.comparators.reading import Kind, Reading, digest_of, refused
from everychild.errors import FileRefused, FilesRefused
from everychild.intake.decode_child import Cell
from everychild.intake.decoding import decode
from everychild.intake.preflight import Reader, inspect

AREAS = pa.schema([("area", pa.string()), ("name", pa.string()), ("region", pa.string()), ("kind", pa.string())])
_AREA_HEADINGS = ["LA Number", "LA Name", "Region", "Type"]
_PARQUET = b"PAR1"
_MOST_BYTES = 200 * 1024**2

Progress = Callable[[str], None]


def read_published(paths: Sequence[Path], progress: Progress | None = None) -> tuple[Reading, ...]:
    """Every file under these paths. Raises FilesRefused with each refusal: half a release is never kept."""
    readings, refusals = [], []
    for path in _files(paths):
        if progress is not None:
            progress(path.name)
        try:
            readings.append(read_one(path.name, path.read_bytes()))
        except FileRefused as problem:
            refusals.append(problem)
    if refusals:
        raise FilesRefused(refusals)
    return tuple(readings)


def read_one(name: str, data: bytes) -> Reading:
    """One file. Raises FileRefused, naming it."""
    digest = digest_of(data)
    if data.startswith(_PARQUET):
        if len(data) > _MOST_BYTES:
            raise refused(f"{name} is larger than any release we know.", "too_large", name)
        return interactive_tool.read_tool(name, digest, data)
    if inspect(name, data).reader is Reader.WORKBOOK:
        return _workbook(name, digest, data)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise refused(
            f"{name} is not UTF-8 text, as these releases are. Download it again.", "encoding", name
        ) from problem
    headings = next(csv.reader(io.StringIO(text[:20_000], newline="")), [])
    if interactive_tool.is_dictionary(headings):
        return interactive_tool.read_dictionary(name, digest, text)
    return read_open_data(name, digest, text)


def _workbook(name: str, digest: str, data: bytes) -> Reading:
    for sheet in decode(name, data, Reader.WORKBOOK).sheets:
        if neighbours.is_model(sheet.rows):
            return neighbours.read_model(name, digest, sheet.rows)
        if sheet.rows and [str(cell).strip() for cell in sheet.rows[0][:4]] == _AREA_HEADINGS:
            return _areas(name, digest, sheet.rows)
    raise refused(
        f"{name} holds neither statistical neighbours nor the list of areas; those are the workbooks we know.",
        "no-such-release",
        name,
    )


def _areas(name: str, digest: str, rows: Sequence[Sequence[Cell]]) -> Reading:
    """The Tool’s list of councils and regions: names for areas newer than those we ship."""
    found = [
        (_number(cells[0]), *(str(cell).strip() for cell in cells[1:4])) for cells in rows[1:] if cells and cells[0]
    ]
    return Reading(
        kind=Kind.AREAS,
        family="areas",
        title="Department for Education, list of areas",
        vintage="List of areas",
        newest=0,
        file=name,
        sha256=digest,
        rows=len(rows) - 1,
        values=len(found),
        states=len(rows) - 1 - len(found),
        table=pa.table([list(column) for column in zip(*found, strict=True)], schema=AREAS),
    )


def _number(cell: Cell) -> str:
    return str(int(cell)) if isinstance(cell, float | int) else cell.strip()


def _files(paths: Sequence[Path]) -> list[Path]:
    return [
        found
        for path in paths
        for found in (sorted(path.rglob("*")) if path.is_dir() else (path,))
        if found.is_file() and not found.name.startswith(".")
    ]
