"""Reads one XML document as tables of elements, a unit at a time, inside the child process that `decode_child` is.

Loaded by path and in isolation like it, so that it imports only the standard library and the XML parser. Nothing of the
document is kept beyond the unit being read. A declared document type, and with it every entity, is refused unseen.

The shape it is read by comes from the layouts, as JSON: the element that is the unit, and for each table the path of
its rows and of each column.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

Line = list[str] | dict[str, object]

PIECE = 64 * 1024
ROWS_AT_ONCE = 1_000
"""Rows of a table waiting for each other, so that not every row must say which table it is of."""

DEPTH = 64
ATTRIBUTES = 100
TEXT = 32_000
ROWS = 500_000
INSIDE = 20_000
"""Elements in one that is no list of children; beside children a document has a handful."""

PATHS = 200
"""Different places told of where nothing was read: a document of as many more is none of ours."""

_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


class Unsafe(Exception):
    """Why the document is refused: a rule’s name, and the sentence for the person who sent it."""

    def __init__(self, rule: str, message: str, row: int | None = None) -> None:
        super().__init__(message)
        self.rule = rule
        self.message = message
        self.row = row


class Element:
    """An element being read. `at` is its path from the root, without namespaces. There are a million in a return."""

    __slots__ = ("above", "at", "inside", "size", "text")

    def __init__(self, at: str, above: Element | None) -> None:
        self.at = at
        self.above = above
        self.text: list[str] = []
        self.size = 0
        self.inside: list[Element] = []

    def value(self) -> str:
        return " ".join("".join(self.text).split()) if self.text else ""


@dataclass(frozen=True)
class Column:
    """One column: the path of its value, and how to tell a row’s own, by the element that row and value are both in."""

    path: str
    above_row: int
    """How many elements that one is above the row."""
    above_value: int
    """And above the value."""


@dataclass(frozen=True)
class Table:
    """One table of the shape, as the layouts tell it."""

    name: str
    path: str
    columns: tuple[Column, ...]


def document(pieces: Iterable[bytes], shapes: str) -> Iterator[Line]:
    """The rows of each table in the order of the document; then what was in the header, and what was not read."""
    from lxml import etree

    decoder = _Decoder()
    reader = reader_of(shapes)
    parser = etree.XMLParser(
        target=reader,
        encoding="utf-8",  # whatever the document declares: it is decoded before the parser sees it
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
    )
    try:
        for piece in pieces:
            parser.feed(decoder.decode(piece))
            yield from reader.take(ROWS_AT_ONCE)
        parser.feed(decoder.decode(b"", final=True))
        parser.close()
    except etree.XMLSyntaxError as error:
        line = error.lineno or None
        message = f"is not whole XML: it is cut short or broken at line {line}. Export it again."
        raise Unsafe("damaged", message, line) from error
    yield from finished(reader, decoder.used)


def reader_of(shapes: str) -> Reader:
    """What takes the elements of any of these documents."""
    known: dict[str, list[Any]] = {}  # Any: a shape, as JSON
    for shape in json.loads(shapes):
        known.setdefault(shape["unit"].partition("/")[0], []).append(shape)
    return Reader(known)


def finished(reader: Reader, encoding: str) -> Iterator[Line]:
    """The last of the rows, and what is told when everything has been."""
    yield from reader.take(0)
    yield {"document": reader.shape["name"], "header": reader.header, "encoding": encoding}
    yield {"unread": reader.unread, "stray": reader.stray, "units": reader.units}


class _Decoder:
    """Bytes to the parser’s UTF-8: by the first bytes, else UTF-8, and what is not, as Windows writes it."""

    def __init__(self) -> None:
        self.used = ""
        self._decoder: codecs.IncrementalDecoder | None = None
        codecs.register_error("as_windows", self._as_windows)

    def decode(self, piece: bytes, *, final: bool = False) -> bytes:
        if self._decoder is None:
            self.used = next((name for mark, name in _MARKS.items() if piece.startswith(mark)), "utf-8")
            errors = "strict" if self.used == "utf-16" else "as_windows"
            self._decoder = codecs.getincrementaldecoder(self.used)(errors)
        try:
            return self._decoder.decode(piece, final).encode()
        except UnicodeError as error:
            raise Unsafe("encoding", "is not text we can read. Save it as UTF-8 and send it again.") from error

    def _as_windows(self, error: UnicodeError) -> tuple[str, int]:
        assert isinstance(error, UnicodeDecodeError)
        self.used = "cp1252"
        return error.object[error.start : error.end].decode("cp1252"), error.end


class Reader:
    """What the parser tells us, element by element; the parser’s names for it."""

    def __init__(self, known: dict[str, list[Any]]) -> None:  # Any: a shape, as JSON
        self.known = known
        self._others: list[Any] = []
        self.shape: dict[str, Any] = {}  # Any: the same
        self.header: dict[str, str] = {}
        self.unread: dict[str, int] = {}
        self.stray: dict[str, int] = {}
        self.units = 0
        self._tables: list[Table] = []
        self._read: set[str] = set()
        self._blocks: set[str] = set()
        self._waiting: dict[str, list[list[str]]] = {}
        self._counts: dict[str, int] = {}
        self._here: Element | None = None
        self._depth = 0

    def doctype(self, *_: object) -> None:
        raise Unsafe("entities", "declares a document type, which no return needs and attacks are made of.")

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEPTH or len(attributes) > ATTRIBUTES:
            raise Unsafe("too_deep", "is nested deeper, or has more attributes, than any return. It was not read.")
        name = tag.rpartition("}")[2]
        above = self._here
        if above is None:
            self._begin(name)
        at = name if above is None else f"{above.at}/{name}"
        if self._others:
            self._told_apart(at)
        self._here = Element(at, above)
        if above is not None:
            above.inside.append(self._here)
            if len(above.inside) > INSIDE:
                raise Unsafe("not_a_table", "holds more in one element than any return does. It was not read.")

    def data(self, text: str) -> None:
        here = self._here
        if here is None:
            return
        here.size += len(text)
        if here.size > TEXT:
            raise Unsafe("text_too_long", f"holds more than {TEXT:,} characters in one element. It was not read.")
        here.text.append(text)

    def end(self, _: str) -> None:
        done = self._here
        assert done is not None
        self._depth -= 1
        self._here = done.above
        if done.at == self.shape["unit"]:
            self.units += 1
            self._flatten(done)
            if done.above is not None:
                done.above.inside.pop()
        if done.above is None:
            self._finish(done)

    def close(self) -> None:
        """Asked for by the parser; everything has been taken already."""

    def take(self, at_least: int) -> Iterator[Line]:
        """The rows that have gathered."""
        for name, rows in self._waiting.items():
            if len(rows) > at_least:
                yield {"more": name}
                yield from rows
                rows.clear()

    def _begin(self, root: str) -> None:
        if root not in self.known:
            message = (
                "is XML, but not a return we know. Send the children in need census, the children looked after "
                "return, the social work workforce census or the special educational needs survey, or the table itself "
                "as an .xlsx workbook or as CSV."
            )
            raise Unsafe("not_a_table", message)
        self._others = self.known[root][1:]
        self._read_by(self.known[root][0])

    def _told_apart(self, at: str) -> None:
        """Several documents have one root: the first element that only one of them has says which it is."""
        found = next((shape for shape in (self.shape, *self._others) if shape["told_by"] == at), None)
        if found is None:
            return
        self._others = []
        if found is not self.shape:
            self._read_by(found)

    def _read_by(self, shape: dict[str, Any]) -> None:  # Any: a shape, as JSON
        self.shape = shape
        self._tables = [_table(table, shape["unit"]) for table in shape["tables"]]
        self._waiting = {table.name: [] for table in self._tables}
        self._counts = dict.fromkeys(self._waiting, 0)
        self._read = {column.path for table in self._tables for column in table.columns}
        self._read.update(self.shape["header"].values())
        self._blocks = {path.rpartition("/")[0] for path in self._read} | {table.path for table in self._tables}
        self._blocks |= {above for path in list(self._blocks) for above in _paths_above(path)}

    def _flatten(self, unit: Element) -> None:
        every = _all_inside(unit)
        by_path: dict[str, list[Element]] = {}
        for one in every:
            by_path.setdefault(one.at, []).append(one)
        for table in self._tables:
            for row in by_path.get(table.path, ()):
                self._add(table, [_found(row, column, by_path.get(column.path)) for column in table.columns])
        self._notice(every)

    def _add(self, table: Table, cells: list[str]) -> None:
        self._counts[table.name] += 1
        if self._counts[table.name] > ROWS:
            raise Unsafe("too_many_rows", f"has more than {ROWS:,} elements of one kind. Send it in parts.")
        self._waiting[table.name].append(cells)

    def _finish(self, root: Element) -> None:
        every = _all_inside(root)
        is_told = root.at == self.shape["unit"]
        for name, path in self.shape["header"].items():
            told = dict.fromkeys(one.value() for one in every if one.at == path)
            if told:
                self.header[name] = _one_of(told)
        if not is_told:
            self._notice(every)

    def _notice(self, every: list[Element]) -> None:
        """What stands where no column is looked for, by its place and never by what it says."""
        for one in every:
            if one.at in self._read and not one.inside:
                continue
            if one.value():
                where = self.stray if one.at in self._blocks or one.inside else self.unread
                if one.at not in where and len(where) >= PATHS:
                    raise Unsafe("not_a_table", "holds hundreds of elements that no return has. It was not read.")
                where[one.at] = where.get(one.at, 0) + 1


def _table(told: dict[str, Any], unit: str) -> Table:  # Any: a shape, as JSON
    return Table(
        told["name"], told["path"], tuple(_column(told["path"], path, unit) for path in told["columns"].values())
    )


def _column(row: str, path: str, unit: str) -> Column:
    """A value stands in the row, or under whichever element above the row its path goes through."""
    assert path.startswith(f"{unit}/"), "a column stands outside the unit"
    top = row
    while not (path == top or path.startswith(f"{top}/")):
        top = top.rpartition("/")[0]
    return Column(path, row.count("/") - top.count("/"), path.count("/") - top.count("/"))


def _all_inside(top: Element) -> list[Element]:
    """In the order of the document."""
    every = [top]
    for one in top.inside:
        if one.inside:
            every += _all_inside(one)
        else:
            every.append(one)
    return every


def _paths_above(path: str) -> Iterator[str]:
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def _found(row: Element, column: Column, told: list[Element] | None) -> str:
    """The row’s own of the values the unit tells at that path. Of several, all that was told: see `_one_of`."""
    if told is None:
        return ""
    shared = row
    for _ in range(column.above_row):
        assert shared.above is not None
        shared = shared.above
    values = [value for one in told if _above(one, column.above_value) is shared and (value := one.value())]
    return values[0] if len(values) == 1 else _one_of(dict.fromkeys(values))


def _above(one: Element, times: int) -> Element | None:
    found: Element | None = one
    for _ in range(times):
        assert found is not None
        found = found.above
    return found


def _one_of(told: Iterable[str]) -> str:
    """The value; of values that differ, all of them behind a word that no column can mistake for a value."""
    different = list(told)
    return "twice: " + " | ".join(different) if len(different) > 1 else "".join(different)
