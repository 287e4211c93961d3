"""Children who seem to go by another reference than last time: their rows are the same in everything else.

A case system that gives a child a new reference cuts the child’s history in two: a second plan is then a first one. It
is said before the files are loaded; whose reference is right, only the council knows.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from everychild.arrays import array_of

CHILD, LINEAGE = "child_id", "source_ref"
OF_A_PERSON = ("born_on",)
"""Days by which alone nobody is known again: among some hundreds who left and came, some were born on one day."""

Row = tuple[object, ...]


def renamed(gone: Collection[str], new: Collection[str], then: Iterable[Path], now: Iterable[Path]) -> dict[str, str]:
    """The children of those gone who have all their rows under one reference of those new, and that reference.

    `then` and `now` are the kept lists of one record, as files. A child whose rows fit two others is none of them.
    """
    before, after = _rows_of(gone, then), _rows_of(new, now)
    whose: dict[Row, set[str]] = defaultdict(set)
    for child, rows in after.items():
        for row in rows:
            whose[row].add(child)
    found: dict[str, str] = {}
    for child, rows in before.items():
        fits = set.intersection(*(whose.get(row, set()) for row in rows)) if rows else set()
        if len(fits) == 1:
            found[child] = fits.pop()
    how_often = Counter(found.values())
    return {child: now_called for child, now_called in found.items() if how_often[now_called] == 1}


def children_of(lists: Iterable[Path]) -> set[str]:
    """The children these kept lists name."""
    named: set[str] = set()
    for path in lists:
        if CHILD in _told_in(path):
            column = pq.read_table(path, columns=[CHILD])[CHILD]
            named |= {child for child in column.unique().to_pylist() if child is not None}
    return named


def _rows_of(children: Collection[str], lists: Iterable[Path]) -> dict[str, list[Row]]:
    """Each child’s rows with the child left out; those that tell of no day on which something happened left aside."""
    held: dict[str, list[Row]] = defaultdict(list)
    for path in lists:
        columns = _told_in(path)
        if CHILD not in columns or not children:
            continue
        others = _others(columns)
        days = [1 + at for at, name in enumerate(others) if name.endswith("_on") and name not in OF_A_PERSON]
        table = pq.read_table(path, columns=[CHILD, *others])
        table = table.filter(pc.is_in(table[CHILD], value_set=array_of(sorted(children), pa.string())))
        for row in zip(*(column.to_pylist() for column in table.columns), strict=True):
            if any(row[at] is not None for at in days):
                held[row[0]].append(row[1:])
    return held


def _told_in(path: Path) -> Sequence[str]:
    names: list[str] = pq.read_schema(path).names
    return names


def _others(columns: Sequence[str]) -> list[str]:
    return sorted(name for name in columns if name not in (CHILD, LINEAGE))
