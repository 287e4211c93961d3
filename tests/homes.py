"""Copies of homes, and a journal as somebody would reach it past Everychild, whichever database keeps it."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from everychild.store.home import Home
from tests import postgresql


def copy_of(home: Home, place: Path) -> Home:
    """The same home again, which shares nothing with the first."""
    shutil.copytree(home.path, place)
    copy = Home(place)
    if not home.journal.is_file():
        postgresql.copy_database(home, copy)
    return copy


def throw_away(home: Home) -> None:
    if not home.journal.is_file():
        postgresql.drop_database(home)
    shutil.rmtree(home.path)


class ByHand:
    """A connection of nobody’s but the tests’. Statements are written with `?`, as SQLite has them."""

    def __init__(self, held: Any) -> None:
        self.held = held
        self.is_sqlite = isinstance(held, sqlite3.Connection)
        self.rows_changed = 0

    def execute(self, statement: str, values: tuple[object, ...] = ()) -> Any:
        if not self.is_sqlite:
            statement = statement.replace("%", "%%").replace("?", "%s") if values else statement
        done = (
            self.held.execute(statement, values or None) if not self.is_sqlite else self.held.execute(statement, values)
        )
        self.rows_changed += max(done.rowcount, 0)
        return done

    def commit(self) -> None:
        self.held.commit()

    def columns(self, table: str) -> list[str]:
        if self.is_sqlite:
            return [row[1] for row in self.held.execute(f'pragma table_info("{table}")')]
        return [column.name for column in self.held.execute(f'select * from "{table}" limit 0').description]


@contextmanager
def by_hand(home: Home) -> Iterator[ByHand]:
    if home.journal.is_file():
        held: Any = sqlite3.connect(home.journal)
    else:
        import psycopg

        held = psycopg.connect((home.path / "database-url").read_text())
    try:
        yield ByHand(held)
    finally:
        held.close()
