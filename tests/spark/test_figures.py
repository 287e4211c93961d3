"""Spark, on a real cluster, counts what DuckDB counts: every indicator and rule, month, breakdown and group."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from everychild.catalogue import CATALOGUE
from everychild.facts import FACTS, Fact
from everychild.store.engine import Engine
from everychild.store.spark.engine import SparkEngine
from everychild.store.spark.session import spark_session
from tests.generative.over_records import every_rule
from tests.spark.both import duckdb_over, spark_over, tallied
from tests.spark.cluster import SMALL, Cluster

EVERY_RULE = every_rule(CATALOGUE)
SEED = 1


@pytest.fixture(scope="module")
def engines(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Engine, SparkEngine]]:
    with (
        spark_session(cluster.master, SMALL) as session,
        duckdb_over(tmp_path_factory.mktemp("records"), SEED) as duckdb,
        spark_over(session, duckdb) as spark,
    ):
        yield duckdb, spark


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.name)
def test_a_fact_is_tallied_to_the_same_whole_numbers(engines: tuple[Engine, SparkEngine], fact: Fact) -> None:
    """Numerator, denominator and twice the median, of every month and group; children counted over every window."""
    duckdb, spark = engines
    of_it = [indicator for indicator in EVERY_RULE if indicator.of is fact]

    duckdb.tally(of_it)
    spark.tally(of_it)

    assert tallied(spark, "tally") == tallied(duckdb, "tally")
    assert tallied(spark, "children_tally") == tallied(duckdb, "children_tally")


def test_months_become_the_same_windows(engines: tuple[Engine, SparkEngine]) -> None:
    """Of the whole catalogue, from one tally: the same rows in the same order, of the same types."""
    duckdb, spark = engines
    duckdb.tally(EVERY_RULE)
    for name in ("tally", "children_tally"):
        told = duckdb.rows(f"select * from {name}", {})
        spark.hold(name, {column: told[column] for column in told.column_names})

    expected = duckdb.windows(EVERY_RULE, duckdb.months[0])
    found = spark.windows(EVERY_RULE, duckdb.months[0])

    assert expected.num_rows > 100_000
    assert found.schema == expected.schema
    assert found.equals(expected)
