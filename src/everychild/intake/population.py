"""The Office for National Statistics’ mid-year estimates, as published by local authority and year.

The file is the Department for Education’s copy, one row an area and a year: `time_period`, `geographic_level`,
`new_la_code`, `la_name`, `age_group` and `population_estimate`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from everychild.council import Population
from everychild.errors import FileRefused

COLUMNS = ("time_period", "geographic_level", "new_la_code", "la_name", "age_group", "population_estimate")
CHILDREN = "Children aged 0 to 17 years"


def read_populations(path: Path, area: str) -> tuple[Population, ...]:
    """Every year’s estimate of the children in one area, named or by its code. Raises FileRefused, naming the place."""
    found: dict[int, Population] = {}
    areas: set[str] = set()
    for row, cells in _rows(path):
        areas.add(cells["la_name"])
        if area.casefold() not in (cells["la_name"].casefold(), cells["new_la_code"].casefold()):
            continue
        year = _whole(path, row, "time_period", cells)
        children = _whole(path, row, "population_estimate", cells)
        if year in found and found[year].children != children:
            raise FileRefused(
                f"{path.name}, row {row}: {area} has two estimates for {year}. Keep the right one and load again.",
                rule="two-estimates",
                file=path.name,
                row=row,
                column="population_estimate",
            )
        found[year] = Population(year, children, f"Office for National Statistics, mid-{year} estimate ({path.name})")
    if not found:
        near = get_close_matches(area, areas, n=3, cutoff=0.4)
        hint = f" Near it: {', '.join(near)}." if near else ""
        raise FileRefused(
            f"{path.name} has no area called {area} with an estimate of {CHILDREN.lower()}.{hint}",
            rule="no-such-area",
            file=path.name,
            column="la_name",
        )
    return tuple(found[year] for year in sorted(found))


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows about children in a local authority, with their place in the file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
        if missing:
            raise FileRefused(
                f"{path.name} has no column {', '.join(missing)}. The file wanted is the mid-year population estimates "
                "by local authority, as published.",
                rule="no-such-column",
                file=path.name,
                row=1,
                column=missing[0],
            )
        for row, cells in enumerate(reader, 2):
            if cells["geographic_level"] == "Local authority" and cells["age_group"] == CHILDREN:
                yield row, cells


def _whole(path: Path, row: int, column: str, cells: dict[str, str]) -> int:
    text = cells[column].strip().replace(",", "")
    if not text.isdecimal() or int(text) == 0:
        raise FileRefused(
            f"{path.name}, row {row}, column {column}: a whole number above nought was wanted.",
            rule="not-a-number",
            file=path.name,
            row=row,
            column=column,
            value_shape=f"text of {len(cells[column])} characters",
        )
    return int(text)
