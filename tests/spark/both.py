"""The same made-up records before both engines."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pyarrow as pa

from everychild.store.counting import Counting
from everychild.store.engine import Engine
from everychild.store.spark.engine import SparkEngine
from tests.generative.over_records import VISIT_PLACES, engine_over, extract_of
from tests.generative.random_records import random_rows

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


def duckdb_over(folder: Path, seed: int, rows: int = 40, children: int = 12) -> Engine:
    return engine_over(folder, extract_of(random_rows(Random(seed), children=children, rows=rows)))


def spark_over(session: SparkSession, same: Engine, places: Sequence[str] | None = None) -> SparkEngine:
    """Over the very lists the other counts, by the same clocks."""
    visit_places = VISIT_PLACES if places is None else places
    return SparkEngine(
        session, str(same.home.path), same.home, same.kept, same.calendar, same.months, same.clocks, visit_places
    )


def tallied(engine: Counting, table: str) -> Sequence[tuple[object, ...]]:
    return in_order(engine.rows(f"select * from {table}", {}))


def in_order(rows: pa.Table) -> Sequence[tuple[object, ...]]:
    return sorted(zip(*(column.to_pylist() for column in rows.columns), strict=True), key=repr)
