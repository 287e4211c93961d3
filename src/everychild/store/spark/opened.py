"""A month counted on the Spark that council.toml names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from everychild.calendar import Clock, Month, WorkingCalendar
from everychild.council import Council
from everychild.store.home import Home
from everychild.store.spark.engine import SparkEngine
from everychild.store.spark.session import spark_session
from everychild.store.supply import KeptList


@contextmanager
def spark_engine(
    home: Home,
    council: Council,
    kept: Sequence[KeptList],
    calendar: WorkingCalendar,
    months: Sequence[Month],
    clocks: Mapping[str, Clock],
) -> Iterator[SparkEngine]:
    """An engine over these very lists, as this council counts, with a session of its own."""
    by = council.counted_by
    with (
        spark_session(by.master, by.more) as session,
        SparkEngine(
            session,
            by.storage or str(home.path),
            home,
            kept,
            calendar,
            months,
            clocks,
            council.valid_visit_places,
            council_words=council.council_words,
            family_help_since=council.family_help_since,
        ) as engine,
    ):
        yield engine
