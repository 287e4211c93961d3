"""DuckDB, as most dashboards ask it: one query for each indicator, month and window, and one more for its ages."""

from __future__ import annotations

import duckdb
import pyarrow.parquet as pq

from bench.beside.days import days_of, month_ends_of
from bench.beside.figures import ROLLING_12, THE_MONTH, Figures, Given, Place, Whole
from bench.beside.questions import AGE, COUNTED, QUESTIONS, RECORDS, Question
from everychild.calendar import Month


def ready(given: Given) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect(":memory:", config={"threads": 1})
    tables = {name: pq.read_table(given.records / f"{name}.parquet") for name in RECORDS}
    for name, table in {**tables, "days": days_of(given.calendar), "month_end": month_ends_of(given.months)}.items():
        connection.register("arriving", table)
        connection.execute(f"create table {name} as select * from arriving")
        connection.unregister("arriving")
    return connection


def counted(connection: duckdb.DuckDBPyConnection, given: Given) -> Figures:
    figures: dict[Place, Whole] = {}
    for question in QUESTIONS:
        for month in given.shown:
            for window, first in ((THE_MONTH, month), (ROLLING_12, month - 11)):
                if window == THE_MONTH or not question.at_month_end:
                    for age, *whole in _asked(connection, question, given, first, month):
                        figures[Place(question.ref, window, month.index, age)] = Whole(*whole)
    return figures


def done(connection: duckdb.DuckDBPyConnection) -> None:
    connection.close()


def _asked(
    connection: duckdb.DuckDBPyConnection, question: Question, given: Given, first: Month, last: Month
) -> list[tuple[str | None, int, int]]:
    rows = question.rows
    for name, allowed in given.days_allowed.items():
        rows = rows.replace(f":{name}", str(allowed))
    if question.at_month_end:
        rows = rows.replace("from month_end", "from (select * from month_end where as_at = $last) as month_end")
    within = {"first": first.first_day, "last": last.last_day}
    told = f"from ({rows}) as told"
    every_age = f"select null, {COUNTED} {told} where told.day between $first and $last"
    by_age = f"""
        select {AGE}, {COUNTED} {told}
        inner join days on days.day = told.day
        left join child on child.child_id = told.child_id
        where told.day between $first and $last
        group by 1
    """
    return [row for select in (every_age, by_age) for row in connection.execute(select, within).fetchall()]
