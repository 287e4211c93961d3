"""Writing cells: true dates, codes as the format writes them, and files that come out the same byte for byte."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from everychild.layouts.layout import Heading
from everychild.northbrook.annex_a_events import Row
from everychild.northbrook.dirt import AsTyped

EXCEL_DAY_NOUGHT = date(1899, 12, 30).toordinal()


def new_workbook(path: Path, extracted_on: date) -> Workbook:
    """A workbook that says it was made on the day of the extraction, and keeps one row in memory at a time."""
    workbook = Workbook(path, {"constant_memory": True, "strings_to_urls": False})
    made_at = datetime.combine(extracted_on, time(9))
    workbook.set_properties({"title": path.stem, "company": "Northbrook (invented)", "created": made_at})
    return workbook


class CellWriter:
    """Writes rows of record values under a layout's headings."""

    def __init__(self, workbook: Workbook) -> None:
        self.title = workbook.add_format({"bold": True, "font_size": 14})
        self.heading = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self._date = workbook.add_format({"num_format": "dd/mm/yyyy"})

    def rows(self, sheet: Worksheet, first: int, headings: Sequence[Heading], rows: Iterable[Row]) -> None:
        write = [written_by(heading) for heading in headings]
        parts = [heading.parts or 1 for heading in headings]
        titles = [heading.title for heading in headings]
        text, number, as_date = sheet.write_string, sheet.write_number, self._date
        for at, row in enumerate(rows, first):
            for column, title in enumerate(titles):
                value = row[title]
                if value is None:
                    continue
                if type(value) is date:
                    number(at, column, value.toordinal() - EXCEL_DAY_NOUGHT, as_date)
                elif type(value) is int:
                    number(at, column, value / parts[column])
                elif isinstance(value, AsTyped):
                    text(at, column, value.text)
                else:
                    text(at, column, write[column](value))


def written_by(heading: Heading) -> Callable[[object], str]:
    """How the heading writes a value, each answer looked up once."""
    answers: dict[object, str] = {}

    def write(value: object) -> str:
        if value not in answers:
            answers[value] = str(heading.write(value))
        return answers[value]

    return write
