"""England, its regions and its councils: by what code or number each release calls them, and which became which.

A council is kept under its three-digit number, which outlives its code: Northumberland and Gateshead changed codes
and stayed themselves, and the neighbour models know numbers alone. England and the regions go by their codes.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

ENGLAND = "E92000001"


@dataclass(frozen=True)
class Region:
    """A region of England, with the number the Interactive Tool gives it and other ways it is written."""

    code: str
    name: str
    number: str
    also: tuple[str, ...] = ()
    is_part: bool = False
    """True of Inner and Outer London, which are parts of a region."""


REGIONS = (
    Region("E12000001", "North East", "980"),
    Region("E12000002", "North West", "981"),
    Region("E12000003", "Yorkshire and The Humber", "982"),
    Region("E12000004", "East Midlands", "983"),
    Region("E12000005", "West Midlands", "984"),
    Region("E12000006", "East of England", "985"),
    Region("E12000007", "London", "986"),
    Region("E12000008", "South East", "989"),
    Region("E12000009", "South West", "990"),
    Region("E13000001", "Inner London", "987", ("London (Inner)",), is_part=True),
    Region("E13000002", "Outer London", "988", ("London (Outer)",), is_part=True),
)
ENGLAND_NUMBER = "970"
_BY_NUMBER = {ENGLAND_NUMBER: ENGLAND, **{region.number: region.code for region in REGIONS}}
_BY_NAME = {name.casefold(): region for region in REGIONS for name in (region.name, region.code, *region.also)}


@dataclass(frozen=True)
class Reorganisation:
    """Councils that ended and the ones that began on a day: their figures are not set on one line."""

    on: date
    were: tuple[str, ...]
    became: tuple[str, ...]


REORGANISATIONS = (
    Reorganisation(date(2019, 4, 1), ("835", "836", "837"), ("838", "839")),
    Reorganisation(date(2021, 4, 1), ("928",), ("940", "941")),
    Reorganisation(date(2023, 4, 1), ("909",), ("942", "943")),
)


@dataclass(frozen=True)
class CouncilArea:
    """A council’s area, under every code it has had."""

    number: str
    name: str
    region: str
    codes: tuple[str, ...]


def area_of_number(number: str) -> str:
    """What we keep an area under, from the number the Tool and the neighbour models give it."""
    return _BY_NUMBER.get(number, number)


def region_called(name: str) -> Region | None:
    """A region by its name or code, however it is written."""
    return _BY_NAME.get(name.strip().casefold())


def area_name(area: str, councils: Mapping[str, CouncilArea]) -> str:
    if area == ENGLAND:
        return "England"
    region = _BY_NAME.get(area.casefold())
    if region is not None:
        return region.name
    return councils[area].name if area in councils else f"Area {area}"


@cache
def councils() -> Mapping[str, CouncilArea]:
    """Every council there is or has been since 2013, by its number, as shipped."""
    text = files("everychild.comparators.shipped").joinpath("areas.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return {row["number"]: _council(row) for row in rows}


def _council(row: Mapping[str, str]) -> CouncilArea:
    return CouncilArea(row["number"], row["name"], row["region"], tuple(row["codes"].split()))


def council_of(code: str, known: Iterable[CouncilArea] | None = None) -> CouncilArea | None:
    """The council of a code (E06000041), a number (872) or a name."""
    wanted = code.strip().casefold()
    for council in councils().values() if known is None else known:
        if wanted in (council.number, council.name.casefold(), *(each.casefold() for each in council.codes)):
            return council
    return None


def began(number: str) -> Reorganisation | None:
    """The reorganisation a council came of, if it did."""
    return next((change for change in REORGANISATIONS if number in change.became), None)


def ended(number: str) -> Reorganisation | None:
    """The reorganisation a council went in, if it did."""
    return next((change for change in REORGANISATIONS if number in change.were), None)
