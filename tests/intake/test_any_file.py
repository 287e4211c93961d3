"""Whatever arrives is refused in words or accounted for: there is no third thing, and never a traceback."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from everychild.errors import FilesRefused
from everychild.intake.reading import FileRead
from tests.intake.invented_files import CONTACTS, PLANS, VISITS, as_csv, read_one, write_workbook

JUNK = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=20),
    st.sampled_from(
        ["", "-", "=1+1", "31/02/2019", "12/31/2018", "1E+5", "#MULTIVALUE", "Total", "0", "Child Unique ID"]
    ),
    st.floats(-1e6, 1e18, allow_nan=False),
    st.dates(),
)


@pytest.fixture(scope="module")
def good_workbook(tmp_path_factory: Any) -> bytes:
    """Written once: a workbook holds the second it was made in, so two of them differ."""
    return write_workbook(tmp_path_factory.mktemp("good") / "Annex A.xlsx", {"List 1": CONTACTS}).read_bytes()


def read_or_refused(path: Path) -> FileRead | None:
    """The file's account, which adds up; or None where it was refused with a rule, a file and a message."""
    try:
        file = read_one(path)
    except FilesRefused as caught:
        for refusal in caught.refused:
            assert refusal.rule
            assert refusal.file == path.name
            assert len(refusal.message) > 20
        return None
    used = {(sheet, row) for rows in file.records for sheet, row in zip(rows.sheets, rows.rows, strict=True)}
    assert len(used) == file.accepted + file.queried == file.rows - file.set_aside
    return file


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_any_cells_at_all(tmp_path_factory: Any, data: st.DataObject) -> None:
    """Up to eight cells of two good lists overwritten, headings among them."""
    book = {"List 1": [list(row) for row in CONTACTS], "List 7": [list(row) for row in PLANS]}
    for _ in range(data.draw(st.integers(1, 8))):
        rows = book[data.draw(st.sampled_from(sorted(book)))]
        row = rows[data.draw(st.integers(0, len(rows) - 1))]
        cell = data.draw(JUNK)
        too_early = not isinstance(cell, (str, float)) and cell.year < 1900  # Excel has no such date
        row[data.draw(st.integers(0, len(row) - 1))] = str(cell) if too_early else cell
    read_or_refused(write_workbook(tmp_path_factory.mktemp("any") / "Annex A.xlsx", book))


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_any_bytes_changed(tmp_path_factory: Any, good_workbook: bytes, data: st.DataObject) -> None:
    """A few bytes of a good workbook changed, or its end lost."""
    path = tmp_path_factory.mktemp("any") / "Annex A.xlsx"
    content = bytearray(good_workbook)
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(content[: data.draw(st.integers(len(content) // 2, len(content)))])
    read_or_refused(path)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.integers(0, 200))
def test_any_text(tmp_path_factory: Any, junk: bytes, place: int) -> None:
    """Anything put anywhere into a good text file."""
    good = as_csv(VISITS).encode()
    path = tmp_path_factory.mktemp("any") / "visits.csv"
    path.write_bytes(good[:place] + junk + good[place:])
    read_or_refused(path)


@settings(max_examples=40, deadline=None)
@given(
    st.binary(max_size=2_000), st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe"])
)
def test_any_bytes_at_all(tmp_path_factory: Any, junk: bytes, start: bytes) -> None:
    """No file of chance is a list of children."""
    path = tmp_path_factory.mktemp("any") / "file.xlsx"
    path.write_bytes(start + junk)
    assert read_or_refused(path) is None
