"""Rows as the database holds them, kind and bytes, in words that are the same in SQLite and in PostgreSQL.

Seals are taken over these words, so that a journal moved from one to the other is sealed as it was.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from django.db import connection

ROWS_AT_ONCE = 500
MOMENT = "YYYY-MM-DD HH24:MI:SS"
WRITTEN: dict[str, tuple[str, str]] = {
    "character varying": ("text", "{0}"),
    "text": ("text", "{0}"),
    "smallint": ("integer", "{0}::text"),
    "integer": ("integer", "{0}::text"),
    "bigint": ("integer", "{0}::text"),
    "boolean": ("integer", "{0}::integer::text"),
    "date": ("text", "to_char({0}, 'YYYY-MM-DD')"),
    "timestamp with time zone": (
        "text",
        f"to_char({{0}} at time zone 'UTC', '{MOMENT}') || "
        "case when extract(microseconds from {0})::bigint % 1000000 = 0 then '' else to_char({0}, '.US') end",
    ),
}
"""For each kind of column in PostgreSQL: what SQLite calls its values, and how SQLite writes them."""

JSON = "jsonb"


def rows_as_kept(table: str, columns: Sequence[str], numbers: Sequence[int]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Each row’s number and its values: the kind, then the bytes in hexadecimal digits. In the order of their numbers.

    The names become SQL: they must be columns of that table.
    """
    kinds = columns_of_table(table)
    values = ", ".join(_written(column, kinds[column]) for column in columns)
    with connection.cursor() as cursor:
        for start in range(0, len(numbers), ROWS_AT_ONCE):
            some = [int(number) for number in numbers[start : start + ROWS_AT_ONCE]]
            listed = ", ".join(map(str, some))
            cursor.execute(f'select id, {values} from "{table}" where id in ({listed}) order by id')
            for number, *told in cursor.fetchall():
                yield (
                    int(number),
                    tuple(_as_in_sqlite(value, kinds[column]) for value, column in zip(told, columns, strict=True)),
                )


def columns_of_table(table: str) -> dict[str, str]:
    """What the database calls the kind of each column."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "select column_name, data_type from information_schema.columns "
                "where table_schema = current_schema() and table_name = %s",
                [table],
            )
            return {str(name): str(kind) for name, kind in cursor.fetchall()}
        return {column.name: "" for column in connection.introspection.get_table_description(cursor, table)}


def _written(column: str, kind: str) -> str:
    if connection.vendor != "postgresql":
        # hex() and typeof() tell apart what quoting does not: text with a zero byte, a number kept as text.
        return f'typeof("{column}") || hex("{column}")'
    quoted = f'"{column}"'
    if kind == JSON:
        return f"{quoted}::text"
    name, words = WRITTEN.get(kind, (kind, "{0}::text"))
    return f"coalesce('{name}' || upper(encode(convert_to({words.format(quoted)}, 'UTF8'), 'hex')), 'null')"


def _as_in_sqlite(told: Any, kind: str) -> str:
    """SQLite keeps JSON as Django wrote it; PostgreSQL keeps its meaning, which is written the same way again."""
    if kind != JSON:
        return str(told)
    return "null" if told is None else f"text{json.dumps(json.loads(told)).encode().hex().upper()}"
