"""Spark as an engine: records, facts, tallies and windows counted on a cluster, to the same figures as DuckDB.

What is made is written to a working folder in the cluster’s storage, as Parquet: plans stay short, and a lost worker
takes nothing with it. The folder is deleted when the count ends, since it holds rows about children.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from itertools import count
from typing import TYPE_CHECKING

import pyarrow as pa

from everychild.calendar import Clock, Month, WorkingCalendar
from everychild.council import COUNCIL_WORDS
from everychild.errors import NotForSpark, Tampered
from everychild.facts.clocks import CLOCKS
from everychild.records import BY_NAME, Kind, Table
from everychild.store.around import Columns
from everychild.store.counting import AS_EXTRACTED, Counting, Tallied
from everychild.store.home import Home
from everychild.store.pupil_numbers import KNOWN_BY_NUMBER, children_by_number
from everychild.store.spark.spoken import as_spark, in_steps
from everychild.store.supply import KeptList

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

AT_A_TIME = 4
"""Facts tallied at a time: most are small, and would leave a cluster waiting for one another."""

SENT_ALONG = 5_000
"""Rows of a table that stands around the records, up to which it goes to the workers with each statement."""

_NUMBERS = count(1)
"""One for each engine of this process, so that no two of an application work in one folder."""

_SPARK_TYPES = {
    Kind.IDENTIFIER: "string",
    Kind.DATE: "date",
    Kind.MOMENT: "timestamp_ntz",
    Kind.NUMBER: "bigint",
    Kind.YES_NO: "boolean",
    Kind.CODE: "string",
    Kind.TEXT: "string",
}


class SparkEngine(Counting):
    """One run on a cluster that `session` reaches, over what lies in `storage`.

    That is a folder every worker reads and writes, or the address of one on any file system Hadoop knows; in it lie
    `extracts/`, as in a home. Where it is not the home itself, each list is held against the journal’s sha256 first:
    raises Tampered where one is another. Raises NotForSpark, by name, where something cannot be counted.
    """

    def __init__(
        self,
        session: SparkSession,
        storage: str,
        home: Home,
        kept: Sequence[KeptList],
        calendar: WorkingCalendar,
        months: Sequence[Month],
        clocks: Mapping[str, Clock],
        visit_places: Iterable[str],
        *,
        council_words: Iterable[str] = COUNCIL_WORDS,
        family_help_since: date | None = None,
    ) -> None:
        self.session = session
        self._storage = storage.rstrip("/")
        self._working = f"{self._storage}/spark-working/{session.sparkContext.applicationId}-{next(_NUMBERS)}"
        self._written = count(1)
        try:
            if self._storage != str(home.path):
                self._verify(kept)
            super().__init__(
                home,
                kept,
                calendar,
                months,
                clocks,
                visit_places,
                council_words=council_words,
                family_help_since=family_help_since,
            )
            self._start(clock.name for clock in CLOCKS)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> SparkEngine:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Deletes the working folder, wherever it lies."""
        java = self.session.sparkContext._jvm
        place = java.org.apache.hadoop.fs.Path(self._working)
        place.getFileSystem(self.session.sparkContext._jsc.hadoopConfiguration()).delete(place, True)

    def _verify(self, kept: Sequence[KeptList]) -> None:
        """Every list in the cluster’s own storage, read by the cluster."""
        expected = {item.path: item.sha256 for item in kept}
        with _by_name("the extracts in its storage"):
            there = self.session.read.format("binaryFile").load([self._list(path) for path in expected])
            told = there.selectExpr("substring_index(path, '/', -2) as path", "sha2(content, 256) as sha256").collect()
        found = {row.path: row.sha256 for row in told}
        if found != expected:
            others = sum(found.get(path) != sha256 for path, sha256 in expected.items())
            raise Tampered(
                f"{others} of {len(expected)} lists in the storage of Spark ({self._storage}) are not as they were "
                "kept. Copy the home’s folder of extracts there again."
            )

    def _list(self, path: str) -> str:
        return f"{self._storage}/extracts/{path}"

    # How tables are kept

    def _table(self, name: str, columns: Columns) -> None:
        self._show(name, pa.table(dict(columns)))

    def _show(self, name: str, rows: pa.Table) -> None:
        told = self.session.createDataFrame(rows.combine_chunks())  # it reads no further than a piece without rows
        if told.count() != rows.num_rows:
            raise NotForSpark(f"Spark was given {rows.num_rows} rows of {name} and has not as many.")
        if rows.num_rows > SENT_ALONG:
            self._write(name, told)
        else:
            told.createOrReplaceTempView(name)

    def _add_rows(self, name: str, parts: Sequence[Columns]) -> None:
        before = self.session.table(name).toArrow()
        self._show(
            name, pa.concat_tables([before, *(pa.table(dict(columns)).cast(before.schema) for columns in parts)])
        )

    def _keep(self, name: str, select: str) -> None:
        with _by_name(name):
            self._write(name, self._said(select, {}))

    def _write(self, name: str, rows: DataFrame) -> None:
        place = f"{self._working}/{next(self._written)}-{name}"
        rows.write.parquet(place)
        self.session.read.schema(rows.schema).parquet(place).createOrReplaceTempView(name)

    def _keep_told(self, table: Table, kept: Sequence[KeptList]) -> None:
        """A column that an extract was kept without is unknown."""
        lists = f"{table.name}_in_lists"
        self._show_lists(lists, table, kept)
        self._keep(f"{table.name}{AS_EXTRACTED}", self._told_select(table, lists, kept))

    def _keep_numbers(self, lists: Sequence[KeptList]) -> None:
        self._show_lists("lists_with_numbers", BY_NAME["child"], lists)
        self._keep(KNOWN_BY_NUMBER, children_by_number("lists_with_numbers"))

    def _show_lists(self, name: str, table: Table, kept: Sequence[KeptList]) -> None:
        columns = {column.name: _SPARK_TYPES[column.kind] for column in table.columns} | {"source_ref": "bigint"}
        if kept:
            shape = ", ".join(f"{column} {kind}" for column, kind in columns.items())
            lists = self.session.read.schema(shape).parquet(*(self._list(item.path) for item in kept))
            own = str(self.home.extracts / "-")[:-1].replace("'", "\\'")
            told = lists.selectExpr("*", f"concat('{own}', substring_index(_metadata.file_path, '/', -2)) as filename")
        else:
            unknown = [f"cast(null as {kind}) as {column}" for column, kind in columns.items()]
            told = self.session.range(0).selectExpr(*unknown, "cast(null as string) as filename")
        told.createOrReplaceTempView(name)

    def _drop(self, name: str) -> None:
        """Its file goes with the others."""
        self.session.catalog.dropTempView(name)

    def _keep_all(self, name: str, columns: Columns, tallied: Iterable[Tallied]) -> None:
        """Fact by fact, several at a time. What they come to is small, and passes through here."""
        shape = pa.table(dict(columns)).schema
        with ThreadPoolExecutor(AT_A_TIME) as pool:
            found = list(pool.map(self._counted, tallied))
        rows = pa.concat_tables([shape.empty_table(), *(each.cast(shape) for each in found)])
        self._table(name, {column: rows[column] for column in shape.names})

    def _counted(self, tallied: Tallied) -> pa.Table:
        with _by_name(", ".join(sorted({indicator.ref for indicator in tallied.indicators}))):
            return self._said(tallied.select, tallied.asked).toArrow()

    def rows(self, select: str, asked: Mapping[str, int]) -> pa.Table:
        steps, last = in_steps(select)
        for name, step in steps:
            self._keep(name, step)
        with _by_name("months put together to windows"):
            rows = self._said(last, asked).toArrow()
        return pa.table({name: rows[name].combine_chunks() for name in rows.column_names})

    def _said(self, select: str, asked: Mapping[str, int]) -> DataFrame:
        return self.session.sql(as_spark(select), args=dict(asked))


@contextmanager
def _by_name(what: str) -> Iterator[None]:
    """Raises NotForSpark for what failed meanwhile, by name and code: Spark’s message may hold a child’s details."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
    except NotForSpark as problem:
        raise NotForSpark(f"Spark cannot count {what}. {problem}") from None
    except (PySparkException, Py4JError) as problem:
        code = (problem.getCondition() if isinstance(problem, PySparkException) else None) or type(problem).__name__
        raise NotForSpark(
            f"Spark could not count {what} ({code}), so nothing was counted. Look at the cluster’s own log, "
            "or count on this machine: engine = “duckdb” under [counting] in council.toml."
        ) from None
