"""Ways in which a good Annex A workbook goes wrong on its way to us, each with what must come of it."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from everychild.intake.packed_workbook import MOST_UNPACKED
from tests.intake.invented_files import write_workbook
from tests.intake.old_workbook import write_old_workbook

Book = dict[str, list[list[Any]]]
Write = Callable[[Book, Path], Path]


@dataclass(frozen=True)
class Variant:
    """A broken workbook. It is refused by a rule, or read with a fault of that code and so many more data rows."""

    name: str
    write: Write
    refused: str | None = None
    told: str | None = None
    more_rows: int = 0
    set_aside: int = 0


def column(rows: list[list[Any]], title: str) -> int:
    return rows[0].index(title)


def each_cell(book: Book, sheet: str, title: str, change: Callable[[Any], Any]) -> None:
    at = column(book[sheet], title)
    for row in book[sheet][1:]:
        row[at] = change(row[at])


def changed(change: Callable[[Book], Any], **options: Any) -> Write:
    def write(book: Book, path: Path) -> Path:
        change(book)
        return write_workbook(path, book, **options)

    return write


def bytes_changed(change: Callable[[bytes], bytes]) -> Write:
    def write(book: Book, path: Path) -> Path:
        write_workbook(path, book)
        path.write_bytes(change(path.read_bytes()))
        return path

    return write


def part_changed(part: str, change: Callable[[bytes], bytes]) -> Write:
    def write(book: Book, path: Path) -> Path:
        write_workbook(path, book)
        with zipfile.ZipFile(path) as packed:
            parts = {name: packed.read(name) for name in packed.namelist()}
        parts[part] = change(parts.get(part, b""))
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
            for name, content in parts.items():
                packed.writestr(name, content)
        return path

    return write


def swap(sheet: str, one: str, other: str) -> Callable[[Book], None]:
    """The contents of two columns changed over, their headings left."""

    def change(book: Book) -> None:
        a, b = column(book[sheet], one), column(book[sheet], other)
        for row in book[sheet][1:]:
            row[a], row[b] = row[b], row[a]

    return change


def rename(sheet: str, old: str, new: str) -> Callable[[Book], None]:
    return lambda book: book[sheet][0].__setitem__(column(book[sheet], old), new)


def drop(sheet: str, title: str) -> Callable[[Book], None]:
    def change(book: Book) -> None:
        at = column(book[sheet], title)
        for row in book[sheet]:
            del row[at]

    return change


def heading_twice(title: str, *, alike: bool) -> Callable[[Book], None]:
    def change(book: Book) -> None:
        at = column(book["List 1"], title)
        for number, row in enumerate(book["List 1"]):
            row.append(row[at] if alike or number == 0 else f"{number}")

    return change


def as_text(style: str) -> Callable[[Any], Any]:
    return lambda cell: cell.strftime(style) if isinstance(cell, date) else cell


def on_the_21st(book: Book) -> None:
    """Month first can only be seen from a day after the 12th."""
    each_cell(book, "List 1", "Date of Contact", lambda cell: cell.replace(day=21).strftime("%m/%d/%Y"))


def csv_of_list_1(book: Book, path: Path) -> Path:
    path.write_text("".join(",".join(str(cell) for cell in row) + "\n" for row in book["List 1"]))
    return path


def old_container(book: Book, path: Path) -> Path:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"))
    return path


def old_workbook_of_list_1(book: Book, path: Path) -> Path:
    return write_old_workbook(path, "List 1", book["List 1"])


def noise(data: bytes) -> bytes:
    return random.Random(1).randbytes(len(data))


CONTACT_DATE, CONTACT_SHEET = "Date of Contact", "xl/worksheets/sheet1.xml"
FAR = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet'
TOTAL = ["Total", "", "", "", "", "", 4]

VARIANTS = [
    Variant("as it was", changed(lambda book: None)),
    Variant("optional column renamed", changed(rename("List 1", "Contact Source", "Who rang")), told="unknown_column"),
    Variant("required column renamed", changed(rename("List 1", CONTACT_DATE, "When")), "missing_required_column"),
    Variant("likely name", changed(rename("List 1", CONTACT_DATE, "Contact Received Date")), told="likely_heading"),
    Variant("optional column missing", changed(drop("List 1", "Ethnicity")), told="missing_column"),
    Variant("required column missing", changed(drop("List 7", "Child Unique ID")), "missing_required_column"),
    Variant("two dates swapped", changed(swap("List 1", "Date of Birth", CONTACT_DATE)), "columns_swapped"),
    Variant("identifier and code swapped", changed(swap("List 1", "Child Unique ID", "Gender")), "mostly_unreadable"),
    Variant("two codes swapped", changed(swap("List 1", "Gender", "Ethnicity")), told="unknown_code"),
    Variant("required dates as notes", changed(lambda b: each_cell(b, "List 1", CONTACT_DATE, lambda _: "soon")), "mostly_unreadable"),
    Variant("dates as ISO text", changed(lambda b: each_cell(b, "List 1", CONTACT_DATE, as_text("%Y-%m-%d")))),
    Variant("dates as British text", changed(lambda b: each_cell(b, "List 1", CONTACT_DATE, as_text("%d.%m.%y")))),
    Variant("dates month first", changed(on_the_21st), "mostly_unreadable"),
    Variant("one date is a note", changed(lambda b: b["List 1"][1].__setitem__(5, "May be 8 Jan")), told="not_a_date", set_aside=1),
    Variant("dates of birth as notes", changed(lambda b: each_cell(b, "List 1", "Date of Birth", lambda _: "?!")), told="not_a_date"),
    Variant("text for an identifier", changed(lambda b: b["List 1"][1].__setitem__(0, "not known")), told="not_an_identifier", set_aside=1),
    Variant("no identifier", changed(lambda b: b["List 1"][1].__setitem__(0, "")), told="empty_cell", set_aside=1),
    Variant("cut short", bytes_changed(lambda data: data[: len(data) // 2]), "damaged"),
    Variant("noise", bytes_changed(lambda data: b"PK\x03\x04" + noise(data)), "damaged"),
    Variant("sparse bomb", part_changed(CONTACT_SHEET, lambda xml: xml.replace(b"</sheetData>", FAR)), "far_cell"),
    Variant("zip bomb", part_changed("xl/a.xml", lambda _: b" " * (MOST_UNPACKED + 1)), "unpacks_too_large"),
    Variant("billion laughs", part_changed(CONTACT_SHEET, lambda xml: xml.replace(b"<worksheet", LAUGHS, 1)), "entities"),
    Variant("document type", part_changed("xl/workbook.xml", lambda xml: xml.replace(b"<workbook", b"<!DOCTYPE x><workbook", 1)), "entities"),
    Variant("password", old_container, "password"),
    Variant("macro", part_changed("xl/vbaProject.bin", lambda _: b"Sub"), "macros"),
    Variant("NUL bytes", part_changed(CONTACT_SHEET, lambda xml: xml.replace(b"<sheetData>", b"\x00<sheetData>")), "nul_bytes"),
    Variant("empty sheet", changed(lambda book: book["List 1"].clear()), more_rows=-1),
    Variant("headings and no rows", changed(lambda book: book["List 1"].__delitem__(slice(1, None))), told="no_rows", more_rows=-1),
    Variant("empty workbook", changed(lambda book: [rows.clear() for rows in book.values()]), "empty_file"),
    Variant("a heading twice, alike", changed(heading_twice(CONTACT_DATE, alike=True)), told="repeated_heading"),
    Variant("a required heading twice, unlike", changed(heading_twice(CONTACT_DATE, alike=False)), "repeated_heading"),
    Variant("an optional heading twice, unlike", changed(heading_twice("Gender", alike=False)), told="repeated_heading"),
    Variant("CSV called xlsx", csv_of_list_1, told="other_kind_of_file", more_rows=-2),
    Variant("xls called xlsx", old_workbook_of_list_1, told="other_kind_of_file", more_rows=-2),
    Variant("a list twice", changed(lambda book: book.update({"List 1 (2)": book["List 1"]})), "list_twice"),
    Variant("an extra column", changed(lambda book: [row.append("x") for row in book["List 1"]]), told="unknown_column"),
    Variant("a title above", changed(lambda book: book["List 1"].insert(0, ["Contacts since October"]))),
    Variant("totals below", changed(lambda book: book["List 1"].extend([[], TOTAL, ["Filters applied: none"]]))),
    Variant("a row twice", changed(lambda book: book["List 1"].append(book["List 1"][1])), told="duplicate_row", more_rows=1, set_aside=1),
    Variant("blank rows within", changed(lambda book: book["List 1"].insert(2, []))),
    Variant("hidden list", changed(lambda book: None, hidden=["List 7"]), told="hidden_sheet"),
    Variant("list missing", changed(lambda book: book.pop("List 1")), more_rows=-1),
    Variant("a date to come", changed(lambda b: b["List 1"][1].__setitem__(5, date(2099, 1, 1))), told="future_date", set_aside=1),
]  # fmt: skip
"""`more_rows=-1` is without list 1, -2 is list 1 alone."""
