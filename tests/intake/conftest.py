"""Fixtures that hold or read invented files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from everychild.intake.reading import FileRead
from tests.intake.invented_files import CONTACTS, PLANS, RECEIVED, VISITS, Sheets, read_one, write_workbook


@pytest.fixture
def contacts() -> list[list[Any]]:
    """List 1, of four contacts nothing is wrong with."""
    return [list(row) for row in CONTACTS]


@pytest.fixture
def plans() -> list[list[Any]]:
    """List 7, of three plans: two open, one ended."""
    return [list(row) for row in PLANS]


@pytest.fixture
def visits() -> list[list[Any]]:
    """A local extract of three visits, as text."""
    return [list(row) for row in VISITS]


@pytest.fixture
def read_sheets(tmp_path: Path) -> Callable[..., FileRead]:
    """Writes sheets to a workbook and reads it."""

    def read(
        sheets: Sheets, name: str = "Annex A.xlsx", *, hidden: Sequence[str] = (), on: date = RECEIVED
    ) -> FileRead:
        return read_one(write_workbook(tmp_path / name, sheets, hidden=hidden), on=on)

    return read


@pytest.fixture
def read_text(tmp_path: Path) -> Callable[..., FileRead]:
    """Writes text to a file and reads it."""

    def read(text: str | bytes, name: str = "visits.csv", *, on: date = RECEIVED) -> FileRead:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_one(path, on=on)

    return read
