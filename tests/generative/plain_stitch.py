"""The other opinion on stitching: which tellings stand, in plain Python, row by row, written apart from the SQL."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from everychild.records import Table
from everychild.store.supply import KeptList

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Telling:
    """One row of one list."""

    row: Row
    told_in: KeptList

    @property
    def seniority(self) -> tuple[int, int, int]:
        """Least for the best telling: of the best rank, the one taken last."""
        return self.told_in.rank, -self.told_in.extracted_on.toordinal(), -self.told_in.extract_no


def plain_stitch(table: Table, lists: Sequence[tuple[KeptList, Sequence[Row]]]) -> list[dict[str, Any]]:
    """The rows of a record that stand, in no order."""
    tellings = [Telling(row, kept) for kept, rows in lists for row in rows]
    if table.is_described_piecemeal:
        return [_pieced(table, of_one) for of_one in _by_key(table, tellings)]
    if table.began is None:
        return [dict(min(of_one, key=lambda telling: telling.seniority).row) for of_one in _by_key(table, tellings)]
    found = []
    for of_one in _by_key(table, tellings):
        best = min(telling.seniority for telling in of_one)
        for telling in of_one:
            if telling.seniority == best:
                found += _as_it_stands(table, telling, tellings, [kept for kept, _ in lists])
    return found


def _by_key(table: Table, tellings: Sequence[Telling]) -> list[list[Telling]]:
    groups: dict[tuple[Any, ...], list[Telling]] = {}
    for telling in tellings:
        groups.setdefault(tuple(telling.row[name] for name in table.key), []).append(telling)
    return list(groups.values())


def _pieced(table: Table, of_one: Sequence[Telling]) -> dict[str, Any]:
    newest_first = sorted(of_one, key=lambda telling: (*telling.seniority[1:], telling.seniority[0]))
    return {
        name: next((telling.row[name] for telling in newest_first if telling.row[name] is not None), None)
        for name in table.column_names
    }


def _as_it_stands(
    table: Table, telling: Telling, tellings: Sequence[Telling], lists: Sequence[KeptList]
) -> list[dict[str, Any]]:
    assert table.began is not None
    own, row = telling.told_in, dict(telling.row)
    last_known = (row[table.ended] or own.extracted_on) if table.ended else row[table.began]
    last_word = _authority(last_known, lists)
    stands = (
        last_word is None
        or last_word == own
        or last_word.rank > own.rank
        or (last_word.rank == own.rank and last_word.extracted_on <= own.extracted_on)
    )
    if table.ended is None:
        return [row] if stands else []
    next_began = None
    if last_word is not None and last_word.one_per_child and last_word.feed == own.feed:
        later = [
            other.row[table.began]
            for other in tellings
            if other.told_in == last_word
            and other.row["child_id"] == row["child_id"]
            and other.row[table.began] > row[table.began]
        ]
        next_began = min(later, default=None)
    if not stands and next_began is None:
        return []
    gap = [
        other.covers_from
        for other in lists
        if other.feed == own.feed and not other.proves_only and other.covers_from > own.extracted_on
    ]
    ended = row[table.ended] or min(gap, default=None)
    ends = [day for day in (ended, next_began) if day is not None]
    return [row | {table.ended: min(ends, default=None)}]


def _authority(day: date, lists: Sequence[KeptList]) -> KeptList | None:
    claims = [kept for kept in lists if not kept.proves_only and kept.covers_from <= day <= kept.covers_to]
    return min(claims, key=lambda kept: (kept.rank, -kept.extracted_on.toordinal(), -kept.extract_no), default=None)
