"""Northbrook's files read back, plainly and on their own: no part of Everychild's intake is used here.

A table is the union of its deliveries, the newest row of each key.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from pathlib import Path

from python_calamine import CalamineWorkbook

from everychild.calendar import Month, WorkingCalendar, working_calendar
from everychild.northbrook import CLOSURE_DAYS, MonthlyDelivery

Row = dict[str, str]
LAST = Month(2019, 4)
NOTHING = ("", "-", "N/A", "tbc")
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def day(text: str) -> date | None:
    """A date in any of the hands our files are written in; the day before the month, always."""
    text = text.strip()
    if text in NOTHING:
        return None
    if " " in text and text.split()[1] in MONTHS:
        number, month, year = text.split()
        return date(int(year), MONTHS.index(month) + 1, int(number))
    for style in ("%d/%m/%Y", "%d-%m-%Y", "%d/%m/%y", "%Y-%m-%d", "%d/%m/%Y %H:%M"):
        try:
            return datetime.strptime(text, style).date()
        except ValueError:
            continue
    raise ValueError(f"{text!r} is no date")


def known_day(text: str) -> date:
    found = day(text)
    assert found is not None
    return found


@dataclass
class Files:
    """Every delivery of one invented council."""

    deliveries: tuple[MonthlyDelivery, ...]
    children: int

    @cached_property
    def calendar(self) -> WorkingCalendar:
        return working_calendar(2014, 2022, CLOSURE_DAYS)

    @property
    def months(self) -> tuple[Month, ...]:
        return tuple(delivery.month for delivery in self.deliveries)

    def working_days(self, start: date, end: date) -> int:
        return self.calendar.working_days(start, end)

    def table(self, name: str, *key: str) -> list[Row]:
        """The union of a local table's deliveries."""
        return _union((self.rows(delivery, name) for delivery in self.deliveries), key)

    def listed(self, number: int, *key: str) -> list[Row]:
        """The union of an Annex A list's deliveries. Rows whose key cannot be read as dates are left in as they are."""
        return _union((self.list_rows(delivery, number) for delivery in self.deliveries), key)

    def rows(self, delivery: MonthlyDelivery, name: str) -> list[Row]:
        return self._tables[delivery.month][name]

    def list_rows(self, delivery: MonthlyDelivery, number: int) -> list[Row]:
        return self._lists[delivery.month][number]

    @cached_property
    def _tables(self) -> dict[Month, dict[str, list[Row]]]:
        return {delivery.month: dict(_local(delivery)) for delivery in self.deliveries}

    @cached_property
    def _lists(self) -> dict[Month, dict[int, list[Row]]]:
        return {delivery.month: _annex_a(delivery) for delivery in self.deliveries}


def _local(delivery: MonthlyDelivery) -> Iterable[tuple[str, list[Row]]]:
    for path in delivery.files:
        if path.name == "return_home_interviews.csv":
            yield path.stem, _untidy(path)
        elif path.suffix == ".csv":
            with path.open(encoding="utf-8", newline="") as file:
                yield path.stem, list(csv.DictReader(file))
        elif not path.name.startswith("annex_a"):
            yield path.stem, _under_headings(_sheet(path, 0), header_at=0)


def _untidy(path: Path) -> list[Row]:
    lines = [line.split(";") for line in path.read_bytes().decode("cp1252").split("\r\n")]
    header_at = next(at for at, line in enumerate(lines) if "RHI Required" in line)
    return [
        dict(zip(lines[header_at], line, strict=True))
        for line in lines[header_at + 1 :]
        if len(line) > 2 and line[1].startswith("M")
    ]


def _annex_a(delivery: MonthlyDelivery) -> dict[int, list[Row]]:
    path = next(path for path in delivery.files if path.name.startswith("annex_a"))
    book = CalamineWorkbook.from_path(path)
    return {
        number: _under_headings(book.get_sheet_by_name(f"List {number}").to_python(), header_at=1)
        for number in range(1, 12)
    }


def _sheet(path: Path, position: int) -> list[list[object]]:
    return CalamineWorkbook.from_path(path).get_sheet_by_index(position).to_python()


def _under_headings(cells: Sequence[Sequence[object]], header_at: int) -> list[Row]:
    header = [str(cell) for cell in cells[header_at]]
    return [dict(zip(header, map(_text, row), strict=True)) for row in cells[header_at + 1 :]]


def _text(cell: object) -> str:
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    return str(int(cell)) if isinstance(cell, float) else str(cell)


def _union(tables: Iterable[Iterable[Row]], key: Sequence[str]) -> list[Row]:
    newest: dict[tuple[str, ...], Row] = {}
    for rows in tables:
        for row in rows:
            newest[tuple(row[column] for column in key)] = row
    return list(newest.values())


def share(rows: Sequence[Row], meets: Callable[[Row], bool]) -> float:
    return sum(map(meets, rows)) / len(rows)


def open_on(row: Row, when: date, starts: str, ends: str) -> bool:
    ended_on = day(row[ends])
    return known_day(row[starts]) <= when and (ended_on is None or ended_on > when)


def days_before(when: date, days: int) -> date:
    return when - timedelta(days=days)
