"""Every worked example, run by both readers: plain Python and DuckDB. What is printed as help must be true."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import duckdb
import pytest

from everychild import wording
from everychild.catalogue import CATALOGUE, Example, Indicator
from everychild.catalogue.indicator import Count, Mean, Share
from everychild.facts.language import Coded, Column, Condition, Number, Row, YesNo

SQL_TYPES = {Number: "integer", YesNo: "boolean", Coded: "varchar"}
ANSWERS = {"yes": True, "no": False}

EXAMPLES = [
    pytest.param(indicator, example, id=f"{indicator.ref}-{number}")
    for indicator in CATALOGUE
    for number, example in enumerate(indicator.examples, start=1)
]


@dataclass(frozen=True)
class Came:
    """What an example comes to: how many, or how much, out of how many."""

    numerator: int
    denominator: int

    def in_words(self, indicator: Indicator) -> str:
        match indicator.measure:
            case Share():
                share = Fraction(100 * self.numerator, self.denominator)
                return f"{self.numerator} of {self.denominator} ({wording.percentage(share)})"
            case Mean(unit=unit):
                mean = wording.rounded(Fraction(self.numerator, self.denominator), 1).removesuffix(".0")
                return f"{mean} {unit.value} ({self.numerator} over {self.denominator})"
            case _:
                return str(self.numerator)


@pytest.mark.parametrize(("indicator", "example"), EXAMPLES)
def test_plain_python_comes_to_what_the_example_expects(indicator: Indicator, example: Example) -> None:
    """The oracle: each condition asked of each row in turn."""
    assert in_plain_python(indicator, rows_of(indicator, example)).in_words(indicator) == example.expect


@pytest.mark.parametrize(("indicator", "example"), EXAMPLES)
def test_sql_comes_to_what_the_example_expects(indicator: Indicator, example: Example) -> None:
    """The engine's reader: the same conditions, in DuckDB."""
    assert in_sql(indicator, rows_of(indicator, example)).in_words(indicator) == example.expect


@pytest.mark.parametrize("indicator", CATALOGUE, ids=lambda indicator: indicator.ref)
def test_examples_are_told_in_the_columns_of_the_fact(indicator: Indicator) -> None:
    """A label first (the child, or the worker), then columns the fact declares."""
    declared = {column.name for column in indicator.of.columns}
    for example in indicator.examples:
        assert example.headings[0] in ("child", "worker")
        assert set(example.headings[1:]) <= declared
        assert all(len(cells) == len(example.headings) for cells in example.table)


@pytest.mark.parametrize("indicator", CATALOGUE, ids=lambda indicator: indicator.ref)
def test_examples_show_what_counts_what_does_not_and_what_is_left_out(indicator: Indicator) -> None:
    """A share shows a row that meets it, one that does not and one that is unknown; a limit shows a row outside it."""
    rows = [row for example in indicator.examples for row in rows_of(indicator, example)]
    came = in_plain_python(indicator, rows)
    if indicator.considers is not None:
        assert came.denominator < len(rows)
    if isinstance(indicator.measure, Share):
        assert 0 < came.numerator < came.denominator
        assert any(value is None for row in rows for value in row.values())


def rows_of(indicator: Indicator, example: Example) -> list[Row]:
    """The example's cells as values: yes and no, whole numbers, codes; empty is unknown."""
    columns = {column.name: column for column in indicator.of.columns}
    return [
        {
            name: value_of(columns[name], cell)
            for name, cell in zip(example.headings[1:], cells[1:], strict=True)
        }
        for cells in example.table
    ]  # fmt: skip


def value_of(column: Column, cell: str) -> Any:
    if not cell:
        return None
    if isinstance(column, YesNo):
        return ANSWERS[cell]
    if isinstance(column, Number):
        return int(cell)
    assert isinstance(column, Coded)
    assert column.codes is None or cell in column.codes, f"{cell} is not a code of {column.name}"
    return cell


def in_plain_python(indicator: Indicator, rows: list[Row]) -> Came:
    considered = [row for row in rows if indicator.considers is None or indicator.considers.holds(row, {})]
    match indicator.measure:
        case Share(meets=meets):
            return Came(sum(meets.holds(row, {}) for row in considered), len(considered))
        case Mean(of=column):
            known = [row[column.name] for row in considered if row[column.name] is not None]
            return Came(sum(known), len(known))
        case _:
            assert isinstance(indicator.measure, Count)
            return Came(len(considered), len(considered))


def in_sql(indicator: Indicator, rows: list[Row]) -> Came:
    considered = sql_of(indicator.considers)
    match indicator.measure:
        case Share(meets=meets):
            asked = f"count(*) filter ({considered} and {meets.sql({})}), count(*) filter ({considered})"
        case Mean(of=column):
            asked = f"sum({column.name}) filter ({considered}), count({column.name}) filter ({considered})"
        case _:
            asked = f"count(*) filter ({considered}), count(*) filter ({considered})"
    with duckdb.connect() as engine:
        columns = ", ".join(f"{column.name} {SQL_TYPES[type(column)]}" for column in indicator.of.columns)
        engine.execute(f"create table fact (child varchar{', ' + columns if columns else ''})")
        for row in rows:
            names = ", ".join(("child", *row))
            marks = ", ".join("?" for _ in range(len(row) + 1))
            engine.execute(f"insert into fact ({names}) values ({marks})", ["a child", *row.values()])
        answer = engine.execute(f"select {asked} from fact").fetchone()
    assert answer is not None
    return Came(*answer)


def sql_of(condition: Condition | None) -> str:
    return "true" if condition is None else condition.sql({})
