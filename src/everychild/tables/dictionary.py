"""The data dictionary of tables that go out, made from the declarations they were read by."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa

from everychild.tables.table import ColumnOut, TableOut, TableRows

_TOLD = TableOut(
    "dictionary",
    "column of a table",
    (
        ColumnOut("table", "text", "the table’s name, as its file is called"),
        ColumnOut("one_row_per", "text", "what a row of the table is"),
        ColumnOut("place", "number", "the column’s place in the table, from 1"),
        ColumnOut("column", "text", "the column’s name"),
        ColumnOut("holds", "text", "what kind of value it holds"),
        ColumnOut("is_needed", "yes or no", "a row without it could not be used"),
        ColumnOut("meaning", "text", "what it means"),
        ColumnOut("codes", "text", "the words it may hold, each with its meaning"),
    ),
)
_SCHEMA = pa.schema(
    [
        (column.name, {"number": pa.int64(), "yes or no": pa.bool_()}.get(column.holds, pa.string()))
        for column in _TOLD.columns
    ]
)


def dictionary(tables: Sequence[TableOut]) -> TableRows:
    """A row for each column of each table, and of the dictionary itself."""
    rows = [
        {
            "table": table.name,
            "one_row_per": table.grain,
            "place": place,
            "column": column.name,
            "holds": column.holds,
            "is_needed": column.is_needed,
            "meaning": column.meaning,
            "codes": "; ".join(f"{code}: {words}" for code, words in column.codes.items()) or None,
        }
        for table in (*tables, _TOLD)
        for place, column in enumerate(table.columns, 1)
    ]
    return TableRows(_TOLD, pa.Table.from_pylist(rows, _SCHEMA).to_reader())
