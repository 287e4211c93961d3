"""What is held packed says the same as what is not: rows of documents, and columns of many rows."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from everychild import month_end
from everychild.cli.new_home import make_home
from everychild.intake import packed_columns
from everychild.intake.file import open_file, read_file
from everychild.intake.packed_columns import PackedColumns
from everychild.intake.packed_rows import Block, PackedRows
from everychild.intake.reading import FileRead
from everychild.journal.connection import open_journal
from everychild.store.home import Home
from tests.intake.campaign import records
from tests.intake.census_documents import child, document, episode

ROWS = st.lists(st.lists(st.text() | st.integers(0, 9), min_size=2, max_size=2), max_size=9)


@given(st.lists(ROWS, max_size=4), st.integers(-12, 12), st.integers(-12, 12))
def test_packed_rows_are_a_list_of_them(blocks, start, end):
    """Whole, one by one, and in part."""
    packed = PackedRows(["a", "b"], [Block.of(json.dumps(rows).encode(), len(rows)) for rows in blocks])
    plain = [["a", "b"], *(row for rows in blocks for row in rows)]

    assert list(packed) == plain
    assert len(packed) == len(plain)
    assert packed[start:end] == plain[start:end]
    assert packed[-1] == plain[-1]
    with pytest.raises(IndexError):
        packed[len(plain)]


def read() -> FileRead:
    on = date(2024, 5, 1)
    children = [
        child(
            f"00010{number:08}",
            episode(
                on,
                ("Assessments", [("AssessmentActualStartDate", on), ("AssessmentAuthorisationDate", date(2024, 6, 1))]),
                ("Section47", [("S47ActualStartDate", on), ("DateOfInitialCPC", date(2024, 5, 15))]),
            ),
        )
        for number in range(1, 9)
    ]
    data = document(children).encode()
    return read_file("census.xml", "digest", *open_file("census.xml", data), date(2024, 9, 1))


def test_a_file_of_many_rows_makes_the_same_records(monkeypatch):
    """Packed sheet by sheet, put together, and packed again."""
    plain = read()
    monkeypatch.setattr(packed_columns, "WORTH_PACKING", 1)
    packed = read()

    assert any(isinstance(rows.columns, PackedColumns) for rows in packed.records)
    assert records(packed) == records(plain)
    assert [(rows.feed, list(rows.sheets), list(rows.rows)) for rows in packed.records] == [
        (rows.feed, list(rows.sheets), list(rows.rows)) for rows in plain.records
    ]


def test_and_is_kept_as_the_same_bytes(monkeypatch, tmp_path: Path):
    """The lists of an extract are named by what they hold."""
    (tmp_path / "census.xml").write_text(document([child("000100000001", episode(date(2024, 5, 1)))]))
    kept = []
    for name, least in (("plain", 20_000), ("packed", 1)):
        monkeypatch.setattr(packed_columns, "WORTH_PACKING", least)
        make_home(tmp_path / name, '[council]\nname = "Smallville"\n')
        home = Home(tmp_path / name)
        open_journal(home)
        month_end.load(home, [tmp_path / "census.xml"], datetime(2024, 9, 1, tzinfo=UTC), date(2024, 3, 31))
        kept.append({path.name: path.read_bytes() for path in home.extracts.glob("*/*.parquet")})
    assert kept[0]
    assert kept[0] == kept[1]
