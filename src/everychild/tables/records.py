"""The records a month rests on, as the facts read them: every extract stitched into one table of each record."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from everychild.records import RECORDS, Table
from everychild.store.engine import Engine
from everychild.tables.table import ColumnOut, TableOut, TableRows

SNAPSHOT = "extract that tells of it, and "
EXTRACTED_ON = ColumnOut("extracted_on", "date", "the day the extract was taken: the record is told anew by each", True)


def record_tables(engine: Engine, only: Collection[str] = ()) -> Iterator[TableRows]:
    """Each record some extract tells, or only those named, in the order a case travels, its rows in order.

    A record that each extract tells only as things stood has the rows of every extract, with the day it was taken: the
    facts read each month by its own.
    """
    told = {item.record for item in engine.kept}
    for record in RECORDS:
        if record.name in told and (not only or record.name in only):
            yield TableRows(table_of(record), engine.record_batches(_select(record), record.name))


def table_of(record: Table) -> TableOut:
    """A record’s declaration, as a table’s."""
    columns = tuple(
        ColumnOut(
            column.name,
            column.kind.value,
            column.meaning,
            column.required,
            {} if column.codes is None else dict(column.codes.values),
        )
        for column in record.columns
    )
    if record.is_snapshot:
        return TableOut(record.name, f"{SNAPSHOT}{record.grain}", (EXTRACTED_ON, *columns))
    return TableOut(record.name, record.grain, columns)


def _select(record: Table) -> str:
    columns = ", ".join(record.column_names)
    if record.is_snapshot:
        return f"select extracted_on, {columns} from {record.name}_as_extracted order by all"
    return f"select {columns} from {record.name} order by all"
