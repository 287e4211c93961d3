"""A workbook for people and for machines: a title, one real table a sheet, nothing merged, nothing that can run.

Numbers are written as numbers, as many decimals as the paper shows; text is text, whatever it begins with.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, time
from io import BytesIO
from math import ceil
from typing import Any

from everychild.report.document import Column, Paper
from everychild.report.parts import part
from everychild.wording import MINUS

FONT = {"font_name": "Arial", "font_size": 12, "valign": "top"}
RIGHT = {"align": "right", "indent": 1}
NUMBER = re.compile(rf"({MINUS}?)([\d,]+)(?:\.(\d+))?(%?)")
A3 = 8
"""A sheet is wide: on A3 its print can still be read."""

LINE = 16
"""A line's height in points: not every program works out a row's height for itself."""

TABLE_TOP = 2
"""The row of a table's headings: under the title and a line left free."""

Worksheet = Any  # xlsxwriter is optional, so its types are not known here


class Workbook:
    """A workbook being written, sheet by sheet."""

    def __init__(self, paper: Paper) -> None:
        self._held = BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self._book = part("xlsxwriter").Workbook(self._held, {**options, "strings_to_numbers": False})
        written = datetime.combine(paper.written_on, time())
        self._book.set_properties(
            {"title": paper.title, "author": paper.council, "subject": paper.footer, "created": written}
        )
        self._book.formats[0].set_font_name(FONT["font_name"])
        self._book.formats[0].set_font_size(FONT["font_size"])
        self._title = self._book.add_format({**FONT, "bold": True, "font_size": 16, "font_color": "#0C2E4C"})
        self._words = self._book.add_format({**FONT, "text_wrap": True})
        self._heading = self._book.add_format({**FONT, "text_wrap": True, "bold": True, "bottom": 2})
        self._number_heading = self._book.add_format({**FONT, **RIGHT, "text_wrap": True, "bold": True, "bottom": 2})
        self._right = self._book.add_format({**FONT, **RIGHT})
        self._link = self._book.add_format({**FONT, "font_color": "#12436D", "underline": 1})
        self._tables = 0

    def lines(self, name: str, title: str, lines: Sequence[str]) -> None:
        """A sheet of a title and lines of words."""
        sheet = self._sheet(name, title)
        sheet.set_column(0, 0, 100)
        for row, text in enumerate(lines, TABLE_TOP):
            sheet.write_string(row, 0, text, self._words)

    def contents(self, name: str, sheets: Sequence[tuple[str, str]]) -> None:
        """A sheet that lists the others, each with a link to it."""
        sheet = self._sheet(name, name)
        sheet.set_column(0, 0, 36)
        sheet.set_column(1, 1, 80)
        for row, (other, about) in enumerate(sheets, TABLE_TOP):
            sheet.write_url(row, 0, f"internal:'{other}'!A1", self._link, other)
            sheet.write_string(row, 1, about, self._words)

    def table(self, name: str, title: str, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
        """A sheet with one table that a program finds by name and a person can sort."""
        sheet = self._sheet(name, title)
        self._tables += 1
        headings = [(column.title, self._number_heading if column.is_number else self._heading) for column in columns]
        sheet.add_table(
            TABLE_TOP,
            0,
            TABLE_TOP + max(1, len(rows)),
            len(columns) - 1,
            {
                "name": f"Table{self._tables}_{re.sub(r'\W+', '_', name)}",
                "style": "Table Style Light 1",
                "columns": [{"header": title, "header_format": written} for title, written in headings],
            },
        )
        sheet.set_row(TABLE_TOP, 2 * LINE)
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width)
            for row, cells in enumerate(rows, TABLE_TOP + 1):
                self._write(sheet, row, place, cells[place], column)
        for row, cells in enumerate(rows, TABLE_TOP + 1):
            sheet.set_row(row, LINE * max(_lines(text, column) for text, column in zip(cells, columns, strict=True)))
        sheet.freeze_panes(TABLE_TOP + 1, 0)
        sheet.repeat_rows(TABLE_TOP)

    def as_bytes(self) -> bytes:
        """The finished file."""
        self._book.close()
        return self._held.getvalue()

    def _sheet(self, name: str, title: str) -> Worksheet:
        sheet = self._book.add_worksheet(name)
        sheet.write_string(0, 0, title, self._title)
        sheet.set_landscape()
        sheet.set_paper(A3)
        sheet.fit_to_pages(1, 0)
        sheet.hide_gridlines(2)
        return sheet

    def _write(self, sheet: Worksheet, row: int, place: int, text: str, column: Column) -> None:
        found = NUMBER.fullmatch(text) if column.is_number else None
        if found is None:
            sheet.write_string(row, place, text, self._right if column.is_number else self._words)
            return
        sign, whole, decimals, percent = found.groups()
        number = float(f"{'-' if sign else ''}{whole.replace(',', '')}.{decimals or 0}")
        pattern = "#,##0" + (f".{'0' * len(decimals)}" if decimals else "") + percent
        written = self._book.add_format({**FONT, **RIGHT, "num_format": pattern})
        sheet.write_number(row, place, number / 100 if percent else number, written)


def _lines(text: str, column: Column) -> int:
    """How many lines a cell's words take, a letter being about as wide as a column's unit at this size."""
    return max(1, ceil(len(text) * 1.15 / column.width))
