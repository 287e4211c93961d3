"""Every worked example, run by both readers: plain Python and DuckDB. What is printed as help must be true."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

import duckdb
import pytest

from everychild import wording
from everychild.catalogue import BY_REF, CATALOGUE, Example, Indicator, Unit
from everychild.catalogue.indicator import Children, Count, Mean, Mix, Proportion, Share, Total
from everychild.facts.language import Coded, Column, Condition, Number, Row, YesNo
from everychild.measure.figure import scaled

SQL_TYPES = {Number: "integer", YesNo: "boolean", Coded: "varchar"}
ANSWERS = {"yes": True, "no": False}

EXAMPLES = [
    pytest.param(indicator, example, id=f"{indicator.ref}-{number}")
    for indicator in CATALOGUE
    for number, example in enumerate(indicator.examples, start=1)
]


@dataclass(frozen=True)
class Came:
    """What an example comes to: how many, or how much, out of how many; a mix, how many in each group."""

    numerator: int
    denominator: int
    groups: tuple[tuple[str, int], ...] = ()

    def in_words(self, indicator: Indicator) -> str:
        match indicator.measure:
            case Mix(by=by):
                order = {group: place for place, group in enumerate(by.groups)}
                found = sorted(self.groups, key=lambda item: (order.get(item[0], len(order)), item[0]))
                return ", ".join(f"{group} {number} of {self.numerator}" for group, number in found)
            case Share() | Proportion():
                share = Fraction(100 * self.numerator, self.denominator)
                return f"{self.numerator} of {self.denominator} ({wording.percentage(share)})"
            case Mean(unit=unit):
                mean = wording.rounded(scaled(Fraction(self.numerator, self.denominator), unit), 1).removesuffix(".0")
                summed = f"{self.numerator} days" if unit is Unit.WEEKS else self.numerator
                return f"{mean} {unit.value} ({summed} over {self.denominator})"
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
    """A label first (the child, or the worker), then columns the fact declares; a mix’s own breakdown may be one."""
    declared = {column.name for column in indicator.of.columns} | grouped_by(indicator)
    for example in indicator.examples:
        assert example.headings[0] not in declared
        assert set(example.headings[1:]) <= declared
        assert all(len(cells) == len(example.headings) for cells in example.table)


@pytest.mark.parametrize("indicator", CATALOGUE, ids=lambda indicator: indicator.ref)
def test_examples_show_what_counts_what_does_not_and_what_is_left_out(indicator: Indicator) -> None:
    """A share shows a row that meets it, one that does not and one that is unknown; a limit shows a row outside it."""
    rows = [row for example in indicator.examples for row in rows_of(indicator, example)]
    came = in_plain_python(indicator, rows)
    if indicator.considers is not None:
        assert any(not indicator.considers.holds(row, {}) for row in rows)
    if isinstance(indicator.measure, Share):
        assert 0 < came.numerator < came.denominator
        assert any(value is None for row in rows for value in row.values())


def grouped_by(indicator: Indicator) -> set[str]:
    """The column a mix is by, which holds a group’s name."""
    return {indicator.measure.by.column} if isinstance(indicator.measure, Mix) else set()


def rows_of(indicator: Indicator, example: Example) -> list[Row]:
    """The example's cells as values: yes and no, whole numbers, codes; empty is unknown. The label is `child_id`."""
    columns = {column.name: column for column in indicator.of.columns}
    return [
        {"child_id": cells[0]}
        | {
            name: value_of(columns.get(name), cell)
            for name, cell in zip(example.headings[1:], cells[1:], strict=True)
        }
        for cells in example.table
    ]  # fmt: skip


def value_of(column: Column | None, cell: str) -> Any:
    if not cell:
        return None
    if column is None:
        return cell
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
        case Mean(of=column) | Total(of=column):
            known = [row[column.name] for row in considered if row[column.name] is not None]
            return Came(sum(known), len(known))
        case Proportion(part=part, whole=whole):
            both = [row for row in considered if row[part.name] is not None and row[whole.name] is not None]
            return Came(sum(row[part.name] for row in both), sum(row[whole.name] for row in both))
        case Mix(by=by):
            groups = Counter(row[by.column] for row in considered if row[by.column] not in (None, "Not known"))
            return Came(groups.total(), len(considered), tuple(sorted(groups.items())))
        case Children():
            different = {row["child_id"] for row in considered}
            return Came(len(different), len(considered))
        case _:
            assert isinstance(indicator.measure, Count)
            return Came(len(considered), len(considered))


def in_sql(indicator: Indicator, rows: list[Row]) -> Came:
    considered = sql_of(indicator.considers)
    match indicator.measure:
        case Share(meets=meets):
            asked = f"count(*) filter ({considered} and {meets.sql({})}), count(*) filter ({considered})"
        case Mix(by=by):
            asked = (
                f"count(*) filter ({considered} and {by.column} <> 'Not known'), count(*) filter ({considered}), "
                f"list({by.column}) filter ({considered} and {by.column} <> 'Not known')"
            )
        case Children():
            asked = f"count(distinct child_id) filter ({considered}), count(*) filter ({considered})"
        case Proportion(part=part, whole=whole):
            both = f"{considered} and {part.name} is not null and {whole.name} is not null"
            asked = f"sum({part.name}) filter ({both}), sum({whole.name}) filter ({both})"
        case Mean(of=column) | Total(of=column):
            asked = f"sum({column.name}) filter ({considered}), count({column.name}) filter ({considered})"
        case _:
            asked = f"count(*) filter ({considered}), count(*) filter ({considered})"
    with duckdb.connect() as engine:
        types = {column.name: SQL_TYPES[type(column)] for column in indicator.of.columns}
        types = dict.fromkeys(("child_id", *grouped_by(indicator)), "varchar") | types
        engine.execute(f"create table fact ({', '.join(f'{name} {kind}' for name, kind in types.items())})")
        for row in ({name: value for name, value in row.items() if name in types} for row in rows):
            marks = ", ".join("?" for _ in row)
            engine.execute(f"insert into fact ({', '.join(row)}) values ({marks})", list(row.values()))
        answer = engine.execute(f"select {asked} from fact").fetchone()
    assert answer is not None
    numerator, denominator, *groups = answer
    return Came(numerator, denominator, tuple(sorted(Counter(groups[0]).items())) if groups else ())


def sql_of(condition: Condition | None) -> str:
    return "true" if condition is None else condition.sql({})


def test_every_way_of_counting_can_have_an_example() -> None:
    """Ways of counting the catalogue does not use today are still told the same by both readers."""
    gaps = BY_REF["CP25"]
    assert isinstance(gaps.measure, Mean)
    between = gaps.measure.of
    unborn = next(column for column in gaps.of.columns if column.name == "is_unborn")
    by_age = next(breakdown for breakdown in gaps.breakdowns if breakdown.name == "age")
    example = Example(
        says="Ann twice, Bea once; one gap is not known.",
        rows="""
            child | working_days_between | is_unborn | age_band
            Ann   | 4                    | no        | 1 to 4
            Ann   | 10                   | no        | 1 to 4
            Bea   |                      | no        | 10 to 15
        """,
        expect="",
    )
    said = {
        "different children": replace(gaps, measure=Children()),
        "total": replace(gaps, measure=Total(between)),
        "proportion": replace(gaps, measure=Proportion(between, between)),
        "mix": replace(gaps, measure=Mix(by_age)),
        "weeks": replace(gaps, measure=Mean(between, Unit.WEEKS)),
    }
    assert isinstance(unborn, YesNo)
    expected = {
        "different children": "2",
        "total": "14",
        "proportion": "14 of 14 (100.0%)",
        "mix": "1 to 4 2 of 3, 10 to 15 1 of 3",
        "weeks": "1 weeks (14 days over 2)",
    }
    for name, indicator in said.items():
        rows = rows_of(indicator, example)
        assert in_plain_python(indicator, rows).in_words(indicator) == expected[name]
        assert in_sql(indicator, rows).in_words(indicator) == expected[name]
