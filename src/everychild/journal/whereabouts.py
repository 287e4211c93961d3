"""Where a home’s journal lies: in the home, as one SQLite file; or, for a server many people reach, in PostgreSQL."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from everychild.errors import HomeError, MissingPart
from everychild.store.home import Home

SQLITE, POSTGRESQL = "sqlite", "postgresql"
VARIABLE, FILE_VARIABLE, FILE_NAME = "DATABASE_URL", "DATABASE_URL_FILE", "database-url"
SCHEMES = ("postgres://", "postgresql://")
KEPT_OPEN = 60
"""Seconds a connection to PostgreSQL waits for the next page; whether it still answers is asked before it is used."""

IN_ONE_WAY = "-c DateStyle=ISO,YMD -c TimeZone=UTC"
"""A seal is taken over days and moments as PostgreSQL writes them, so that it must always write them the same way."""


def url_of(home: Home) -> str | None:
    """The address of the home’s journal in PostgreSQL; none where it is the SQLite file in the home, which comes first.

    It holds a password, so it is taken from the environment or a file, and never from council.toml. Raises HomeError.
    """
    return None if home.journal.is_file() else url_given(home)


def url_given(home: Home) -> str | None:
    """What DATABASE_URL says, or the file that DATABASE_URL_FILE names, or `database-url` in the home."""
    url = os.environ.get(VARIABLE, "").strip()
    named = os.environ.get(FILE_VARIABLE, "").strip()
    beside = home.path / FILE_NAME
    if not url and named:
        url = _read(Path(named), FILE_VARIABLE)
    if not url and beside.is_file():
        url = _read(beside, FILE_NAME)
    if url and not url.startswith(SCHEMES):
        raise HomeError(
            f"{VARIABLE} should be the address of a PostgreSQL database: postgresql://name:password@host/database"
        )
    return url or None


def require_one_journal(home: Home) -> None:
    """Raises HomeError where a journal lies in the home while another is named: nobody should guess which is meant."""
    if home.journal.is_file() and url_given(home):
        raise HomeError(
            f"{home.path} keeps its journal in {home.journal.name}, and {VARIABLE} names a PostgreSQL database. "
            f"Take {VARIABLE} away to go on as you are; to move, back up and then `everychild restore --into-database`."
        )


def database(home: Home) -> dict[str, Any]:
    """What Django is told of the home’s journal."""
    url = url_of(home)
    return in_postgresql(url) if url else in_sqlite(home.journal)


def in_sqlite(path: Path) -> dict[str, Any]:
    """SQLite in WAL, each writing transaction immediate, so that two writers queue and never deadlock."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
        },
    }


def in_postgresql(url: str) -> dict[str, Any]:
    """Raises MissingPart where what talks to PostgreSQL is not installed."""
    try:
        import dj_database_url
        import psycopg  # noqa: F401 - Django asks for it only later, and says less plainly that it is not there
    except ModuleNotFoundError as missing:
        raise MissingPart(
            f"A journal in PostgreSQL needs an optional part; {missing.name} is not installed. "
            "Install it with: pip install 'everychild[postgresql]'"
        ) from None
    told: dict[str, Any] = dict(dj_database_url.parse(url, conn_max_age=KEPT_OPEN, conn_health_checks=True))
    options = told.setdefault("OPTIONS", {})
    options["options"] = f"{options.get('options', '')} {IN_ONE_WAY}".strip()
    return told


def _read(path: Path, told_by: str) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except OSError as problem:
        raise HomeError(f"{told_by} names {path}, which cannot be read: {problem.strerror}.") from None
