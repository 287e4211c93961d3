"""The release as the Department for Education lays “open data” out: a row for each time and place, a column for each
number, and a file beside it that says what each column is.

The same release, with no number of its own: what `figures.csv` shows stands here, and what it does not show is a
symbol. The Department’s screening rules for such files are asked of them in tests.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from everychild import wording
from everychild.calendar import Month
from everychild.catalogue.indicator import Indicator, Unit
from everychild.comparators.areas import ENGLAND, council_of, region_called
from everychild.council import Council
from everychild.disclosure.released import DECIMAL_UNITS, LONGER, Cell, Released, ReleasedEdition
from everychild.disclosure.rounding import HIGH, LOW, Told
from everychild.measure.figure import Absent, Window

MONTHS, YEARS = "childrens-services-months", "childrens-services-financial-years"
FOLDER = "explore-education-statistics"

CONFIDENTIAL, NOT_AVAILABLE = "c", "x"
"""The Government Statistical Service’s own symbols; its “low” is ours."""

LONGEST_LABEL = 80
PLACE = (
    "time_period", "time_identifier", "geographic_level", "country_code", "country_name", "region_code", "region_name",
    "old_la_code", "new_la_code", "la_name",
)  # fmt: skip
ABOUT = (
    "col_name", "col_type", "label", "indicator_grouping", "indicator_unit", "indicator_dp", "filter_hint",
    "filter_grouping_column",
)  # fmt: skip
_UNITS = {Unit.PERCENT: "%", Unit.POUNDS: "£"}
"""The Department knows no days, weeks or scores: the label says those."""


@dataclass(frozen=True)
class NumberTold:
    """One column: a number of one indicator, as the release tells it."""

    indicator: Indicator
    what: str
    label: str
    unit: str
    decimals: int

    @property
    def name(self) -> str:
        return f"{self.indicator.ref.lower()}_{self.what}"

    def of(self, cell: Cell | None) -> str:
        """What the release shows in this column, or the symbol for why it shows nothing."""
        if cell is None:
            return NOT_AVAILABLE
        if cell.absent is not None:
            return CONFIDENTIAL if cell.absent is Absent.HELD_BACK else NOT_AVAILABLE
        match self.what:
            case "number" | "met":
                return _told(cell.met)
            case "of":
                return _told(cell.considered)
            case "average":
                return CONFIDENTIAL if cell.average is None else as_number(wording.exactly(cell.average))
            case _:
                is_told = cell.percentage is not None and cell.met is not None and cell.met.number is not None
                return str(round(cell.percentage.shown)) if cell.percentage and is_told else CONFIDENTIAL


def files(released: ReleasedEdition) -> dict[str, bytes]:
    """The months and the whole financial years, where there are any, each with its file about columns, by name."""
    place = place_of(released.edition.council)
    found: dict[str, bytes] = {}
    for name, is_year in ((MONTHS, False), (YEARS, True)):
        cells = _by_time(released.indicators, is_year=is_year)
        if not cells:
            continue
        told = {ref for by_ref in cells.values() for ref in by_ref}
        columns = [column for item in released.indicators if item.ref in told for column in columns_of(item)]
        rows = [
            {
                **_time(month, is_year=is_year),
                **place,
                **{column.name: column.of(by_ref.get(column.indicator.ref)) for column in columns},
            }
            for month, by_ref in cells.items()
        ]
        found[f"{name}.csv"] = _csv((*PLACE, *(column.name for column in columns)), rows)
        found[f"{name}.meta.csv"] = _csv(ABOUT, (_about(column) for column in columns))
    return found


def columns_of(item: Released) -> Sequence[NumberTold]:
    """The numbers an indicator has: of a count one, of an average two, of a share three."""
    indicator, title = item.judged.indicator, item.judged.title
    ref = indicator.ref
    if indicator.is_counted:
        return (NumberTold(indicator, "number", _label(title, f"{ref}, number"), "", 0),)
    of = NumberTold(indicator, "of", _label(title, f"{ref}, out of"), "", 0)
    if indicator.is_average:
        unit = _UNITS.get(indicator.unit, "")
        decimals = 1 if indicator.unit in DECIMAL_UNITS else 0
        return of, NumberTold(indicator, "average", _label(title, f"{ref}, {indicator.unit.value}"), unit, decimals)
    met = NumberTold(indicator, "met", _label(title, f"{ref}, number"), "", 0)
    return met, of, NumberTold(indicator, "percent", _label(title, f"{ref}, per cent"), "%", 0)


def place_of(council: Council) -> Mapping[str, str]:
    """The council as the Department’s columns call it. An invented one has no codes: they are not available."""
    area = council_of(council.area_code) if council.area_code else None
    region = region_called(area.region if area else council.region)
    code = council.area_code if area and council.area_code in area.codes else area.codes[-1] if area else NOT_AVAILABLE
    return {
        "geographic_level": "Local authority",
        "country_code": ENGLAND,
        "country_name": "England",
        "region_code": region.code if region else "",
        "region_name": region.name if region else "",
        "old_la_code": area.number if area else NOT_AVAILABLE,
        "new_la_code": code,
        "la_name": area.name if area else council.short_name,
    }


def as_number(text: str) -> str:
    """A number as data: no commas between thousands, a hyphen for less than nought."""
    return text.replace(",", "").replace(wording.MINUS, "-")


def _by_time(indicators: Iterable[Released], *, is_year: bool) -> Mapping[Month, Mapping[str, Cell]]:
    found: dict[Month, dict[str, Cell]] = {}
    for item in indicators:
        for (window, month), cell in item.cells.items():
            if (window is Window.FINANCIAL_YEAR) is is_year and window not in LONGER:
                found.setdefault(month, {})[item.ref] = cell
    return dict(sorted(found.items()))


def _time(month: Month, *, is_year: bool) -> Mapping[str, str]:
    if is_year:
        year = month.financial_year.starts_in
        return {"time_period": f"{year}{(year + 1) % 100:02}", "time_identifier": "Financial year"}
    return {"time_period": str(month.year), "time_identifier": wording.month(month).split()[0]}


def _told(told: Told | None) -> str:
    """As the release shows it; “high”, which the Department’s readers do not know, is confidential."""
    if told is None:
        return CONFIDENTIAL
    return {LOW: LOW, HIGH: CONFIDENTIAL}.get(told.text, told.text)


def _label(title: str, what: str) -> str:
    """No longer than the Department’s programs take: a long title is cut at a word, and its reference stays."""
    room = LONGEST_LABEL - len(what) - len(" ()")
    if len(title) > room:
        title = f"{title[: room - 1].rsplit(' ', 1)[0]}…"
    return f"{title} ({what})"


def _about(column: NumberTold) -> Mapping[str, str]:
    return {
        "col_name": column.name,
        "col_type": "Indicator",
        "label": column.label,
        "indicator_grouping": column.indicator.section.title,
        "indicator_unit": column.unit,
        "indicator_dp": str(column.decimals),
        "filter_hint": "",
        "filter_grouping_column": "",
    }


def _csv(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()
