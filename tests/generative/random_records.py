"""Records nobody thought of: every table, random rows, with the awkward cases councils really have."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from everychild.intake.reading import Rows
from everychild.layouts.layout import Coverage
from everychild.records import RECORDS, Column, Kind, Table

FIRST, LAST = date(2017, 12, 1), date(2019, 5, 3)
AWKWARD = (date(2018, 2, 28), date(2018, 12, 31), date(2019, 4, 19), date(2019, 4, 30), date(2019, 3, 31))


def random_rows(
    chance: Random, children: int = 12, rows: int = 40, only: Collection[str] | None = None
) -> tuple[Rows, ...]:
    """Rows of every record: few children, so that their histories meet; missing values; same-day events; duplicates."""
    return tuple(_of_table(chance, table, children, rows) for table in RECORDS if only is None or table.name in only)


def _of_table(chance: Random, table: Table, children: int, how_many: int) -> Rows:
    if table.key == ("child_id",):
        how_many = children
    columns: dict[str, list[Any]] = {column.name: [] for column in table.columns}
    for n in range(how_many):
        row = {column.name: _value(chance, column, children) for column in table.columns}
        if table.key == ("child_id",):
            row["child_id"] = f"C{n}"
        _put_in_order(row, table)
        for name, value in row.items():
            columns[name].append(value)
    feed = f"random.{table.name}"
    return Rows(table.name, feed, 1, Coverage(months=18), columns, [0] * how_many, list(range(2, how_many + 2)))


def _value(chance: Random, column: Column, children: int) -> Any:
    if not column.required and chance.random() < 0.15:
        return None
    match column.kind:
        case Kind.IDENTIFIER if column.name == "child_id":
            return f"C{chance.randrange(children)}"
        case Kind.IDENTIFIER:
            return f"{column.name[0].upper()}{chance.randrange(6)}"
        case Kind.DATE if column.name == "born_on":
            return date(2000, 1, 1) + timedelta(days=chance.randrange(7_300))
        case Kind.DATE:
            return _day(chance)
        case Kind.MOMENT:
            return datetime.combine(_day(chance), time(chance.randrange(24), 30))
        case Kind.NUMBER:
            return chance.randrange(5)
        case Kind.YES_NO:
            return chance.random() < 0.6
        case Kind.CODE:
            assert column.codes is not None
            return chance.choice(list(column.codes.values))
        case Kind.TEXT:
            return chance.choice(["North", "South", "West"])


def _day(chance: Random) -> date:
    if chance.random() < 0.15:
        return chance.choice(AWKWARD)
    return FIRST + timedelta(days=chance.randrange((LAST - FIRST).days + 1))


def _put_in_order(row: dict[str, Any], table: Table) -> None:
    """Intake sets aside what ends before it begins, so the engine never sees it."""
    if table.began and table.ended:
        began, ended = row[table.began], row[table.ended]
        if ended is not None and ended < began:
            row[table.began], row[table.ended] = ended, began
