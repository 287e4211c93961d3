"""A series year by year, for the areas a council is set beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from statistics import median

from everychild.comparators.areas import ENGLAND, area_name, council_of, councils, region_called
from everychild.comparators.known import Known
from everychild.comparators.library import Library
from everychild.comparators.neighbours import Model, in_force
from everychild.comparators.series import Series
from everychild.council import Council

NEIGHBOURS = "Statistical neighbours"


@dataclass(frozen=True)
class InYear:
    """One area’s value in one year. Of neighbours it is their median, of how many known, by which model."""

    year: int
    area: str
    name: str
    known: Known | None
    value: Fraction | None
    model: Model | None = None
    is_in_force: bool = True
    how_many: int = 0


def years_beside(series: Series, library: Library, council: Council) -> tuple[InYear, ...]:
    """Every year published, the newest first."""
    held = library.of(series)
    us = council_of(council.area_code) if council.area_code else None
    region = region_called(us.region if us else council.region)
    areas = [us.number if us else None, ENGLAND, region.code if region else None]
    found = []
    for year in sorted({year for _, year in held}, reverse=True):
        for area in areas:
            known = held.get((area, year)) if area else None
            if area and known:
                found.append(InYear(year, area, area_name(area, councils()), known, known.value))
        if us is not None:
            of_year = [(area, known) for (area, when), known in held.items() if when == year]
            found += _neighbours(us.number, year, series.when.ends(year), library.models, of_year)
    return tuple(found)


def _neighbours(
    us: str, year: int, on: date, models: Sequence[Model], of_year: Sequence[tuple[str, Known]]
) -> list[InYear]:
    found = in_force(models, on)
    if found is None or us not in found.model.of:
        return []
    near = {neighbour.number for neighbour in found.model.of[us]}
    values = [known.value for area, known in of_year if area in near and known.value is not None]
    if 2 * len(values) < len(near):
        return []
    middle = Fraction(median(values))
    return [InYear(year, "", NEIGHBOURS, None, middle, found.model, found.is_in_force, len(values))]
