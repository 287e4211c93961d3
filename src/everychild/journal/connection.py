"""Opening a home's journal: Django set up once, and pointed at one home at a time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from everychild.errors import HomeError
from everychild.store.home import Home


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


def set_up(home: Home) -> None:
    """Points Django at this home. A web process has its settings already, and keeps them."""
    if not settings.configured:
        settings.configure(
            INSTALLED_APPS=["everychild.journal"],
            DATABASES={"default": database(home.journal)},
            USE_TZ=True,
            TIME_ZONE="Europe/London",
            DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        )
        django.setup()
        return
    connection = connections["default"]
    if connection.settings_dict["NAME"] != str(home.journal):
        connection.close()
        connection.settings_dict["NAME"] = str(home.journal)


def open_journal(home: Home) -> None:
    """Opens the journal of a home that exists. Raises HomeError where it was made by a later version."""
    home.require()
    set_up(home)
    executor = MigrationExecutor(connections["default"])
    known = set(executor.loader.disk_migrations)
    applied = {key for key in executor.loader.applied_migrations if key[0] == "journal"}
    if applied - known:
        raise HomeError(
            f"{home.path} was last used by a later version of Everychild. Use that version, or a newer one."
        )
    if {key for key in known if key[0] == "journal"} - applied:
        call_command("migrate", "--no-input", verbosity=0)


def make_journal(home: Home) -> None:
    """Makes the journal of a new home."""
    home.path.mkdir(parents=True, exist_ok=True)
    set_up(home)
    call_command("migrate", "--no-input", verbosity=0)
