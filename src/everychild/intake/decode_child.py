"""Reads one file's cells in a process of its own, which may die without harm to ours.

Run by path, in isolation: the file on standard input, its cells as lines of JSON on standard output. It imports only
the standard library and the reader that is asked for, because it starts once for every file. It opens nothing.

A line is some rows (a list of lists of cells) or says something (an object): a sheet begins, the file is refused, the
end.
"""

from __future__ import annotations

import contextlib
import csv
import datetime
import io
import json
import os
import sys
from collections.abc import Iterator, Sequence
from types import ModuleType

Cell = str | float
Line = Sequence[Cell] | dict[str, object]

DATE_MARK = "\x1a"
"""Stands before a true date, which JSON has no form for; no text a person can type begins with it."""

SHEET_ROWS = 300_000
SHEET_COLUMNS = 256
TEXT_ROWS = 500_000
MEMORY = 1024**3
"""Of addresses. A list of 300,000 rows and twenty columns takes under three quarters of it."""
CPU_SECONDS = 30
OPEN_FILES = 64

SHEETS = 1_000
CELLS = 2_000
"""In one line of text; a list has some dozens of columns."""

LONGEST_LINE = 1024**2
TOLD = 300 * 1024**2
"""How much may be told of one file, in bytes. A file can be small and point at one long text a million times."""

DELIMITERS = ",;\t|"
HEADER_WITHIN = 20

PARQUET_TALK = 1024**2
"""How long a name or a note in a Parquet file’s footer may be, in bytes."""

PARQUET_AT_ONCE = 10_000

ROWS_IN_A_LINE = 200
TEXT_IN_A_LINE = 64 * 1024


class Unreadable(Exception):
    """Why the file is refused: a rule's name, and the sentence for the person who sent it."""

    def __init__(self, rule: str, message: str, row: int | None = None) -> None:
        super().__init__(message)
        self.rule = rule
        self.message = message
        self.row = row


def limit_ourselves(seconds: int = CPU_SECONDS) -> None:
    """As little of the machine as a workbook needs. Windows has no such limits; there, only the clock stops us."""
    try:
        import resource
    except ImportError:
        return
    for limit, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):  # a tighter limit is already set
            resource.setrlimit(limit, (most, most))


def workbook(data: bytes) -> Iterator[Line]:
    """Every sheet of an .xlsx or .xls, from its first row, so that a row's place is its number."""
    import python_calamine as calamine

    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = book.sheets_metadata
    except calamine.PasswordError as error:
        raise Unreadable("password", "is protected by a password. Save it without one and send it again.") from error
    except calamine.CalamineError as error:
        raise Unreadable("damaged", "is damaged or cut short: Excel's own parts of it cannot be read.") from error
    if len(sheets) > SHEETS:
        raise Unreadable("too_many_sheets", f"has {len(sheets):,} sheets. Send the lists alone.")
    for position, sheet in enumerate(sheets):
        hidden = sheet.visible is not calamine.SheetVisibleEnum.Visible
        if sheet.typ is not calamine.SheetTypeEnum.WorkSheet:
            yield {"sheet": sheet.name, "hidden": hidden, "chart": True}
            continue
        try:
            cells = book.get_sheet_by_index(position)
        except calamine.CalamineError as error:
            raise Unreadable("damaged", f"is damaged: its sheet “{sheet.name}” cannot be read.") from error
        if cells.total_height > SHEET_ROWS or cells.total_width > SHEET_COLUMNS:
            message = (
                f"has {cells.total_height:,} rows and {cells.total_width:,} columns on its sheet “{sheet.name}”, more "
                "than any list holds. Delete what lies around the list, or send it in parts."
            )
            raise Unreadable("too_many_rows", message)
        yield {"sheet": sheet.name, "hidden": hidden, "first_column": cells.start[1] if cells.start else 0}
        if cells.start is not None:
            for row in cells.iter_rows():
                yield [str(cell).upper() if isinstance(cell, bool) else cell for cell in row]


def delimited(data: bytes) -> Iterator[Line]:
    """Every line of a text file as cells of text. A row is one line: no quotation mark may join two."""
    text, encoding = decoded(data)
    delimiter = delimiter_of(text)
    yield {"sheet": "", "encoding": encoding, "delimiter": delimiter, "ends": text.endswith(("\n", "\r"))}
    reader = csv.reader(_lines_of(text), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            if reader.line_num != line:
                raise csv.Error
            if line > TEXT_ROWS:
                raise Unreadable("too_many_rows", f"has more than {TEXT_ROWS:,} lines. Send it in parts.")
            if len(cells) > CELLS:
                message = f"has {len(cells):,} cells on line {line}, more than any list holds. Export it again."
                raise Unreadable("too_many_columns", message, line)
            yield cells
            line += 1
    except csv.Error as error:
        if "field limit" in str(error) and reader.line_num == line:
            raise _too_long(line) from error
        message = (
            f"has a quotation mark on line {line} that is not closed on that line, so a row could be lost. Export it "
            "again with quotation marks inside cells doubled and no line breaks inside cells."
        )
        raise Unreadable("unclosed_quote", message, line) from error


def _lines_of(text: str) -> Iterator[str]:
    for number, line in enumerate(io.StringIO(text, newline=""), 1):
        if len(line) > LONGEST_LINE:
            raise _too_long(number)
        yield line


def _too_long(line: int) -> Unreadable:
    message = f"has a text on line {line} that is longer than any cell or line should be. Export it again."
    return Unreadable("text_too_long", message, line)


def parquet(data: bytes) -> Iterator[Line]:
    """Every row of a Parquet file, under its columns’ names."""
    import pyarrow as arrow
    from pyarrow import parquet as files

    arrow.set_cpu_count(1)
    try:
        held = files.ParquetFile(io.BytesIO(data), thrift_string_size_limit=PARQUET_TALK, pre_buffer=False)
        rows, columns = held.metadata.num_rows, held.schema_arrow
        if rows > TEXT_ROWS or len(columns) > SHEET_COLUMNS:
            raise Unreadable("too_many_rows", f"has {rows:,} rows and {len(columns):,} columns. Send it in parts.")
        nested = next((field.name for field in columns if arrow.types.is_nested(field.type)), None)
        if nested is not None:
            raise Unreadable("not_a_table", f"holds more than one value in a cell of its column {nested!r}.")
        yield {"sheet": ""}
        yield [field.name for field in columns]
        for batch in held.iter_batches(PARQUET_AT_ONCE, use_threads=False):
            for row in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                yield [_plain(value) for value in row]
    except (arrow.ArrowException, OSError) as error:
        raise Unreadable("damaged", "is damaged or cut short: it is not a whole Parquet file.") from error


def _plain(value: object) -> Cell:
    """A cell as a workbook would hold it: nothing is empty text; a true date keeps its mark."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value if isinstance(value, str | float) else as_text(value)


def decoded(data: bytes) -> tuple[str, str]:
    """The text and the encoding it was written in: as its first bytes say, else UTF-8, else that of Windows."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif data.startswith(b"\xef\xbb\xbf"):
        encodings = ["utf-8-sig"]
    else:
        encodings = ["utf-8", "cp1252"]
    for encoding in encodings:
        with contextlib.suppress(UnicodeDecodeError):
            return data.decode(encoding), encoding
    raise Unreadable("encoding", "is not text we can read. Save it as “CSV UTF-8” and send it again.")


def delimiter_of(text: str) -> str:
    """What parts the header line into most cells: the first line of more than three, else the first line of all."""
    head = [line for line in text[:100_000].splitlines()[:HEADER_WITHIN] if line.strip()]
    if head and head[0].lower().startswith("sep=") and head[0][4:5] in DELIMITERS:
        return head[0][4:5]
    counts = [
        {delimiter: len(next(csv.reader([line], delimiter=delimiter))) for delimiter in DELIMITERS} for line in head
    ]
    for count in [each for each in counts if max(each.values()) > 3] or counts[:1]:
        return max(count, key=count.__getitem__)
    return ","


def as_text(value: object) -> str:
    """What JSON has no form for: a date behind its mark; a time of day or a length of time as it is spoken."""
    if isinstance(value, datetime.date):
        return DATE_MARK + value.isoformat()
    return str(value)


def _lines(reader: str) -> Iterator[Line]:
    """The file's, by the reader that was asked for. A document comes piece by piece and is never held whole."""
    source = sys.stdin.buffer
    if reader == "document":
        documents = _beside("decode_document")
        pieces = iter(lambda: source.read(documents.PIECE), b"")
        try:
            yield from documents.document(pieces, sys.argv[2])
        except documents.Unsafe as refusal:
            raise Unreadable(refusal.rule, refusal.message, refusal.row) from refusal
        return
    if reader == "payloads":
        yield from _payloads(source.read(), sys.argv[2])
        return
    if reader == "parquet":
        yield from parquet(source.read())
        return
    yield from workbook(source.read()) if reader == "workbook" else delimited(source.read())


def _payloads(data: bytes, shapes: str) -> Iterator[Line]:
    """The rows of JSON payloads, by the reader of documents."""
    documents, payloads = _beside("decode_document"), _beside("decode_payloads")
    text, encoding = decoded(data)
    elements = documents.reader_of(shapes)
    try:
        for _ in payloads.tell(text, elements, json.loads(shapes)[0]):
            yield from elements.take(documents.ROWS_AT_ONCE)
    except (documents.Unsafe, payloads.Unsafe) as refusal:
        raise Unreadable(refusal.rule, refusal.message, refusal.row) from refusal
    yield from documents.finished(elements, encoding)


def _beside(name: str) -> ModuleType:
    """The module of that name in this folder, which an isolated interpreter does not look into by itself."""
    import importlib.util

    here = __file__[: -len("decode_child.py")]  # pathlib would take longer to import than a small file to read
    found = importlib.util.spec_from_file_location(name, f"{here}{name}.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    sys.modules[name] = module
    found.loader.exec_module(module)
    return module


def _together(lines: Iterator[Line]) -> Iterator[list[Sequence[Cell]] | dict[str, object]]:
    """Rows that follow each other, many to a line."""
    rows: list[Sequence[Cell]] = []
    text = 0
    for line in lines:
        if isinstance(line, dict):
            if rows:
                yield rows
            yield line
            rows, text = [], 0
            continue
        rows.append(line)
        text += sum(len(cell) for cell in line if isinstance(cell, str))
        if len(rows) == ROWS_IN_A_LINE or text > TEXT_IN_A_LINE:
            yield rows
            rows, text = [], 0
    if rows:
        yield rows


def main() -> None:
    limit_ourselves()
    encode = json.JSONEncoder(separators=(",", ":"), default=as_text).encode
    out = sys.stdout.buffer
    try:
        left = TOLD
        for line in _together(_lines(sys.argv[1])):
            told = encode(line).encode() + b"\n"
            left -= len(told)
            if left < 0:
                raise Unreadable("text_too_long", f"holds more than {TOLD // 1024**2} MB of text. Send it in parts.")
            out.write(told)
        out.write(b'{"end":true}\n')
    except Unreadable as refusal:
        out.write(encode({"rule": refusal.rule, "message": refusal.message, "row": refusal.row}).encode() + b"\n")
    except BaseException:  # a panic in the reader is no ordinary exception; whatever it was, the parent is told
        os._exit(3)
    out.flush()


if __name__ == "__main__":
    main()
