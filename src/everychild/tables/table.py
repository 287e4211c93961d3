"""A table on its way out: what a row is, what each column holds and means, and the rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import pyarrow as pa

from everychild.records import Kind


class Format(StrEnum):
    """What a table is written as."""

    CSV = "csv"
    PARQUET = "parquet"
    XLSX = "xlsx"


@dataclass(frozen=True)
class ColumnOut:
    """One column. `codes` are the words it may hold, each with its meaning."""

    name: str
    holds: str
    meaning: str
    is_needed: bool = False
    codes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class TableOut:
    """One table, told whole before a row of it is read."""

    name: str
    grain: str
    columns: tuple[ColumnOut, ...]


@dataclass(frozen=True)
class TableRows:
    """A table with its rows, batch by batch: a record of a large council need not fit in memory."""

    told: TableOut
    batches: pa.RecordBatchReader

    def __post_init__(self) -> None:
        held = tuple(self.batches.schema.names)
        told = tuple(column.name for column in self.told.columns)
        assert held == told, f"{self.told.name}: its dictionary tells of {told}, and it holds {held}"


ARROW_TYPES: Mapping[Kind, pa.DataType] = {
    Kind.IDENTIFIER: pa.string(),
    Kind.DATE: pa.date32(),
    Kind.MOMENT: pa.timestamp("us"),
    Kind.NUMBER: pa.int64(),
    Kind.YES_NO: pa.bool_(),
    Kind.CODE: pa.string(),
    Kind.TEXT: pa.string(),
}
