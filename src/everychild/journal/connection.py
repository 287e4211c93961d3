"""Opening a home's journal: Django set up once, and pointed at one home at a time."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import django
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError, connections
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from filelock import FileLock

from everychild.errors import HomeError, Tampered
from everychild.journal.whereabouts import VARIABLE, database, in_sqlite, url_of
from everychild.store.home import Home

APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django_tasks_db",
    "everychild.journal",
]
"""What keeps tables in the journal's database."""

SAME = ("ENGINE", "NAME", "HOST", "PORT", "USER")
"""What tells one database from another."""

LOCK = ".upgrade.lock"
"""Held by the one that brings a journal up to this version; a process that ends lets go of it, however it ends."""

PERSON = "journal.Person"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]


def make_ready() -> None:
    """Sets Django up, once, for programs that bring no settings of their own; a web process brings its own."""
    if not settings.configured and "DJANGO_SETTINGS_MODULE" not in os.environ:
        settings.configure(
            INSTALLED_APPS=APPS,
            AUTH_USER_MODEL=PERSON,
            PASSWORD_HASHERS=PASSWORD_HASHERS,
            DATABASES={"default": in_sqlite(Path(":memory:"))},
            TASKS={"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}},
            USE_TZ=True,
            TIME_ZONE="Europe/London",
            DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        )
    if not apps.ready:
        django.setup()


def point_at(home: Home) -> None:
    """Makes this home's journal the one that is read and written."""
    make_ready()
    use("default", database(home))


def use(alias: str, told: dict[str, Any]) -> None:
    """Makes Django’s connection of that name one to this database, unless it is one already."""
    known = connections.settings.get(alias)
    if known is None or any((known.get(name) or "") != (told.get(name) or "") for name in SAME):
        if known is not None:
            connections[alias].close()
            del connections[alias]
        connections.settings[alias] = connections.configure_settings({"default": {}, alias: told})[alias]


def open_journal(home: Home) -> None:
    """Opens the journal of a home that exists. Raises HomeError where it was made by a later version or cannot be
    reached, Tampered where it is no database any more.
    """
    home.require()
    in_postgresql = url_of(home) is not None
    if not in_postgresql:
        _require_a_database(home)
    point_at(home)
    if in_postgresql:
        _require_reached(home)
    if _is_older(home):
        _bring_up(home)


def _is_older(home: Home) -> bool:
    """Whether the journal was last used by an earlier version. Raises HomeError where by a later one."""
    loader = MigrationExecutor(connections["default"]).loader
    known, applied = set(loader.disk_migrations), set(loader.applied_migrations)
    if {key for key in applied if key[0] == "journal"} - known:
        raise HomeError(
            f"{home.path} was last used by a later version of Everychild. Use that version, or a newer one."
        )
    return bool(known - applied)


def _bring_up(home: Home) -> None:
    """Once, however many open the journal just then: after an upgrade, pages and work are started together."""
    with FileLock(home.path / LOCK):
        if _is_older(home):
            call_command("migrate", "--no-input", verbosity=0)


def _require_a_database(home: Home) -> None:
    if not home.journal.is_file():
        raise HomeError(
            f"{home.path} has no journal. Where it is kept in PostgreSQL, say where in {VARIABLE}; "
            "otherwise restore the home from a backup."
        )
    try:
        with closing(sqlite3.connect(home.journal)) as journal:
            journal.execute("select count(*) from sqlite_master").fetchone()
    except sqlite3.DatabaseError as problem:
        raise Tampered(f"The journal of {home.path} cannot be read: {problem}. Restore it from a backup.") from None


def _require_reached(home: Home) -> None:
    if not holds_a_journal():
        raise HomeError(
            f"The database {VARIABLE} names holds no journal. Is it the right one? A home that is new is made with "
            "`everychild init`; one that was backed up comes back with `everychild restore --into-database`."
        )


def holds_a_journal() -> bool:
    """Whether the database that is pointed at holds one. Raises HomeError where it cannot be reached."""
    try:
        recorded = MigrationRecorder(connections["default"]).applied_migrations()
    except OperationalError as problem:
        raise HomeError(
            f"The journal’s database cannot be reached: {_first_line(problem)}. Is {VARIABLE} right?"
        ) from None
    return any(app == "journal" for app, _ in recorded)


def _first_line(problem: Exception) -> str:
    """Without the password: PostgreSQL’s own words name the host, the database and the person, and never that."""
    return str(problem).strip().splitlines()[0].rstrip(".")


def close_journal() -> None:
    """Lets go of the journal that is open, so that its folder can be moved."""
    connections["default"].close()


def require_no_journal(home: Home) -> None:
    """Raises HomeError where the database that DATABASE_URL names holds a journal: it is another home’s."""
    if url_of(home) is not None:
        point_at(home)
        if holds_a_journal():
            raise HomeError(
                f"The database {VARIABLE} names holds a journal already. Nothing was changed. Name an empty database."
            )


def make_journal(home: Home) -> None:
    """Makes the journal of a new home."""
    home.path.mkdir(parents=True, exist_ok=True)
    point_at(home)
    call_command("migrate", "--no-input", verbosity=0)
