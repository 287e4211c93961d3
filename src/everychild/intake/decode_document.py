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
from dataclasses import dataclass, field
from typing import Any

Line = list[str] | dict[str, object]

PIECE = 64 * 1024
ROWS_AT_ONCE = 1_000
"""Rows of a table waiting for each other, so that not every row must say which table it is of."""

DEPTH = 64
ATTRIBUTES = 100
TEXT = 32_000
ROWS = 500_000
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


@dataclass(slots=True)
class Element:
    """An element being read. `at` is its path from the root, without namespaces."""

    name: str
    at: str
    above: Element | None
    text: list[str] = field(default_factory=list)
    size: int = 0
    inside: list[Element] = field(default_factory=list)

    def value(self) -> str:
        return " ".join("".join(self.text).split()) if self.text else ""


@dataclass(frozen=True)
class Table:
    """One table of the shape, as the layouts tell it."""

    name: str
    path: str
    columns: dict[str, str]


def document(pieces: Iterable[bytes], shapes: str) -> Iterator[Line]:
    """The rows of each table in the order of the document; then what was in the header, and what was not read."""
    from lxml import etree

    known = {shape["unit"].partition("/")[0]: shape for shape in json.loads(shapes)}
    decoder = _Decoder()
    reader = _Reader(known)
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
    yield from reader.take(0)
    yield {"document": reader.shape["name"], "header": reader.header, "encoding": decoder.used}
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


class _Reader:
    """What the parser tells us, element by element; the parser’s names for it."""

    def __init__(self, known: dict[str, Any]) -> None:  # Any: a shape, as JSON
        self.known = known
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
        self._here = Element(name, at, above)
        if above is not None:
            above.inside.append(self._here)

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
            assert done.above is not None
            done.above.inside.pop()
        elif done.above is None:
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
                "is XML, but not a return we know. Send the children in need census or the children looked after "
                "return, or the table itself as an .xlsx workbook or as CSV."
            )
            raise Unsafe("not_a_table", message)
        self.shape = self.known[root]
        self._tables = [Table(**table) for table in self.shape["tables"]]
        self._waiting = {table.name: [] for table in self._tables}
        self._counts = dict.fromkeys(self._waiting, 0)
        self._read = {path for table in self._tables for path in table.columns.values()}
        self._read.update(self.shape["header"].values())
        self._blocks = {path.rpartition("/")[0] for path in self._read} | {table.path for table in self._tables}
        self._blocks |= {above for path in list(self._blocks) for above in _paths_above(path)}

    def _flatten(self, unit: Element) -> None:
        every = list(_all_inside(unit))
        by_path: dict[str, list[Element]] = {}
        for one in every:
            by_path.setdefault(one.at, []).append(one)
        for table in self._tables:
            for row in by_path.get(table.path, ()):
                self._add(table, [_found(row, path) for path in table.columns.values()])
        self._notice(every)

    def _add(self, table: Table, cells: list[str]) -> None:
        self._counts[table.name] += 1
        if self._counts[table.name] > ROWS:
            raise Unsafe("too_many_rows", f"has more than {ROWS:,} elements of one kind. Send it in parts.")
        self._waiting[table.name].append(cells)

    def _finish(self, root: Element) -> None:
        every = list(_all_inside(root))
        for name, path in self.shape["header"].items():
            told = dict.fromkeys(one.value() for one in every if one.at == path)
            if told:
                self.header[name] = _one_of(told)
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


def _all_inside(top: Element) -> Iterator[Element]:
    yield top
    for one in top.inside:
        yield from _all_inside(one)


def _paths_above(path: str) -> Iterator[str]:
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def _found(row: Element, path: str) -> str:
    """The value at a path: in the row, or under whichever element above the row the path goes through.

    Of several, all that was told: see `_one_of`.
    """
    above, _, name = path.rpartition("/")
    if above == row.at:  # most columns, and much the quickest way to them
        return _one_of(dict.fromkeys(filter(None, (one.value() for one in row.inside if one.name == name))))
    top: Element = row
    while not (path == top.at or path.startswith(f"{top.at}/")):
        assert top.above is not None, "a column stands outside the unit"
        top = top.above
    return _one_of(dict.fromkeys(filter(None, (one.value() for one in _at(top, path)))))


def _one_of(told: Iterable[str]) -> str:
    """The value; of values that differ, all of them behind a word that no column can mistake for a value."""
    different = list(told)
    return "twice: " + " | ".join(different) if len(different) > 1 else "".join(different)


def _at(top: Element, path: str) -> Iterator[Element]:
    if top.at == path:
        yield top
        return
    for one in top.inside:
        if path == one.at or path.startswith(f"{one.at}/"):
            yield from _at(one, path)
