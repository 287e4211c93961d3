"""The dashboard: every indicator by section, in committee order, a row to each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from everychild import wording
from everychild.calendar import FinancialYear
from everychild.catalogue import SECTIONS
from everychild.catalogue.indicator import Section as Part
from everychild.judgement.judged import Judged, JudgedEdition
from everychild.report import cells
from everychild.report.document import Cell, Column, Heading, Table, Tone, Words, words

YEARS_SIDE_BY_SIDE = 3
"""More whole years than this share one column, a line to each: the page is only so wide."""

PICTURE_WIDTH, PICTURE_HEIGHT = 40.0, 13.0
WIDTH = 267.0


def dashboard(edition: JudgedEdition) -> Iterator[Heading | Table]:
    """A heading and a table for each section that has indicators."""
    years = years_held(edition)
    for section, items in by_section(edition):
        yield Heading(3, section.title)
        yield Table(
            caption=f"{section.title}, {wording.month(edition.as_at)}",
            columns=_columns(edition, years),
            rows=tuple(_row(item, years) for item in items),
        )


def by_section(edition: JudgedEdition) -> list[tuple[Part, tuple[Judged, ...]]]:
    """The sections in committee order, each with its indicators in catalogue order."""
    found = [(section, _of(section, edition)) for section in SECTIONS]
    return [(section, items) for section, items in found if items]


def years_held(edition: JudgedEdition) -> tuple[FinancialYear, ...]:
    """Every whole financial year that any indicator has, oldest first."""
    return tuple(sorted({year for item in edition.indicators for year in item.financial_years}))


def _of(section: Part, edition: JudgedEdition) -> tuple[Judged, ...]:
    return tuple(item for item in edition.indicators if item.indicator.section == section)


def _columns(edition: JudgedEdition, years: Sequence[FinancialYear]) -> tuple[Column, ...]:
    month = edition.as_at
    columns = (
        Column(wording.month(month), 24, is_number=True),
        Column(wording.month(month - 1), 19, is_number=True),
        Column(wording.month(month - 12), 19, is_number=True),
        *_year_columns(years),
        Column("Target", 25),
        Column("Status and pattern", 41),
        Column("25 months", PICTURE_WIDTH + 2),
    )
    return (Column("Indicator", WIDTH - sum(column.width for column in columns)), *columns)


def _year_columns(years: Sequence[FinancialYear]) -> tuple[Column, ...]:
    if len(years) > YEARS_SIDE_BY_SIDE:
        return (Column("Average of each whole year", 38, is_number=True),)
    return tuple(Column(f"{wording.financial_year(year)} average", 20, is_number=True) for year in years)


def _row(item: Judged, years: Sequence[FinancialYear]) -> tuple[Cell, ...]:
    return (
        Cell((Words(item.title, Tone.STRONG), Words(cells.about(item), Tone.QUIET), *cells.why_longer(item))),
        cells.value_cell(item, item.figure) if item.told_longer is None else cells.month_cell(item),
        words(cells.value(item, item.last_month)),
        words(cells.value(item, item.same_month_last_year)),
        *_year_cells(item, years),
        _target_cell(item),
        Cell((cells.status_mark(item.status), cells.pattern_mark(item.pattern.moving))),
        Cell((cells.picture(item, PICTURE_WIDTH, PICTURE_HEIGHT),)),
    )


def _target_cell(item: Judged) -> Cell:
    """The target with, under it, what was lacking."""
    short = cells.shortfall(item)
    target = Words(cells.target(item))
    return Cell((target, Words(short, Tone.QUIET))) if short else Cell((target,))


def _year_cells(item: Judged, years: Sequence[FinancialYear]) -> tuple[Cell, ...]:
    said = [cells.value(item, item.financial_years.get(year)) for year in years]
    if len(years) <= YEARS_SIDE_BY_SIDE:
        return tuple(words(text) for text in said)
    lines = (Words(f"{wording.financial_year(year)}: {text}") for year, text in zip(years, said, strict=True))
    return (Cell(tuple(lines)),)
