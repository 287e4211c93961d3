"""Every quality rule’s worked example, in DuckDB: the rows with a mark are found, and no others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import duckdb
import pytest

from everychild.quality.bearing import bears_on
from everychild.quality.declared import QualityRule
from everychild.quality.example import example_rows
from everychild.quality.rule_sets import EVERY_RULE, RULE_SETS
from everychild.quality.tables import AROUND, BEFORE, RETURN_TABLES, columns_of
from everychild.records import BY_NAME
from everychild.store.asking import around_rules
from tests.quality.working_days import working_days

RULES = [pytest.param(rule, id=f"{kind.name}-{rule.code}") for kind, rule in EVERY_RULE]
LOADED = ("list_loaded", "month_told", "return_whole")


@pytest.fixture(scope="module")
def tables() -> Iterator[duckdb.DuckDBPyConnection]:
    """Every table a rule may look at, empty."""
    connection = duckdb.connect()
    returns = [name for of_return in RETURN_TABLES.values() for name in of_return]
    for table in (*BY_NAME, *returns, *(f"{name}{BEFORE}" for name in returns), *LOADED):
        declared = ", ".join(f'"{name}" {kind}' for name, kind in columns_of(table).items())
        connection.execute(f"create table {table} ({declared})")
    for table, columns in AROUND.items():
        connection.execute(f"create table {table} ({', '.join(f'{name} {kind}' for name, kind in columns.items())})")
    connection.executemany("insert into calendar values (?, ?)", working_days())
    connection.execute("create table supplied_since_day (record varchar, since date)")
    connection.executemany("insert into supplied_since_day values (?, '2017-04-01')", [[name] for name in BY_NAME])
    for statement in around_rules("2019-05-03", "2019-03-31"):
        connection.execute(statement)
    yield connection
    connection.close()


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_finds_what_its_example_says(rule: QualityRule, tables: duckdb.DuckDBPyConnection) -> None:
    expected = []
    tables.execute("begin")
    try:
        for number, row in enumerate(example_rows(rule), 1):
            values = dict(row.values)
            if "source_id" in columns_of(row.table):
                values["source_id"] = str(number)
            columns = ", ".join(f'"{name}"' for name in values)
            marks = ", ".join("?" for _ in values)
            tables.execute(f"insert into {row.table} ({columns}) values ({marks})", list(values.values()))
            if row.is_at_fault:
                assert row.table == rule.of, f"line {number} is of {row.table}, and the rule finds rows of {rule.of}"
                expected.append(str(number) if "source_id" in values else values["about"])
        found = tables.execute(rule.select).fetchall()
    finally:
        tables.execute("rollback")
    assert sorted(str(row[0] if row[2] is None else row[2]) for row in found) == sorted(expected)


@pytest.mark.parametrize("rule", RULES)
def test_an_example_shows_both_what_breaks_the_rule_and_what_does_not(rule: QualityRule) -> None:
    shown = Counter(row.is_at_fault for row in example_rows(rule) if row.table == rule.of)
    assert shown[True]
    assert shown[False]


@pytest.mark.parametrize("rule", RULES)
def test_what_a_rule_reads_is_written_with_its_table(rule: QualityRule) -> None:
    """What a rule needs is read off its SELECT: a column that is no column of the table would need nothing."""
    for table, columns in rule.reads.items():
        assert columns <= set(columns_of(table)), f"{table} has no {columns - set(columns_of(table))}"


@pytest.mark.parametrize("rule", RULES)
def test_rules_speak_plainly(rule: QualityRule) -> None:
    assert rule.says.endswith((".", "?"))
    assert not set(rule.says) & set("'\"—"), "curly marks, and no dashes"


@pytest.mark.parametrize("kind", RULE_SETS, ids=lambda kind: kind.name)
def test_a_code_stands_for_one_rule_in_any_one_year(kind) -> None:
    for year in (None, *range(2018, 2029)):
        codes = Counter(rule.code for rule in kind.rules if year is not None and rule.holds_for(year))
        assert not [code for code, times in codes.items() if times > 1], year


@pytest.mark.parametrize("rule", [param for param in RULES if not param.id.startswith("own-")])
def test_the_departments_rules_that_we_ask_bear_on_a_figure(rule: QualityRule) -> None:
    """A return has other rules, which no figure of ours depends on."""
    assert bears_on(rule)
