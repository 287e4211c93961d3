"""The published files, read as anybody may read them: figures.csv and release.json, and nothing else."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from everychild.auditor.rule import Rounding
from everychild.errors import EverychildError

FIGURES = "figures.csv"
ABOUT = "release.json"
HELD_BACK = "held_back"
"""What a row says that is held back, in the column that tells why there is no value."""


@dataclass(frozen=True)
class Cell:
    """One published row: what is shown as the number met or counted, and as the number considered.

    A row held back shows neither, and everybody can see that it is missing.
    """

    ref: str
    title: str
    window: str
    as_at: str
    numerator: str
    denominator: str
    is_held_back: bool = False


@dataclass(frozen=True)
class Published:
    """One release: its rule, its rows, and how its numbers hang together by their own definitions.

    `counts` names what each reference’s two numbers count: two of one name are one number. `different` are those that
    count different children, whose year is not the sum of its months. `within` has (part, whole) pairs, `parts` wholes
    with the parts that make them up, `flows` (stock, arrivals, departures).
    """

    name: str
    as_at: str
    rounding: Rounding
    cells: tuple[Cell, ...]
    counts: Mapping[str, tuple[str | None, str | None]]
    different: frozenset[str]
    within: tuple[tuple[str, str], ...]
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    flows: tuple[tuple[str, str, str], ...]


def read_published(folder: Path) -> Published:
    """A release from its data folder. Raises EverychildError where the files are not there or not a release."""
    try:
        about = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
        with (folder / FIGURES).open(encoding="utf-8-sig", newline="") as file:
            cells = tuple(_cells(csv.DictReader(file)))
        read = _published(folder.name, about, cells)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise EverychildError(
            f"{folder} is not the data of a release that can be audited: {type(problem).__name__} while reading "
            f"{ABOUT} and {FIGURES}. Give the folder named data of a published site."
        ) from None

    for cell in read.cells:
        for shown in (cell.numerator, cell.denominator):
            if not read.rounding.can_show(shown):
                raise EverychildError(
                    f"{folder}: {cell.ref} for {cell.as_at} is shown as {shown}, which its own rule never shows. "
                    "The file has been changed, or was rounded by another rule."
                )
    return read


def _published(name: str, about: Mapping[str, Any], cells: Sequence[Cell]) -> Published:
    links = about["links"]
    return Published(
        name=name,
        as_at=about["as_at"],
        rounding=Rounding.of(about["rounding"]),
        cells=tuple(cells),
        counts={ref: (two[0], two[1]) for ref, two in links["counts"].items()},
        different=frozenset(links["different"]),
        within=tuple((part, whole) for part, whole in links["within"]),
        parts=tuple((whole, tuple(parts)) for whole, parts in links["parts"]),
        flows=tuple((stock, into, out) for stock, into, out in links["flows"]),
    )


def _cells(rows: Iterator[Mapping[str, str]] | csv.DictReader[str]) -> Iterator[Cell]:
    for row in rows:
        yield Cell(
            ref=row["reference"],
            title=row["title"],
            window=row["window"],
            as_at=row["as_at"],
            numerator=row["numerator"],
            denominator=row["denominator"],
            is_held_back=row["absent"] == HELD_BACK and not row["numerator"] and not row["denominator"],
        )
