"""Writing one after another: each row of the chains is bound to the one before, so only one writer adds at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

WRITERS = 2_019_04
"""What writers to one journal queue for. PostgreSQL’s advisory locks are of one database, as a journal is."""


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """A transaction that sees all that was written before it. Within another one of these it is part of that.

    SQLite’s writers queue by themselves (see `in_sqlite`); in PostgreSQL they queue here, before anything is read.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("select pg_advisory_xact_lock(%s)", [WRITERS])
        yield
