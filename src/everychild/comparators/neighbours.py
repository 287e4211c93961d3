"""Statistical neighbours: the ten councils most like one, by the model that was in force when.

The Department for Education replaces the model every few years (April 2021, May 2025); a comparison names its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from everychild import wording
from everychild.calendar import Month
from everychild.comparators.reading import Kind, Reading, refused
from everychild.intake.decode_child import Cell

NEIGHBOURS = pa.schema(
    [
        ("since", pa.string()),
        ("area", pa.string()),
        ("rank", pa.int16()),
        ("neighbour", pa.string()),
        ("closeness", pa.string()),
    ]
)
HOW_MANY = 10
_MONTHS = {name[:3].casefold(): number for number, name in enumerate(wording.MONTH_NAMES, 1)}


@dataclass(frozen=True)
class Neighbour:
    """A council by its number, and how close the model finds it."""

    number: str
    closeness: str


@dataclass(frozen=True)
class Model:
    """A published model: from when it was in force, and each council’s neighbours, nearest first."""

    since: date
    of: Mapping[str, tuple[Neighbour, ...]]

    @property
    def name(self) -> str:
        return f"the model of {wording.month(Month.of(self.since))}"


@dataclass(frozen=True)
class InForce:
    """The model used, and whether it was in force on the day asked about."""

    model: Model
    is_in_force: bool


def in_force(models: Sequence[Model], on: date) -> InForce | None:
    """The newest model that had begun; before the first that is held, that one, and said so."""
    if not models:
        return None
    begun = [model for model in models if model.since <= on]
    if begun:
        return InForce(max(begun, key=lambda model: model.since), True)
    return InForce(min(models, key=lambda model: model.since), False)


def is_model(rows: Sequence[Sequence[Cell]]) -> bool:
    return _heading(rows) is not None


def read_model(name: str, sha256: str, rows: Sequence[Sequence[Cell]]) -> Reading:
    """A workbook of neighbours. Its month is in its name alone. Raises FileRefused where there is none."""
    since = month_in(name)
    if since is None:
        raise refused(
            f"{name} holds statistical neighbours, and its name does not say since when. "
            "Name it with the model’s month and year, as in neighbours-may-2025.xlsx.",
            "no-date",
            name,
        )
    heading = _heading(rows)
    assert heading is not None
    titles = [_text(cell) for cell in rows[heading]]
    own = titles.index("LA number")
    places = [titles.index(f"SN{rank}") for rank in range(1, HOW_MANY + 1)]
    columns: dict[str, list[object]] = {column: [] for column in NEIGHBOURS.names}
    read = 0
    for cells in rows[heading + 1 :]:
        area = _text(cells[own]) if own < len(cells) else ""
        if not re.fullmatch(r"\d{3}", area):
            continue
        read += 1
        for rank, place in enumerate(places, 1):
            neighbour = _text(cells[place])
            if re.fullmatch(r"\d{3}", neighbour):
                for column, said in zip(
                    NEIGHBOURS.names, (since.isoformat(), area, rank, neighbour, _text(cells[place + 1])), strict=True
                ):
                    columns[column].append(said)
    vintage = f"Statistical neighbours, {wording.month(Month.of(since))}"
    return Reading(
        kind=Kind.NEIGHBOURS,
        family="statistical_neighbours",
        title="Department for Education, statistical neighbours",
        vintage=vintage,
        newest=since.year,
        file=name,
        sha256=sha256,
        rows=read,
        values=len(columns["area"]),
        states=read * HOW_MANY - len(columns["area"]),
        table=pa.table(columns, schema=NEIGHBOURS),
    )


def models_of(rows: Sequence[Mapping[str, str]]) -> tuple[Model, ...]:
    """Kept rows as models, the oldest first."""
    found: dict[str, dict[str, list[tuple[int, Neighbour]]]] = {}
    for row in rows:
        one = found.setdefault(row["since"], {}).setdefault(row["area"], [])
        one.append((int(row["rank"]), Neighbour(row["neighbour"], row["closeness"])))
    return tuple(
        Model(
            date.fromisoformat(since),
            {
                area: tuple(neighbour for _, neighbour in sorted(ranked, key=lambda pair: pair[0]))
                for area, ranked in of.items()
            },
        )
        for since, of in sorted(found.items())
    )


def month_in(name: str) -> date | None:
    """The month a file’s name holds: april_2021, may-2025, 2025-05."""
    written = re.search(r"(?<![a-z])([a-z]{3,9})[ _-]?(\d{4})", name.casefold())
    if written and written[1][:3] in _MONTHS:
        return date(int(written[2]), _MONTHS[written[1][:3]], 1)
    numbered = re.search(r"(\d{4})-(0[1-9]|1[0-2])", name)
    return date(int(numbered[1]), int(numbered[2]), 1) if numbered else None


def _heading(rows: Sequence[Sequence[Cell]]) -> int | None:
    for n, cells in enumerate(rows[:20]):
        said = {_text(cell) for cell in cells}
        if {"LA number", "SN1", f"SN{HOW_MANY}"} <= said:
            return n
    return None


def _text(cell: Cell) -> str:
    return str(int(cell)) if isinstance(cell, float | int) and cell == cell and cell == int(cell) else str(cell).strip()
