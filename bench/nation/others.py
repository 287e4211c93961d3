"""Each council of the lake: a share of the first one’s children, drawn by seed, under references of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import reduce
from io import BytesIO
from random import Random

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from bench.nation import lake
from bench.nation.first import Listed
from everychild.records import BY_NAME, Kind
from everychild.store.home import Home
from everychild.store.supply import KeptList

SMALLEST = 0.7
"""The share of the children that the smallest council has of the first one’s."""


def children_of(first: Iterable[Listed]) -> tuple[str, ...]:
    """Every child of the first council’s lists, in order."""
    told = [set(listed.rows["child_id"].to_pylist()) for listed in first if "child_id" in listed.rows.column_names]
    return tuple(sorted(reduce(set.union, told, set()) - {None}))


def write_council(home: Home, number: int, seed: int, first: Sequence[Listed], children: Sequence[str]) -> int:
    """Writes one council’s lists, one at a time; gives how many rows they hold. The same arguments give the same bytes.

    The first has all the children. A list answers for the days the first one’s answers for.
    """
    chance = Random(f"{seed} {number}")
    share = 1.0 if number == 1 else chance.uniform(SMALLEST, 1.0)
    known = pa.array([child for child in children if chance.random() < share], pa.string())
    kept = [_write_list(home, f"{number:03}-", listed, known) for listed in first]
    lake.tell(home, kept)
    return sum(item.rows for item in kept)


def _write_list(home: Home, council: str, listed: Listed, known: pa.Array) -> KeptList:
    rows = _referred_to(listed.kept.record, _about(known, listed.rows), council)
    written = BytesIO()
    pq.write_table(rows, written, compression="zstd")
    extract, name = listed.kept.path.split("/")
    folder = hashlib.sha256(f"{council}{extract}".encode()).hexdigest()
    target = home.extracts / folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(written.getvalue())
    return replace(
        listed.kept,
        path=f"{folder}/{name}",
        sha256=hashlib.sha256(written.getvalue()).hexdigest(),
        rows=rows.num_rows,
        columns=frozenset(column for column in listed.kept.columns if rows[column].null_count < rows.num_rows),
    )


def _about(known: pa.Array, rows: pa.Table) -> pa.Table:
    """Those about these children, or about no child."""
    if "child_id" not in rows.column_names:
        return rows
    return rows.filter(pc.or_(pc.is_null(rows["child_id"]), pc.is_in(rows["child_id"], value_set=known)))


def _referred_to(record: str, rows: pa.Table, council: str) -> pa.Table:
    """With the council before every reference, so that no two councils share a child, a worker or a meeting."""
    for column in BY_NAME[record].columns:
        if column.kind is Kind.IDENTIFIER and column.name.endswith("_id"):
            place = rows.column_names.index(column.name)
            rows = rows.set_column(place, column.name, pc.binary_join_element_wise(council, rows[column.name], ""))
    return rows
