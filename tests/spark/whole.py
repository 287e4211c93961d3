"""The long run: whole counts on a real cluster, each held against DuckDB’s.   python -m tests.spark.whole [seed ...]

The whole catalogue by every rule, window, month, breakdown and group, of made-up records; with --home, of a council’s home
as well. What differs fails the run.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pyarrow as pa

from everychild.calendar import Month
from everychild.catalogue import CATALOGUE
from everychild.store.engine import Engine
from everychild.store.figures import digest_of
from everychild.store.home import Home
from everychild.store.spark.session import spark_session
from tests.generative.over_records import every_rule
from tests.spark.both import duckdb_over, spark_over
from tests.spark.cluster import SMALL, started

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

EVERY_RULE = every_rule(CATALOGUE)
LARGE = {name: value for name, value in SMALL.items() if name.endswith(".memory")}
"""For a council’s home: Spark as it comes, with 1 GB each."""


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("seeds", nargs="*", type=int, default=[1, 2])
    asked.add_argument("--rows", type=int, default=60)
    asked.add_argument("--home", type=Path)
    asked.add_argument("--month", default="2019-04")
    chosen = asked.parse_args()
    differ = 0
    with TemporaryDirectory() as place:
        for cluster in started(Path(place) / "cluster"):
            with spark_session(cluster.master, SMALL) as session:
                for seed in chosen.seeds:
                    with duckdb_over(Path(place) / str(seed), seed, rows=chosen.rows) as duckdb:
                        differ += _compared(f"seed {seed}", session, duckdb)
            if chosen.home:
                with spark_session(cluster.master, LARGE) as session:
                    differ += _home(session, Home(chosen.home), Month.of(chosen.month))
    raise SystemExit(differ > 0)


def _home(session: SparkSession, home: Home, month: Month) -> bool:
    from everychild import month_end
    from everychild.council import read_council
    from everychild.journal.connection import open_journal

    open_journal(home)
    council = read_council(home.settings)
    with month_end.engine_over(home, council, month, month_end.extracts_seen(None)) as duckdb:
        return _compared(str(month), session, duckdb, council.valid_visit_places)


def _compared(name: str, session: SparkSession, duckdb: Engine, places: tuple[str, ...] | None = None) -> bool:
    """Whether the two differ, said with how long each took."""
    began = time.perf_counter()
    expected = duckdb.figures(EVERY_RULE, duckdb.months[0])
    between = time.perf_counter()
    with spark_over(session, duckdb, places) as spark:
        found = spark.figures(EVERY_RULE, duckdb.months[0])
    ended = time.perf_counter()
    differs = not _same(found, expected)
    rows = sum(item.rows for item in duckdb.kept)
    print(
        f"{name}: {rows:,} rows, {expected.num_rows:,} figures {'DIFFER' if differs else 'equal'}; "
        f"DuckDB {between - began:,.1f} s, Spark {ended - between:,.1f} s",
        flush=True,
    )
    return differs


def _same(found: pa.Table, expected: pa.Table) -> bool:
    return found.schema == expected.schema and digest_of(found) == digest_of(expected)


if __name__ == "__main__":
    main()
