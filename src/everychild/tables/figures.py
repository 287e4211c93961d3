"""Figures as a typed table: the rows that pages and programs are given, a target that is a range in two columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import pyarrow as pa

from everychild import shapes
from everychild.catalogue.indicator import Good
from everychild.judgement.chart_choice import Chart
from everychild.judgement.judged import JudgedEdition
from everychild.judgement.outlook import Outlook
from everychild.judgement.pattern import Moving
from everychild.judgement.status import Status
from everychild.measure.figure import Absent, Figure, Window
from everychild.tables.table import ColumnOut, TableOut, TableRows

TEXT, DAY, NUMBER, MEASURED, YES_NO, WORD = "text", "date", "whole number", "number", "yes or no", "code"
_TYPES = {
    TEXT: pa.string(),
    DAY: pa.date32(),
    NUMBER: pa.int64(),
    MEASURED: pa.float64(),
    YES_NO: pa.bool_(),
    WORD: pa.string(),
}
WINDOWS: Mapping[Window, str] = {
    Window.MONTH: "the month itself",
    Window.AS_AT: "as things stood on the month’s last day",
    Window.QUARTER: "the three months ending with it",
    Window.YEAR_TO_DATE: "April to the month",
    Window.ROLLING_12: "the twelve months ending with it",
    Window.FINANCIAL_YEAR: "the whole year from April to March",
    Window.ACADEMIC_YEAR_TO_DATE: "September to the month",
    Window.ACADEMIC_YEAR: "the whole year from September to August",
}

_COLUMNS = (
    ColumnOut("ref", TEXT, "the indicator’s reference; `everychild catalogue` has its definition", True),
    ColumnOut("rule", TEXT, "by which of its other rules it was counted, if by one"),
    ColumnOut("title", TEXT, "the indicator’s name", True),
    ColumnOut("as_at", DAY, "the last day of the month the window ends with", True),
    ColumnOut("known_on", DAY, "the day by which it was known", True),
    ColumnOut("window", WORD, "the time the figure is about", True, {each.value: WINDOWS[each] for each in Window}),
    ColumnOut("breakdown", TEXT, "what children are grouped by; empty for all children"),
    ColumnOut("group", TEXT, "the group; empty for all children"),
    ColumnOut("numerator", NUMBER, "how many met the condition; of a count how many there were; of an average the sum"),
    ColumnOut("denominator", NUMBER, "out of how many; empty for a count of a month"),
    ColumnOut("value", MEASURED, "what it comes to, in the unit given; a percentage as 0 to 100; not rounded"),
    ColumnOut("unit", TEXT, "what the value is told in", True),
    ColumnOut("median", MEASURED, "of an average, the middle value, in the same unit"),
    ColumnOut("rate_per_10_000", MEASURED, "of a count with a population, how many for every 10,000 children"),
    ColumnOut("rate_is_annualised", YES_NO, "the rate is of a year, made from a shorter time"),
    ColumnOut("population", NUMBER, "the children the rate is of"),
    ColumnOut("population_year", NUMBER, "the year the children were estimated for"),
    ColumnOut("good", WORD, "which way is good", True, {each.value: each.in_words for each in Good}),
    ColumnOut("target", MEASURED, "the target in force in that month, where it is one number"),
    ColumnOut("target_low", MEASURED, "where the target is a range: from"),
    ColumnOut("target_high", MEASURED, "where the target is a range: to"),
    ColumnOut("target_in_words", TEXT, "the target as it is written"),
    ColumnOut("floor", MEASURED, "never acceptable beyond this, whatever the target"),
    ColumnOut("more_needed", NUMBER, "how many more would have met the target"),
    ColumnOut("fewer_needed", NUMBER, "how many fewer would have met the target"),
    ColumnOut(
        "status",
        WORD,
        "against the target; on the row that was judged, empty elsewhere",
        codes={each.value: each.in_words for each in Status},
    ),
    ColumnOut(
        "pattern",
        WORD,
        "what the months show; on the row that was judged",
        codes={each.value: each.in_words for each in Moving},
    ),
    ColumnOut(
        "outlook",
        WORD,
        "whether the target can be met as things are; on the row that was judged",
        codes={each.value: each.in_words for each in Outlook},
    ),
    ColumnOut(
        "charted",
        WORD,
        "the chart its pattern is read from; on the row that was judged",
        codes={each.value: each.value.replace("_", " ") for each in Chart},
    ),
    ColumnOut(
        "absent",
        WORD,
        "why there is no value; what is absent is never nought",
        codes={each.value: each.in_words for each in Absent},
    ),
    ColumnOut(
        "seen_from",
        DAY,
        "where the indicator looks further back than records were held when it was counted: the first day held; what "
        "was before is not seen",
    ),
)
FIGURES = TableOut("figures", "indicator, window, month and group of children", _COLUMNS)
_SCHEMA = pa.schema([(column.name, _TYPES[column.holds]) for column in _COLUMNS])


def figures_table(edition: JudgedEdition, figures: Iterable[Figure], breakdown: str | None = None) -> TableRows:
    """Every window of the month and its history for all children; with a breakdown, the month’s groups as well."""
    rows = [_row(shape) for shape in shapes.figure_shapes(edition, figures, breakdown)]
    return TableRows(FIGURES, pa.Table.from_pylist(rows, _SCHEMA).to_reader())


def _row(shape: shapes.Shape) -> dict[str, Any]:
    target = shape["target"]
    is_range = isinstance(target, list)
    low, high = target if is_range else (None, None)
    return {
        **{column.name: shape.get(column.name) for column in _COLUMNS},
        "as_at": date.fromisoformat(shape["as_at"]),
        "known_on": date.fromisoformat(shape["known_on"]),
        "seen_from": date.fromisoformat(shape["seen_from"]) if shape["seen_from"] else None,
        "target": None if is_range else target,
        "target_low": low,
        "target_high": high,
    }
