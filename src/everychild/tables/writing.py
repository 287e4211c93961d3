"""A table as a file: CSV, Parquet or a workbook. Text is text in each, whatever it begins with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq

from everychild.errors import MissingPart, NotAllowed
from everychild.store.durable import write_durably
from everychild.tables.dictionary import dictionary
from everychild.tables.table import Format, TableRows

BYTE_ORDER_MARK = "\ufeff".encode()
"""Without it Excel reads curly quotes as three letters each."""

LIKE_A_FORMULA = r"^[=+\-@\t\r]"
MOST_ROWS = 1_048_575
"""What a sheet has room for under its headings."""

WIDTH = 18


def write_table(rows: TableRows, path: Path, written_as: Format) -> int:
    """Writes the table and gives how many rows it has. Raises NotAllowed where a sheet has no room for them."""
    return _WRITERS[written_as](rows, path)


def write_figures(rows: TableRows, path: Path, written_as: Format, known_on: date) -> tuple[Path, ...]:
    """The table with its dictionary: a second sheet of a workbook, a second file of anything else."""
    path.parent.mkdir(parents=True, exist_ok=True)
    explained = dictionary([rows.told])
    if written_as is Format.XLSX:
        _write_workbook([rows, explained], path, known_on)
        return (path,)
    beside = path.with_name(f"{path.stem}-dictionary{path.suffix}")
    write_table(rows, path, written_as)
    write_table(explained, beside, written_as)
    return path, beside


def _write_parquet(rows: TableRows, path: Path) -> int:
    def write(file: Any) -> None:  # a file open for bytes
        with pq.ParquetWriter(file, rows.batches.schema, compression="zstd") as writer:
            for batch in counted:
                writer.write_batch(batch)

    counted = _Counted(rows.batches)
    write_durably(path, write)
    return counted.rows


def _write_csv(rows: TableRows, path: Path) -> int:
    def write(file: Any) -> None:  # a file open for bytes
        file.write(BYTE_ORDER_MARK)
        with pa_csv.CSVWriter(file, rows.batches.schema) as writer:
            for batch in counted:
                writer.write_batch(_harmless(batch))

    counted = _Counted(rows.batches)
    write_durably(path, write)
    return counted.rows


def _harmless(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Text that a spreadsheet would run as a formula is given an apostrophe in front."""
    columns = []
    for column in batch.columns:
        if pa.types.is_string(column.type):
            runs = pc.fill_null(pc.match_substring_regex(column, LIKE_A_FORMULA), False)
            column = pc.if_else(runs, pc.binary_join_element_wise("'", column, ""), column)
        columns.append(column)
    return pa.RecordBatch.from_arrays(columns, schema=batch.schema)


def _write_sheet(rows: TableRows, path: Path) -> int:
    return _write_workbook([rows], path)


def _write_workbook(tables: Iterable[TableRows], path: Path, created: date | None = None) -> int:
    """Each table on a sheet of its own, line by line, so that a long one is never in memory whole."""
    try:
        import xlsxwriter
    except ImportError:
        raise MissingPart("Writing workbooks needs the report part: pip install everychild[report]") from None
    beside = path.with_name(f".{path.name}.writing")
    settings = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    how_many = 0
    try:
        with xlsxwriter.Workbook(str(beside), settings) as book:
            book.set_properties({"created": _made_on(created)})
            looks = {
                "bold": book.add_format({"bold": True}),
                "day": book.add_format({"num_format": "dd/mm/yyyy"}),
                "moment": book.add_format({"num_format": "dd/mm/yyyy hh:mm"}),
            }
            for place, table in enumerate(tables):
                rows = _write_on(book.add_worksheet(table.told.name[:31]), table, looks)
                how_many += rows if place == 0 else 0
        content = beside.read_bytes()
        write_durably(path, lambda file: file.write(content))
    finally:
        beside.unlink(missing_ok=True)
    return how_many


def _made_on(created: date | None) -> datetime:
    """The same rows are to give the same bytes, so that no workbook says when it was written."""
    day = created or date(2000, 1, 1)
    return datetime(day.year, day.month, day.day, tzinfo=UTC).replace(tzinfo=None)


def _write_on(sheet: Any, table: TableRows, looks: Mapping[str, Any]) -> int:  # Any: xlsxwriter's own
    for place, column in enumerate(table.told.columns):
        sheet.set_column(place, place, max(WIDTH, len(column.name) + 2))
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(table.told.columns):
        sheet.write_string(0, place, column.name, looks["bold"])
    row = 0
    for batch in table.batches:
        for values in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            row += 1
            if row > MOST_ROWS:
                raise NotAllowed(
                    f"{table.told.name} has more rows than the {MOST_ROWS:,} a sheet has room for. Write it as CSV or "
                    "Parquet."
                )
            for place, value in enumerate(values):
                _write_cell(sheet, row, place, value, looks)
    sheet.autofilter(0, 0, max(row, 1), len(table.told.columns) - 1)
    return row


def _write_cell(sheet: Any, row: int, place: int, value: object, looks: Mapping[str, Any]) -> None:  # as above
    match value:
        case None:
            pass
        case bool():
            sheet.write_boolean(row, place, value)
        case int() | float():
            sheet.write_number(row, place, value)
        case datetime():
            sheet.write_datetime(row, place, value, looks["moment"])
        case date():
            sheet.write_datetime(row, place, value, looks["day"])
        case _:
            if sheet.write_string(row, place, str(value)):
                raise NotAllowed(
                    f"{sheet.get_name()}, row {row + 1}: a text is longer than a cell has room for. Write the table as "
                    "CSV or Parquet."
                )


class _Counted:
    """Batches as they go by, with how many rows have."""

    def __init__(self, batches: pa.RecordBatchReader) -> None:
        self._batches = batches
        self.rows = 0

    def __iter__(self) -> Any:  # an iterator of pyarrow's batches
        for batch in self._batches:
            self.rows += batch.num_rows
            yield batch


_WRITERS: Mapping[Format, Callable[[TableRows, Path], int]] = {
    Format.CSV: _write_csv,
    Format.PARQUET: _write_parquet,
    Format.XLSX: _write_sheet,
}
