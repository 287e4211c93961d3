"""A paper for everybody, read again when it is composed: each number in its tables must be one the release tells.

It reads the finished paper and the audited numbers, and knows nothing of how one was made from the other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from fractions import Fraction

from everychild import wording
from everychild.disclosure.longer import in_short, why_together
from everychild.disclosure.released import LONGER, Cell, ReleasedEdition
from everychild.measure.figure import HIDDEN, Absent, Window
from everychild.report.document import Cell as Place
from everychild.report.document import Heading, Look, Paper, Picture, Table, Tone, Words

MONTHS_IN_A_YEAR = 12
_WORDS = frozenset({HIDDEN, *(absent.in_words for absent in Absent)})
_OF_A_YEAR = re.compile(r"^\d{4}-\d{2}: ")
_DIGIT = re.compile(r"\d")
_YEARS, _AVERAGE = "years", "average"
Told = Mapping[str, Mapping[str, set[str]]]
"""Every way a number may be written, by reference and by the time it is of."""

_REFERENCE = re.compile(r"^([A-Z]{2,3}\d{1,2}[a-z]?)[.,]")


def not_told(paper: Paper, released: ReleasedEdition) -> tuple[str, ...]:
    """Each number that stands in a table of figures and is none of its indicator’s released ones of that time, with its
    place.
    """
    told = _told(released)
    by_title = {item.judged.title: item.ref for item in released.indicators}
    return tuple(_in_tables(paper, told, by_title))


def _in_tables(paper: Paper, told: Told, by_title: Mapping[str, str]) -> Iterator[str]:
    under = ""
    for part in paper.parts:
        if isinstance(part, Heading):
            under = part.text
        if isinstance(part, Table) and part.look is Look.PANEL:
            yield from _in_panel(part, under, told.get(_titled(part.caption, by_title), {}))
        if not isinstance(part, Table) or not any(column.is_number for column in part.columns):
            continue
        for row in part.rows:
            of_one = told.get(_about(row[0], by_title), {})
            for column, cell in zip(part.columns, row, strict=True):
                if not column.is_number:
                    continue
                for said in _lines(cell):
                    if said not in _WORDS and said not in _of_time(of_one, column.title):
                        yield f"{under}, {_first(row[0])}, {column.title}: {said}."


def _in_panel(panel: Table, under: str, of_one: Mapping[str, set[str]]) -> Iterator[str]:
    """A panel has no column of numbers: its value and what stands small beneath it are read, and not its target."""
    time = panel.columns[0].title
    for row in panel.rows:
        for line in row[0].lines:
            if not isinstance(line, Words) or line.tone not in (Tone.LARGE, Tone.QUIET):
                continue
            if _DIGIT.search(line.text) and line.text not in _of_time(of_one, time):
                yield f"{under}, {panel.caption}, {time}: {line.text}."


def _of_time(of_one: Mapping[str, set[str]], column: str) -> set[str]:
    """What may stand in a column: of a month that month’s, of a year the years’."""
    return of_one.get(_YEARS if _AVERAGE in column.lower() else column, set())


def _told(released: ReleasedEdition) -> Told:
    """Every way a released number of an indicator is written in a table, by the time it is of."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for cell in released.cells:
        time = _YEARS if cell.window is Window.FINANCIAL_YEAR else wording.month(cell.as_at)
        ways = found[cell.indicator.ref][time]
        if cell.window in LONGER:
            ways |= {in_short(cell.window), f"{why_together(cell.window, cell.as_at)}."}
        for value in _values(cell):
            for out_of in (None, cell.considered.number if cell.considered else None):
                ways.add(wording.shown(value, cell.indicator.unit, (), out_of))
                ways.add(wording.shown(value, cell.indicator.unit, (), 1))
    return found


def _values(cell: Cell) -> Iterator[Fraction]:
    if cell.average is not None:
        yield cell.average
    elif cell.percentage is not None:
        yield Fraction(round(cell.percentage.shown))
    elif cell.indicator.is_counted and cell.met is not None and cell.met.number is not None:
        is_year = cell.window is Window.FINANCIAL_YEAR
        yield Fraction(cell.met.number, MONTHS_IN_A_YEAR) if is_year else Fraction(cell.met.number)


def _about(first: Place, by_title: Mapping[str, str]) -> str:
    """Which indicator a row is of: by the reference under its name, or by its name."""
    for line in first.lines:
        said = line.says if isinstance(line, Picture) else line.text
        named = _REFERENCE.match(said)
        if named:
            return named[1]
        ref = _titled(said, by_title)
        if ref:
            return ref
    return ""


def _titled(said: str, by_title: Mapping[str, str]) -> str:
    """By the longest title it begins with: one title may begin another."""
    titles = [title for title in by_title if said == title or said.startswith(f"{title}, ")]
    return by_title[max(titles, key=len)] if titles else ""


def _first(cell: Place) -> str:
    return cell.text.splitlines()[0]


def _lines(cell: Place) -> Iterator[str]:
    for line in cell.lines:
        if not isinstance(line, Picture):
            yield _OF_A_YEAR.sub("", line.text)
