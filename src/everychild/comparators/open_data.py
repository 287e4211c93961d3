"""Reads the Department for Education’s open-data CSVs, of whichever family, area by area and year by year."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pyarrow as pa

from everychild.comparators.areas import ENGLAND
from everychild.comparators.published import State, period, told
from everychild.comparators.reading import VALUES, Kind, Reading, SetAside, refused, told_text
from everychild.comparators.releases import children_in_need, others
from everychild.comparators.releases.family import KEYS, Family, Measure

FAMILIES: tuple[Family, ...] = (*children_in_need.FAMILIES, *others.FAMILIES)
_PLACES = {"country_code", "country_name", "region_name", "la_name", "time_identifier", "category", *KEYS}
_Kept = tuple[str | None, str | None]
"""A value or a state, as text."""


def family_of(headings: Sequence[str]) -> Family | None:
    """The family a file with these headings is of; None where it is none of ours."""
    return next((family for family in FAMILIES if family.is_in(headings)), None)


@dataclass
class _Columns:
    """Values as they are gathered, and what could not be taken."""

    measure: list[str] = field(default_factory=list)
    area: list[str] = field(default_factory=list)
    period: list[str] = field(default_factory=list)
    value: list[str | None] = field(default_factory=list)
    state: list[str | None] = field(default_factory=list)
    wrong: dict[str, SetAside] = field(default_factory=dict)
    newest: int = 0

    def set_aside(self, column: str, row: int, why: str) -> None:
        before = self.wrong.get(column)
        self.wrong[column] = SetAside(
            column, before.first_row if before else row, 1 + (before.cells if before else 0), why
        )


def read_open_data(name: str, sha256: str, text: str) -> Reading:
    """A file’s values. Raises FileRefused where its headings are of no family we know, or a row is cut short."""
    reader = csv.reader(io.StringIO(text, newline=""))
    headings = next(reader, [])
    family = family_of(headings)
    if family is None:
        raise refused(
            f"{name} is none of the releases we know: its headings are "
            f"{', '.join(headings[:6]) or 'missing'}{' …' if len(headings) > 6 else ''}. "
            "The documentation lists them: reference, series.",
            "no-such-release",
            name,
            row=1,
        )
    gathered, rows = _gather(name, family, headings, reader)
    table = pa.table([gathered.measure, gathered.area, gathered.period, gathered.value, gathered.state], schema=VALUES)
    states = sum(state is not None for state in gathered.state)
    used = {heading for measure in family.measures for heading in measure.headings}
    used |= {column for measure in family.measures for column, _ in measure.where}
    return Reading(
        kind=Kind.VALUES,
        family=family.name,
        title=family.title,
        vintage=family.vintage(gathered.newest),
        newest=gathered.newest,
        file=name,
        sha256=sha256,
        rows=rows,
        values=len(gathered.value) - states,
        states=states,
        table=table,
        passed_over=tuple(heading for heading in headings if heading not in used and heading not in _PLACES),
        set_aside=tuple(gathered.wrong.values()),
    )


def _gather(name: str, family: Family, headings: Sequence[str], reader: Iterator[list[str]]) -> tuple[_Columns, int]:
    place = {heading: n for n, heading in enumerate(headings)}
    taken = [(measure, column) for measure in family.measures if (column := measure.heading_in(headings)) is not None]
    gathered, known, rows = _Columns(), dict[str, _Kept](), 0
    for rows, cells in enumerate(reader, 1):
        row = rows + 1
        if len(cells) != len(headings):
            raise refused(
                f"{name}, row {row}: {len(cells)} cells where the headings are {len(headings)}. "
                "The file was cut short or changed; download it again.",
                "another-length",
                name,
                row=row,
            )
        area = _area(cells, place)
        try:
            when = period(cells[place["time_period"]])
        except ValueError as problem:
            gathered.set_aside("time_period", row, str(problem))
            continue
        if area is None:
            gathered.set_aside("old_la_code", row, "no area is named")
            continue
        gathered.newest = max(gathered.newest, when.year)
        for measure, column in taken:
            if _is_of(measure, cells, place):
                _take(gathered, known, measure, area, when.label, cells[place[column]], column, row)
    if not gathered.newest:
        raise refused(f"{name} has headings and no row that can be used.", "no-rows", name, row=1)
    return gathered, rows


def _is_of(measure: Measure, cells: Sequence[str], place: Mapping[str, int]) -> bool:
    return all(cells[place[column]] == says for column, says in measure.where)


def _take(
    gathered: _Columns,
    known: dict[str, _Kept],
    measure: Measure,
    area: str,
    when: str,
    cell: str,
    column: str,
    row: int,
) -> None:
    said = known.get(cell)
    if said is None:
        try:
            said = known[cell] = told_text(told(cell))
        except ValueError as problem:
            gathered.set_aside(column, row, str(problem))
            return
    value, state = said
    gathered.measure.append(measure.name)
    gathered.area.append(area)
    gathered.period.append(when)
    gathered.value.append(value)
    gathered.state.append(state)


def _area(cells: Sequence[str], place: Mapping[str, int]) -> str | None:
    """What the row is about. Two councils that report as one go by both numbers, and are neither."""
    level = cells[place["geographic_level"]].casefold()
    if level == "national":
        return ENGLAND
    if level in ("regional", "region"):
        return cells[place["region_code"]] or None
    number = cells[place["old_la_code"]].replace(" ", "")
    return number if number and number not in tuple(State) else None
