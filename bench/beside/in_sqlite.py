"""SQLite: the records in its tables with an index on each child, and one statement an indicator for all months."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pyarrow.parquet as pq

from bench.beside.days import days_of, month_ends_of
from bench.beside.figures import Figures, Given, with_windows
from bench.beside.questions import AGE, AT_MONTH_END, COUNTED, QUESTIONS, RECORDS


def ready(given: Given) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    tables = {name: pq.read_table(given.records / f"{name}.parquet") for name in RECORDS}
    for name, table in {**tables, "days": days_of(given.calendar), "month_end": month_ends_of(given.months)}.items():
        connection.execute(f"create table {name} ({', '.join(table.column_names)})")
        values = ", ".join("?" * table.num_columns)
        columns = [_plain(column.to_pylist()) for column in table.columns]
        connection.executemany(f"insert into {name} values ({values})", zip(*columns, strict=True))
        if "child_id" in table.column_names:
            connection.execute(f"create index {name}_child on {name} (child_id)")
    connection.execute("create unique index days_day on days (day)")
    connection.execute("analyze")
    return connection


def counted(connection: sqlite3.Connection, given: Given) -> Figures:
    return with_windows(_by_month(connection, given), AT_MONTH_END, given.shown)


def done(connection: sqlite3.Connection) -> None:
    connection.close()


def _by_month(connection: sqlite3.Connection, given: Given) -> Iterator[tuple[str, int, str, int, int]]:
    for question in QUESTIONS:
        for found in connection.execute(
            f"""
            select days.month_no, {AGE}, {COUNTED}
            from ({question.rows}) as told
            inner join days on days.day = told.day
            left join child on child.child_id = told.child_id
            where days.month_no between :first and :last
            group by 1, 2
            """,
            {**given.days_allowed, "first": given.months[0].index, "last": given.months[-1].index},
        ):
            yield question.ref, *found


def _plain(values: list[object]) -> list[object]:
    """SQLite has no days: they are text, as ISO writes them."""
    return [value.isoformat() if hasattr(value, "isoformat") else value for value in values]
