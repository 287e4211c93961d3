"""An edition's figures: all windows, months and groups, frozen as one Parquet file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from io import BytesIO

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from pyarrow import csv

from everychild.calendar import Month
from everychild.measure.figure import Absent, Figure, Window
from everychild.store.durable import write_durably
from everychild.store.extracts import verify
from everychild.store.home import Home


def as_figures(table: pa.Table) -> Iterator[Figure]:
    """The engine's rows as values."""
    columns = [table.column(name).to_pylist() for name in _COLUMNS]
    for ref, window, month_no, breakdown, group, numerator, denominator, absent, median_twice in zip(
        *columns, strict=True
    ):
        yield Figure(
            ref=ref,
            window=Window(window),
            as_at=Month.from_index(month_no),
            breakdown=breakdown,
            group=group,
            numerator=numerator,
            denominator=denominator,
            absent=Absent(absent) if absent else None,
            median_twice=median_twice,
        )


def judged_rows(table: pa.Table, month: Month) -> pa.Table:
    """The rows a month is judged by: all children over all time, and the groups of the month and the one before."""
    recent = pc.is_in(table["month_no"], pa.array([month.index, (month - 1).index], table["month_no"].type))
    return table.filter(pc.or_(pc.is_null(table["breakdown"]), recent))


def digest_of(table: pa.Table) -> str:
    """The same figures give the same digest, however they were worked out: the sha256 of them written as CSV."""
    written = BytesIO()
    csv.write_csv(table.select(_COLUMNS), written)
    return hashlib.sha256(written.getvalue()).hexdigest()


def freeze(home: Home, month: Month, table: pa.Table) -> tuple[str, str]:
    """Writes the figures; gives the path within the home and the sha256 of the bytes."""
    digest = digest_of(table)
    path = home.editions / str(month) / f"{digest}.parquet"
    written = write_durably(path, lambda file: pq.write_table(table, file, compression="zstd"))
    return path.relative_to(home.path).as_posix(), written


def thaw(home: Home, path: str, sha256: str) -> pa.Table:
    """Reads an edition's figures, having checked that they are the ones that were frozen."""
    frozen = home.path / path
    verify(frozen, sha256)
    return pq.read_table(frozen)


_COLUMNS = ("ref", "win", "month_no", "breakdown", "grp", "numerator", "denominator", "absent", "median_twice")
