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
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from everychild.errors import HomeError, Tampered
from everychild.store.home import Home

APPS = ["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "everychild.journal"]
"""What keeps tables in the journal's database."""

PERSON = "journal.Person"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]


def database(path: Path) -> dict[str, Any]:
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


def make_ready() -> None:
    """Sets Django up, once, for programs that bring no settings of their own; a web process brings its own."""
    if not settings.configured and "DJANGO_SETTINGS_MODULE" not in os.environ:
        settings.configure(
            INSTALLED_APPS=APPS,
            AUTH_USER_MODEL=PERSON,
            PASSWORD_HASHERS=PASSWORD_HASHERS,
            DATABASES={"default": database(Path(":memory:"))},
            USE_TZ=True,
            TIME_ZONE="Europe/London",
            DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        )
    if not apps.ready:
        django.setup()


def point_at(home: Home) -> None:
    """Makes this home's journal the one that is read and written."""
    make_ready()
    connection = connections["default"]
    if connection.settings_dict["NAME"] != str(home.journal):
        connection.close()
        connection.settings_dict["NAME"] = str(home.journal)


def open_journal(home: Home) -> None:
    """Opens the journal of a home that exists. Raises HomeError where it was made by a later version, Tampered where
    it is no database any more.
    """
    home.require()
    _require_a_database(home)
    point_at(home)
    executor = MigrationExecutor(connections["default"])
    known = set(executor.loader.disk_migrations)
    applied = {key for key in executor.loader.applied_migrations if key[0] == "journal"}
    if applied - known:
        raise HomeError(
            f"{home.path} was last used by a later version of Everychild. Use that version, or a newer one."
        )
    if known - set(executor.loader.applied_migrations):
        call_command("migrate", "--no-input", verbosity=0)


def _require_a_database(home: Home) -> None:
    try:
        with closing(sqlite3.connect(home.journal)) as journal:
            journal.execute("select count(*) from sqlite_master").fetchone()
    except sqlite3.DatabaseError as problem:
        raise Tampered(f"The journal of {home.path} cannot be read: {problem}. Restore it from a backup.") from None


def close_journal() -> None:
    """Lets go of the journal that is open, so that its folder can be moved."""
    connections["default"].close()


def make_journal(home: Home) -> None:
    """Makes the journal of a new home."""
    home.path.mkdir(parents=True, exist_ok=True)
    point_at(home)
    call_command("migrate", "--no-input", verbosity=0)
