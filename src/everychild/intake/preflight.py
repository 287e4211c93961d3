"""What a file is, by its own bytes and never by its name, and whether it is safe to hand to a reader."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from everychild.errors import FileRefused
from everychild.intake.packed_workbook import inspect_packed_workbook

MOST_BYTES = 128 * 1024**2

_PACKED = b"PK\x03\x04"
_PARQUET = b"PAR1"
_EMPTY_PACKED = b"PK\x05\x06"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = {
    b"%PDF": "a PDF",
    b"\x1f\x8b": "a gzip archive",
    b"7z\xbc\xaf": "a 7-Zip archive",
    b"Rar!": "a RAR archive",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"SQLite format 3": "a database",
    b"{\\rtf": "a Rich Text document",
}
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_WEB_PAGE = ("<html", "<!doctype", "<table", "mime-version:")
_PAYLOADS = re.compile(r'[\[{\s]*\{\s*(?:"|\})')
"""An object or an array of objects; a heading in brackets, as some databases write them, is neither."""

_DOCUMENT = re.compile(r"<(?:\?xml\b|!--|[A-Za-z_][\w.\-:]*[\s/>])")


class Reader(StrEnum):
    """Which of the child's readers takes the file."""

    WORKBOOK = "workbook"
    TEXT = "text"
    DOCUMENT = "document"
    PAYLOADS = "payloads"
    PARQUET = "parquet"


@dataclass(frozen=True)
class Contents:
    """What the bytes are, and the endings a file of them should have."""

    reader: Reader
    kind: str
    endings: tuple[str, ...]
    formulas_without_result: int = 0


XLSX = Contents(Reader.WORKBOOK, "an Excel workbook", (".xlsx",))
XLS = Contents(Reader.WORKBOOK, "an Excel 97 to 2003 workbook", (".xls",))
XML = Contents(Reader.DOCUMENT, "an XML document", (".xml",))
JSON = Contents(Reader.PAYLOADS, "JSON", (".json", ".jsonl", ".ndjson", ".txt"))
PARQUET = Contents(Reader.PARQUET, "a Parquet file", (".parquet", ".pq"))
CSV = Contents(Reader.TEXT, "text", (".csv", ".tsv", ".txt"))


def inspect(name: str, data: bytes) -> Contents:
    """What the file is; or a FileRefused that says why nobody should open it."""
    if not data:
        raise FileRefused(f"{name} is empty: it holds no bytes at all.", rule="empty_file", file=name)
    if len(data) > MOST_BYTES:
        size = f"{len(data) // 1024**2} MB"
        message = f"{name} is {size}; the most we open is {MOST_BYTES // 1024**2} MB. Send it in parts."
        raise FileRefused(message, rule="too_large", file=name)
    if data.startswith(_PACKED):
        return replace(XLSX, formulas_without_result=inspect_packed_workbook(name, data))
    if data.startswith(_COMPOUND):
        _inspect_compound(name, data)
        return XLS
    if data.startswith(_PARQUET):
        return PARQUET
    _inspect_text(name, data)
    begins = _beginning(data)
    if _PAYLOADS.match(begins):
        return JSON
    return XML if _DOCUMENT.match(begins) else CSV


def _beginning(data: bytes) -> str:
    """The first characters, however they are encoded."""
    encoding = "utf-16" if data.startswith(_UTF_16) else "utf-8-sig"
    return data[:1024].decode(encoding, "replace").lstrip("\ufeff \t\r\n")


def _inspect_compound(name: str, data: bytes) -> None:
    """The old container of Office files, which is also the envelope of a workbook with a password."""
    if _holds(data, "EncryptedPackage"):
        message = f"{name} is protected by a password. Save it without one and send it again."
        raise FileRefused(message, rule="password", file=name)
    if _holds(data, "_VBA_PROJECT"):
        message = f"{name} holds macros, which are programs. Save it as an ordinary workbook (.xlsx)."
        raise FileRefused(message, rule="macros", file=name)
    if not _holds(data, "Workbook") and not _holds(data, "Book"):
        message = f"{name} is an old Office file, but not a workbook. Send an .xlsx or a CSV file."
        raise FileRefused(message, rule="not_a_workbook", file=name)


def _holds(data: bytes, entry: str) -> bool:
    return entry.encode("utf-16-le") in data


def _inspect_text(name: str, data: bytes) -> None:
    """Anything else must be text: other known formats, and files that only pretend, are named as what they are."""
    others = {_EMPTY_PACKED: "an empty archive", **_OTHERS}
    found = next((what for start, what in others.items() if data.startswith(start)), None)
    if _beginning(data).lower().startswith(_WEB_PAGE):
        found = "a web page, whatever its name says"
    if found is not None:
        message = f"{name} is {found}. Open it in Excel, save it as an .xlsx workbook or as CSV, and send that."
        raise FileRefused(message, rule="not_a_table", file=name)
    if b"\x00" in data and not data.startswith(_UTF_16):
        message = f"{name} holds NUL bytes, so it is not a text file we can trust. Save it as “CSV UTF-8”."
        raise FileRefused(message, rule="nul_bytes", file=name)
