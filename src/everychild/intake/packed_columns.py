"""Columns of many rows, held as Arrow’s arrays until they are asked for: a tenth of the memory of lists of values."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pyarrow as pa

from everychild.arrays import KEPT_AS, array_of
from everychild.intake.reading import Rows
from everychild.records import BY_NAME, Table

WORTH_PACKING = 20_000
"""Rows; below it nobody would notice, and a list is quicker."""


class PackedColumns(Mapping[str, list[Any]]):
    """The columns of some rows. Each is unpacked whenever it is asked for, and nobody holds it but who asked."""

    def __init__(self, arrays: Mapping[str, pa.Array]) -> None:
        self.arrays = arrays

    def __getitem__(self, name: str) -> list[Any]:  # Any: what the kind of column holds
        values: list[Any] = self.arrays[name].to_pylist()
        return values

    def __iter__(self) -> Iterator[str]:
        return iter(self.arrays)

    def __len__(self) -> int:
        return len(self.arrays)


def packed(rows: Rows) -> Rows:
    """The same rows, their columns packed where there are enough of them."""
    if len(rows) < WORTH_PACKING:
        return rows
    columns = PackedColumns(arrays_of(rows, BY_NAME[rows.table]))
    return replace(rows, columns=columns, sheets=array("l", rows.sheets), rows=array("l", rows.rows))


def arrays_of(rows: Rows, table: Table) -> dict[str, pa.Array]:
    """Every column of the record, in its order, as it is kept."""
    if isinstance(rows.columns, PackedColumns):
        return {column.name: rows.columns.arrays[column.name] for column in table.columns}
    return {column.name: array_of(rows.columns[column.name], KEPT_AS[column.kind]) for column in table.columns}
