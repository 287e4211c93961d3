"""What is asked of the lists before they are sent, and which rows do not hold: by their numbers, and no child named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from everychild.inspection.lists import AnnexA, WrittenList
from everychild.intake.reading import FileRead
from everychild.layouts.layout import SheetLayout
from everychild.records import BY_NAME, Kind

FIRST_ROW = 3
"""As a spreadsheet numbers them: the list’s name and its headings come before."""

CHILD, BORN = "Child Unique ID", "Date of Birth"
IN_NEED = 6
ALSO_IN_NEED = frozenset({7, 8})
"""Lists whose children are children in need too, and so stand on list 6 (Ofsted’s own note to it)."""

EACH_CHILD_ONCE = frozenset({6, 7, 8, 9})
ROWS_NAMED = 12


@dataclass(frozen=True)
class Checked:
    """One question asked of a list. `at_fault` are row numbers as the sheet shows them."""

    number: int
    asked: str
    rows: int
    at_fault: tuple[int, ...]

    @property
    def found(self) -> str:
        """What came of it, in words."""
        if not self.rows:
            return "Nothing to ask it of"
        if not self.at_fault:
            return "Clean"
        first = ", ".join(str(row) for row in self.at_fault[:ROWS_NAMED])
        more = len(self.at_fault) - ROWS_NAMED
        return f"{'Row' if len(self.at_fault) == 1 else 'Rows'} {first}{f' and {more:,} more' if more > 0 else ''}"


def checked(made: AnnexA, read_back: FileRead | None = None) -> tuple[Checked, ...]:
    """Every question of every list, in list order; with the workbook read back, what our own reader queried as well."""
    in_need = {row[CHILD] for one in made.lists if one.layout.number == IN_NEED for row in one.rows}
    found = []
    for one in made.lists:
        found += [
            _asked(one, "Every cell that must be filled is filled", _blank(one)),
            _asked(one, "Nothing is dated after the day", _later(one, made.at)),
        ]
        if _span(one.layout) is not None:
            found.append(_asked(one, "Nothing ends before it begins", _backwards(one)))
        if one.layout.number in EACH_CHILD_ONCE:
            found.append(_asked(one, "No child is on it twice", _twice(one)))
        if one.layout.number in ALSO_IN_NEED:
            missing = [place for place, row in _numbered(one) if row[CHILD] not in in_need]
            found.append(_asked(one, "Every child on it is on list 6 as well", missing))
        if read_back is not None:
            found.append(_asked(one, "Our own reader takes every row of it without a query", _queried(one, read_back)))
    return tuple(found)


def _asked(one: WrittenList, question: str, at_fault: Iterable[int]) -> Checked:
    return Checked(one.layout.number or 0, question, len(one.rows), tuple(sorted(set(at_fault))))


def _numbered(one: WrittenList) -> Iterable[tuple[int, Any]]:
    return enumerate(one.rows, FIRST_ROW)


def _blank(one: WrittenList) -> list[int]:
    needed = [heading.title for heading in one.layout.headings if heading.required]
    return [place for place, row in _numbered(one) if any(row.get(title) is None for title in needed)]


def _later(one: WrittenList, at: date) -> list[int]:
    """A date of birth may be later: a child not yet born is expected on it."""
    titles = [
        heading.title
        for heading in one.layout.headings
        if heading.kind in (Kind.DATE, Kind.MOMENT) and heading.title != BORN
    ]
    return [
        place
        for place, row in _numbered(one)
        if any((day := _day(row.get(title))) is not None and day > at for title in titles)
    ]


def _backwards(one: WrittenList) -> list[int]:
    span = _span(one.layout)
    assert span is not None, "asked only of lists of what lasts"
    began, ended = span
    return [
        place
        for place, row in _numbered(one)
        if (first := _day(row.get(began))) and (last := _day(row.get(ended))) and last < first
    ]


def _span(layout: SheetLayout) -> tuple[str, str] | None:
    """The headings a row begins and ends by, where the list has both."""
    main = layout.feeds[0]
    table = BY_NAME[main.table]
    began, ended = main.columns.get(table.began or ""), main.columns.get(table.ended or "")
    return (began, ended) if began and ended else None


def _twice(one: WrittenList) -> list[int]:
    times = Counter(row[CHILD] for row in one.rows)
    return [place for place, row in _numbered(one) if times[row[CHILD]] > 1]


def _queried(one: WrittenList, read_back: FileRead) -> Sequence[int]:
    sheet = f"List {one.layout.number}"
    faults = [fault for fault in read_back.faults if fault.sheet == sheet]
    return [row for fault in faults for row in (*fault.rows, *((fault.row,) if fault.row is not None else ()))]


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else None
