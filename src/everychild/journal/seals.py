"""Seals: a digest of every row of evidence, each bound to the seal before it, written with the row or not at all.

A row that was changed, taken out or put in past Everychild no longer agrees with its seal. Someone who writes the seals
anew as well is found by an anchor kept somewhere else: the newest seal’s digest on some day must still be in the chain.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, models

from everychild.journal.as_kept import columns_of_table, rows_as_kept

BEGINNING = "0" * 64

Row = tuple[str, int]
"""A table’s name and a row’s number in it."""


@dataclass(frozen=True)
class Chain:
    """What the seals say: the digest that stands for each row, and the first seal that breaks the chain, if any."""

    length: int
    anchor: str
    known: frozenset[str]
    stands: dict[Row, tuple[tuple[str, ...], str]] = field(repr=False)
    broken_at: int | None


@dataclass(frozen=True)
class Broken:
    """A row that does not agree with its seal: “changed”, “taken out” or “put in”."""

    table: str
    number: int
    how: str


def seal(
    seals: type[models.Model],
    sealed: type[models.Model],
    numbers: Iterable[Any],
    columns: Sequence[str],
    given: type[models.Model] | None = None,
) -> None:
    """Adds a seal for each of these rows, unless the one that stands says the same. Call it in their transaction,
    which must be `one_at_a_time`. `given` keeps count of the seals; only migrations older than it go without.
    """
    table = sealed._meta.db_table
    rows: Any = seals._default_manager
    newest = rows.order_by("-id").first()
    before, last = (newest.sha256, newest.pk) if newest else (BEGINNING, 0)
    added = []
    told = list(_digests(table, columns, list(numbers)))
    stood = {row.row: row for row in rows.filter(table=table, row__in=[n for n, _ in told]).order_by("id")}
    listed = ",".join(columns)
    for number, row_sha256 in told:
        held = stood.get(number)
        if held is not None and (held.columns, held.row_sha256) == (listed, row_sha256):
            continue
        digest = _link(before, table, number, listed, row_sha256)
        last += 1  # said here, since PostgreSQL’s own numbers are spent even where a transaction comes to nothing
        added.append(
            seals(
                id=last,
                table=table,
                row=number,
                columns=listed,
                row_sha256=row_sha256,
                before_sha256=before,
                sha256=digest,
            )
        )
        before = digest
    rows.bulk_create(added)
    if given is not None and added:
        given._default_manager.update_or_create(id=1, defaults={"number": last})


def columns_of(sealed: type[models.Model], unsealed: Sequence[str] = ()) -> tuple[str, ...]:
    """The columns a table’s seals are taken over: all but those named."""
    return tuple(field.column for field in sealed._meta.concrete_fields if field.column not in unsealed)


def chain(seals: type[models.Model], given: type[models.Model]) -> Chain:
    """Follows the seals from the first to the newest. By the count of those given, any cut off the end are missed."""
    before, length, broken_at = BEGINNING, 0, None
    known: set[str] = set()
    stands: dict[Row, tuple[tuple[str, ...], str]] = {}
    rows: Any = seals._default_manager
    for row in rows.order_by("id").iterator():
        length += 1
        whole = row.sha256 == _link(before, row.table, row.row, row.columns, row.row_sha256)
        if broken_at is None and not (whole and row.before_sha256 == before and row.pk == length):
            broken_at = length
        stands[row.table, row.row] = (tuple(str(row.columns).split(",")), row.row_sha256)
        known.add(row.sha256)
        before = row.sha256
    counted = given._default_manager.values_list("number", flat=True).first() or 0
    if broken_at is None and length != counted:
        broken_at = length + 1
    return Chain(length, before, frozenset(known), stands, broken_at)


def broken_rows(tables: Iterable[str], held: Chain) -> Iterator[Broken]:
    """Every row of these tables that does not agree with the seal that stands for it. Only where the chain is whole."""
    for table in tables:
        by_columns: dict[tuple[str, ...], dict[int, str]] = {}
        for (name, number), (columns, digest) in held.stands.items():
            if name == table:
                by_columns.setdefault(columns, {})[number] = digest
        sealed: set[int] = set()
        there = set(_numbers(table))
        known = set(columns_of_table(table))
        for columns, digests in by_columns.items():
            sealed |= set(digests)
            readable = set(columns) <= known  # names become SQL, and a seal may have been written by anybody
            found = dict(_digests(table, columns, sorted(digests))) if readable else {}
            for number, digest in digests.items():
                if number not in there:
                    yield Broken(table, number, "taken out")
                elif found.get(number) != digest:
                    yield Broken(table, number, "changed")
        for number in sorted(there - sealed):
            yield Broken(table, number, "put in")


def _digests(table: str, columns: Sequence[str], numbers: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Over what the database holds, kind and bytes, and not over what a reader makes of it."""
    for number, told in rows_as_kept(table, columns, numbers):
        yield number, hashlib.sha256("\n".join([table, *columns, *told]).encode()).hexdigest()


def _numbers(table: str) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(f'select id from "{table}"')
        return [int(number) for (number,) in cursor.fetchall()]


def _link(before: object, *told: object) -> str:
    # str(): a seal that was tampered with may hold anything, and is then simply not the same
    return hashlib.sha256("\n".join(map(str, (before, *told))).encode()).hexdigest()
