"""The same figures for programs and spreadsheets: the shapes the commands print, as JSON and as CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from everychild import shapes
from everychild.judgement.judged import Judged
from everychild.web.editions import Opened

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel reads curly quotes as three letters each."""


def figure_rows(opened: Opened, ref: str | None = None, by: str | None = None) -> list[shapes.Shape]:
    """Every window and month, for one indicator or for all; with a breakdown, the month's groups as well."""
    figures = opened.figures if ref is None else [figure for figure in opened.figures if figure.ref == ref]
    return shapes.figure_shapes(opened.edition, figures, by)


def area_rows(opened: Opened) -> list[shapes.Shape]:
    return [shapes.area_shape(area, opened.edition) for area in opened.edition.areas]


def headline_rows(opened: Opened, items: Iterable[Judged]) -> list[shapes.Shape]:
    """A row an indicator, as the overview, a section or what was found tells it."""
    return [shapes.headline_shape(item, opened.edition) for item in items]


def flag_rows(opened: Opened) -> list[shapes.Shape]:
    """The list as a table: a row for each reason of each indicator of each area, the most pressing area first."""
    return [
        {
            "place": place,
            "area": area["area"],
            "area_title": area["title"],
            "area_points": area["points"],
            "sentence": area["sentence"],
            "months_off_target": area["months_off_target"],
            "decision": area["decision"] and area["decision"]["decision"],
            "decided_why": area["decision"] and area["decision"]["reason"],
            "ref": figure["ref"],
            "title": figure["title"],
            "points": figure["points"],
            "code": reason["code"],
            "code_points": reason["points"],
            "reason": reason["sentence"],
        }
        for place, area in enumerate(area_rows(opened), 1)
        for figure in area["figures"]
        for reason in figure["reasons"]
    ]


def as_json(rows: Sequence[shapes.Shape]) -> str:
    return shapes.as_json(list(rows)) + "\n"


def as_csv(rows: Sequence[shapes.Shape]) -> str:
    """A table that no spreadsheet will run: text that looks like a formula is given an apostrophe in front."""
    written = StringIO()
    if rows:
        writer = csv.DictWriter(written, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows({name: _harmless(value) for name, value in row.items()} for row in rows)
    return BYTE_ORDER_MARK + written.getvalue()


def _harmless(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_STARTS) else value
