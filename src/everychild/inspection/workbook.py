"""The workbook as it is sent: written, read back by our own reader, and written again with what that found."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from everychild.inspection.checks import Checked, checked
from everychild.inspection.lists import AnnexA, notes
from everychild.intake import read_files
from everychild.intake.reading import FileRead
from everychild.report.inspection_workbook import CheckRow, as_workbook


@dataclass(frozen=True)
class Written:
    """The bytes of the workbook, with what its last two sheets say."""

    content: bytes
    checks: tuple[Checked, ...]
    notes: tuple[tuple[str, str], ...]


def written(made: AnnexA) -> Written:
    """Raises MissingPart where the report’s libraries are not there, FilesRefused where we could not read our own."""
    told = tuple(notes(made))
    found = checked(made, _read_back(_book(made, (), told), made.known_on))
    return Written(_book(made, found, told), found, told)


def _book(made: AnnexA, checks: Sequence[Checked], told: Sequence[tuple[str, str]]) -> bytes:
    rows = [CheckRow(f"List {one.number}", one.asked, one.rows, len(one.at_fault), one.found) for one in checks]
    return as_workbook(made.council, made.at, made.known_on, [(one.layout, one.rows) for one in made.lists], rows, told)


def _read_back(content: bytes, received_on: date) -> FileRead:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "annex_a.xlsx"
        path.write_bytes(content)
        (read,) = read_files([path], received_on=received_on)
        return read
