"""A journal’s rows from one database into another: into the SQLite file of a backup, and from it into PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import batched
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, connections, models, transaction

from everychild.journal import seals
from everychild.journal.connection import make_ready, use
from everychild.journal.whereabouts import in_sqlite

make_ready()
from everychild.journal.models import Seal, SealedRow, SealsGiven  # noqa: E402 - models need Django ready

OTHER = "other"
ROWS_AT_ONCE = 1_000


def copy_into_file(to: Path) -> None:
    """The journal in PostgreSQL as it stands at one moment, as a SQLite file with nothing beside it.

    Nobody who writes meanwhile waits.
    """
    with _other(to), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("set transaction isolation level repeatable read, read only")
        with transaction.atomic(using=OTHER):
            _copy("default", OTHER)


def copy_from_file(source: Path) -> None:
    """The rows of a SQLite journal into the empty one that is pointed at, within the transaction around it."""
    with _other(source):
        _copy(OTHER, "default")
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(_tables())):
            cursor.execute(statement)
    _seal_what_is_written_otherwise()


@contextmanager
def _other(path: Path) -> Iterator[None]:
    # No WAL: when it is closed there is one file, and nothing beside it.
    use(OTHER, in_sqlite(path) | {"OPTIONS": {"transaction_mode": "IMMEDIATE"}})
    try:
        call_command("migrate", "--no-input", verbosity=0, database=OTHER)
        yield
    finally:
        connections[OTHER].close()
        del connections[OTHER]
        del connections.settings[OTHER]


def _tables() -> Iterator[type[models.Model]]:
    """The journal’s own: sessions stay behind, so that everybody signs in anew."""
    for model in apps.get_app_config("journal").get_models():
        yield model
        for field in model._meta.many_to_many:
            yield field.remote_field.through


def _copy(source: str, target: str) -> None:
    for model in _tables():
        # Not by the model’s own manager, which would seal each row again: its seals are copied with it.
        rows: Any = models.QuerySet(model, using=source).order_by("pk").iterator(ROWS_AT_ONCE)
        for some in batched(rows, ROWS_AT_ONCE):
            models.QuerySet(model, using=target).bulk_create(some)


def _seal_what_is_written_otherwise() -> None:
    """PostgreSQL keeps JSON by its meaning: where its names stood in another order, a row reads otherwise."""
    for model in SealedRow.__subclasses__():
        if any(isinstance(field, models.JSONField) for field in model._meta.concrete_fields):
            numbers = model.objects.order_by("pk").values_list("pk", flat=True)
            seals.seal(Seal, model, numbers, seals.columns_of(model, model.unsealed), SealsGiven)
