"""What every SELECT keeps to, so that it gives the same answer twice and runs on another engine."""

from importlib.resources import files

import pytest
import sqlglot
from sqlglot import exp

from everychild.catalogue import CATALOGUE
from everychild.facts import FACTS, PREPARED
from everychild.facts.clocks import CLOCKS
from everychild.measure.tally import tally_select
from everychild.measure.windows import SERIES_SELECT, WINDOWS_SELECT

SELECTS = {
    name: files("everychild.facts").joinpath(f"{name}.sql").read_text(encoding="utf-8")
    for name in (*PREPARED, *(fact.name for fact in FACTS))
}
NOT_REPEATABLE = {"any_value", "arg_max", "arg_min", "first", "last", "random", "now", "current_date", "avg", "stddev"}


@pytest.mark.parametrize("name", SELECTS)
def test_a_select_says_what_a_row_is_and_runs_on_spark(name):
    """The first line is a sentence; the rest is one SELECT that sqlglot can turn into Spark's SQL."""
    text = SELECTS[name]

    assert text.startswith("-- One row per ")
    assert text.splitlines()[0].endswith(".")
    parsed = sqlglot.parse(text, dialect="duckdb")
    assert len(parsed) == 1
    assert sqlglot.transpile(text, read="duckdb", write="spark", unsupported_level=sqlglot.ErrorLevel.RAISE)


@pytest.mark.parametrize("name", SELECTS)
def test_a_select_uses_nothing_that_may_give_another_answer_next_time(name):
    """No first, no any, no today, no average of doubles, no limit without an order."""
    tree = sqlglot.parse_one(SELECTS[name], dialect="duckdb")
    used = {node.sql_name().lower() for node in tree.find_all(exp.Func)}
    used |= {node.name.lower() for node in tree.find_all(exp.Anonymous)}

    assert not used & NOT_REPEATABLE
    assert not list(tree.find_all(exp.Limit))


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.name)
def test_a_select_gives_the_columns_the_fact_declares(fact):
    """And the ones every fact needs."""
    names = set(sqlglot.parse_one(fact.select, dialect="duckdb").named_selects)
    own = {breakdown.column for breakdown in fact.breakdowns} - {
        "age_band",
        "sex_name",
        "ethnic_group_name",
        "disability_name",
        "ward_name",
        "in_care_name",
        "need_name",
    }

    assert {"child_id", "source_id", "team", "worker_id", fact.own_date} <= names
    assert {column.name for column in fact.columns} <= names
    assert own <= names


def test_every_clock_is_used_and_every_fact_has_an_indicator():
    """Nothing is declared for nobody."""
    used = {clock.name for fact in FACTS for clock in fact.clocks}
    used |= {clock.name for indicator in CATALOGUE for clock in indicator.clocks}

    assert {clock.name for clock in CLOCKS} == used
    assert {fact.name for fact in FACTS} == {indicator.of.name for indicator in CATALOGUE}


def test_the_counting_itself_is_repeatable():
    """The tally of every fact, and the windows over it."""
    texts = [SERIES_SELECT, WINDOWS_SELECT] + [
        tally_select(fact.name, fact, [indicator for indicator in CATALOGUE if indicator.of is fact], {})
        for fact in FACTS
    ]
    for text in texts:
        tree = sqlglot.parse_one(text, dialect="duckdb")
        assert not {node.sql_name().lower() for node in tree.find_all(exp.Func)} & NOT_REPEATABLE
