"""Invented files to read: workbooks and text files of a few rows, and what to look at in what was read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from everychild.intake import read_files
from everychild.intake.reading import FileRead, Rows
from everychild.layouts.annex_a import LISTS

RECEIVED = date(2019, 5, 3)

Sheets = Mapping[str, Sequence[Sequence[Any]]]


def write_workbook(path: Path, sheets: Sheets, *, hidden: Sequence[str] = ()) -> Path:
    """A workbook whose dates are Excel's own dates and whose numbers are numbers."""
    with xlsxwriter.Workbook(path) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for row, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    _write(sheet, row, column, cell, day, moment)
            if name in hidden:
                sheet.hide()
    return path


def _write(sheet: Any, row: int, column: int, cell: Any, day: Any, moment: Any) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, bool):
        sheet.write_boolean(row, column, cell)
    elif isinstance(cell, (int, float)):
        sheet.write_number(row, column, cell)
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, cell, moment if isinstance(cell, datetime) else day)
    else:
        sheet.write_string(row, column, cell)


CONTACTS = [
    ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age", "Date of Contact", "Contact Source"],
    ["00101", "a) Male", "a) WBRI", date(2010, 6, 1), 8, date(2019, 4, 1), "q) 6: Police"],
    ["00102", "b) Female", "s) NOBT", date(2012, 2, 29), 7, date(2019, 4, 2), "e) 2A: Schools"],
    ["00103", "b) Female", "j) AIND", date(2015, 9, 30), 3, date(2019, 4, 3), "a) 1A: Individual"],
    ["00104", "a) Male", "a) WBRI", date(2004, 1, 5), 15, date(2019, 4, 30), "g) 3A: Health services"],
]

PLANS: list[list[Any]] = [[heading.title for heading in LISTS[6].headings]]
for row in (
    "00103, b) Female, j) AIND, 2015-09-30, 3, b) No, 2019-01-14, a) Neglect, a) Neglect, 2019-04-24, a) Yes, "
    "2019-04-10, , b) No, 0, Northeast, Ann Reed",
    "00104, a) Male, a) WBRI, 2004-01-05, 15, a) Yes, 2018-11-05, d) Emotional abuse, a) Neglect, 2019-03-01, b) No, "
    ", 2019-04-26, b) No, 1, Northeast, Ben Okoro",
    "00105, b) Female, a) WBRI, 2008-12-01, 10, b) No, 2019-03-04, b) Physical abuse, b) Physical abuse, , , "
    ", , b) No, 0, Southwest, Ann Reed",
):
    cells = [cell.strip() for cell in row.split(",")]
    PLANS.append([date.fromisoformat(cell) if cell[:2] in ("19", "20") and len(cell) == 10 else cell for cell in cells])

VISITS = [
    ["person_id", "visit_id", "visit_at", "recorded_at", "visit_kind", "child_seen", "seen_alone", "team", "worker_id"],
    ["00103", "V1", "08/04/2019", "09/04/2019", "cp", "Y", "Y", "Northeast", "Ann Reed"],
    ["00103", "V2", "24/04/2019", "30/04/2019", "cp", "Y", "refused", "Northeast", "Ann Reed"],
    ["00104", "V3", "01/03/2019", "", "cp", "N", "", "Northeast", "SW1042"],
]


def as_csv(rows: Sequence[Sequence[Any]], delimiter: str = ",") -> str:
    """The rows as lines; none of these cells needs quoting."""
    return "".join(delimiter.join(map(str, row)) + "\n" for row in rows)


def read_one(path: Path, *, on: date = RECEIVED) -> FileRead:
    (file,) = read_files([path], received_on=on)
    return file


def records(file: FileRead, table: str, feed: str | None = None) -> Rows:
    """The rows of a table; of one feed where several fill it."""
    (rows,) = [each for each in file.records if each.table == table and feed in (None, each.feed)]
    return rows


def codes(file: FileRead) -> list[str]:
    """What was found, in order."""
    return [fault.code for fault in file.faults]


def outcome(file: FileRead) -> tuple[int, int, int]:
    """Accepted, queried, set aside."""
    return file.accepted, file.queried, file.set_aside
