"""Annex A as a workbook: a front sheet, the eleven lists as published, what was asked of them, and known gaps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from everychild import wording
from everychild.layouts.layout import Heading, SheetLayout


@dataclass(frozen=True)
class CheckRow:
    """One question of one list, as the sheet of checks tells it."""

    where: str
    asked: str
    rows: int
    at_fault: int
    found: str


_CHECK_HEADINGS = (("List", 12), ("What was asked", 56), ("Rows asked", 12), ("Rows at fault", 14), ("Found", 70))


def as_workbook(
    council: str,
    at: date,
    known_on: date,
    lists: Sequence[tuple[SheetLayout, Sequence[Mapping[str, Any]]]],
    checks: Iterable[CheckRow],
    notes: Iterable[tuple[str, str]],
) -> bytes:
    """The bytes of an .xlsx: text, dates and whole numbers alone, and no formula from any text.

    The same lists give the same bytes. Raises MissingPart where the report’s libraries are not there.
    """
    try:
        import xlsxwriter
    except ImportError:
        from everychild.errors import MissingPart

        raise MissingPart("Writing workbooks needs the report part: pip install everychild[report]") from None
    made = BytesIO()
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(made, settings) as book:
        from datetime import UTC, datetime, time

        book.set_properties({"created": datetime.combine(known_on, time(), tzinfo=UTC).replace(tzinfo=None)})
        day, bold = book.add_format({"num_format": "dd/mm/yyyy"}), book.add_format({"bold": True})
        front = book.add_worksheet("Front_Sheet")
        front.set_column(0, 1, 44)
        lines = (
            ("Inspection of local authority children’s services", "Annex A: child-level data"),
            ("Local authority", council),
            ("Position at", wording.day(at)),
            ("From data known on", wording.day(known_on)),
        )
        for place, (left, right) in enumerate(lines):
            front.write_string(place, 0, left)
            front.write_string(place, 1, right)
        for layout, rows in lists:
            sheet = book.add_worksheet(f"List {layout.number}")
            sheet.set_column(0, len(layout.headings) - 1, 18)
            sheet.write_string(0, 0, f"List {layout.number}: {layout.title}", bold)
            for column, heading in enumerate(layout.headings):
                sheet.write_string(1, column, heading.title, bold)
            for place, row in enumerate(rows, 2):
                for column, heading in enumerate(layout.headings):
                    _cell(sheet, place, column, heading, row.get(heading.title), day)
        _validation(book.add_worksheet("Validation"), checks, bold)
        told = book.add_worksheet("Before sending")
        told.set_column(0, 0, 24)
        told.set_column(1, 1, 110)
        for place, (where, what) in enumerate(notes):
            told.write_string(place, 0, where)
            told.write_string(place, 1, what)
    return made.getvalue()


def _validation(sheet: Any, checks: Iterable[CheckRow], bold: Any) -> None:  # Any: xlsxwriter's own
    for column, (title, width) in enumerate(_CHECK_HEADINGS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, title, bold)
    for place, row in enumerate(checks, 1):
        sheet.write_string(place, 0, row.where)
        sheet.write_string(place, 1, row.asked)
        sheet.write_number(place, 2, row.rows)
        sheet.write_number(place, 3, row.at_fault)
        sheet.write_string(place, 4, row.found)


def _cell(sheet: Any, place: int, column: int, heading: Heading, value: Any, day: Any) -> None:  # Any: xlsxwriter's own
    written = heading.write(value)
    if written == "":
        return
    if isinstance(written, date):
        sheet.write_datetime(place, column, written, day)
    elif isinstance(written, str):
        sheet.write_string(place, column, written)
    else:
        sheet.write_number(place, column, float(str(written)))
