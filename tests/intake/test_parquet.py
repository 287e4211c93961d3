"""A table as Parquet is read as the same table as CSV; what is no whole table is refused in words."""

from __future__ import annotations

import io
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from everychild.errors import FilesRefused
from everychild.intake import decode_child, read_files
from tests.intake.invented_files import RECEIVED, outcome, read_one, records

VISITS: dict[str, list[Any]] = {
    "cppv_cp_visit_id": ["V1", "V2"],
    "cppv_person_id": ["00101", "00102"],
    "cppv_cp_visit_date": [datetime(2019, 2, 1), datetime(2019, 2, 8)],  # as a database holds it
    "cppv_cp_visit_seen": ["Y", None],
    "cppv_cp_visit_seen_alone": ["N", "Y"],
}


def written(columns: dict[str, list[Any]]) -> bytes:
    held = io.BytesIO()
    pq.write_table(pa.table(columns), held)
    return held.getvalue()


def refusal(path: Path) -> str:
    with pytest.raises(FilesRefused) as refused:
        read_files([path], received_on=RECEIVED)
    (each,) = refused.value.refused
    assert len(each.message) > 20
    return each.rule


def test_a_table_as_parquet_is_the_same_table(tmp_path: Path) -> None:
    """True dates, nothing as nothing, an identifier with its noughts."""
    path = tmp_path / "ssd_cp_visits.parquet"
    path.write_bytes(written(VISITS))
    file = read_one(path)
    assert (file.format, outcome(file)) == ("ssd", (2, 0, 0))
    visits = records(file, "visit").columns
    assert visits["child_id"] == ["00101", "00102"]
    assert visits["visited_on"] == [date(2019, 2, 1), date(2019, 2, 8)]
    assert visits["child_seen"] == [True, None]


def test_a_folder_takes_it(tmp_path: Path) -> None:
    (tmp_path / "visits.parquet").write_bytes(written(VISITS))
    assert [file.name for file in read_files([tmp_path], received_on=RECEIVED)] == ["visits.parquet"]


def test_more_than_one_value_in_a_cell_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    path.write_bytes(written({**VISITS, "more": [["a", "b"], []]}))
    assert refusal(path) == "not_a_table"


def test_too_many_rows_are_refused_before_they_are_read(tmp_path: Path) -> None:
    """Half a million of nothing, packed into some hundred bytes."""
    path = tmp_path / "a.parquet"
    path.write_bytes(written({"cppv_person_id": pa.nulls(decode_child.TEXT_ROWS + 1, pa.string())}))  # type: ignore[dict-item]  # an array does as well
    assert refusal(path) == "too_many_rows"


@settings(max_examples=12, deadline=None)
@given(st.data())
def test_any_damage_is_refused_in_words_or_read(tmp_path_factory: Any, data: st.DataObject) -> None:
    whole = bytearray(written(VISITS))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(4, len(whole) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.mktemp("damaged") / "a.parquet"
    path.write_bytes(whole[: data.draw(st.integers(8, len(whole)))])
    assert all(len(each) > 20 for each in refusals_of(path))


def refusals_of(path: Path) -> list[str]:
    try:
        read_files([path], received_on=RECEIVED)
    except FilesRefused as caught:
        return [each.message for each in caught.refused]
    return []
