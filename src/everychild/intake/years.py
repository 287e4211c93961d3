"""Returns of several years read together: what two of them tell of is told once, and how things stood by the newest.

A review, a time missing or a social worker’s spell that two years tell of is the newer file’s to tell. The tables of
how things stood in a year (OC2, OC3) hold no date: of several the one with the youngest child is the newest, and which
was taken is said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from everychild.intake.reading import FileRead, Rows
from everychild.quality.fault import Fault, Severity
from everychild.records import BY_NAME, Table

CHILDREN = "ssda903.child"
Worth = tuple[date, bool, int]
"""How well a file tells of a thing: how new the file is, whether it knows the end, and its place among those read."""


def with_each_told_once(read: Sequence[FileRead]) -> tuple[FileRead, ...]:
    """The files without the rows that another file of the same table tells better."""
    files = list(read)
    by_feed: dict[str, list[int]] = defaultdict(list)
    for at, file in enumerate(files):
        for rows in file.records:
            if rows.feed.startswith("ssda903_") or rows.feed == "oc2.care_outcome":
                by_feed[rows.feed].append(at)
    for feed, places in by_feed.items():
        if len(places) == 1:
            continue
        if BY_NAME[_of(files[places[0]], feed).table].is_snapshot:
            _keep_newest(files, feed, places)
        else:
            _keep_best(files, feed, places)
    return tuple(files)


def _keep_newest(files: list[FileRead], feed: str, places: Sequence[int]) -> None:
    newest = max(places, key=lambda at: (_youngest(files[at]), at))
    for at in places:
        if at != newest:
            message = (
                f"{files[at].name}: {files[newest].name} holds the same table of a later year, so this one does not "
                "say how things stood. If it is the later of the two, load it by itself."
            )
            fault = Fault("of_an_earlier_year", Severity.QUERY, message)
            files[at] = _with(files[at], feed, [], (fault,))


def _keep_best(files: list[FileRead], feed: str, places: Sequence[int]) -> None:
    best: dict[tuple[Any, ...], Worth] = {}  # Any: a key’s own kinds of value
    table = BY_NAME[_of(files[places[0]], feed).table]
    for at in places:
        rows = _of(files[at], feed)
        ends = rows.columns[table.ended] if table.ended else [None] * len(rows)
        for row, key in enumerate(_keys(table, rows)):
            worth = files[at].newest_date or date.min, ends[row] is not None, at
            best[key] = max(best.get(key, worth), worth)
    for at in places:
        rows = _of(files[at], feed)
        # Two things of one day in one file are two things: only another file can tell of the same one.
        kept = [row for row, key in enumerate(_keys(table, rows)) if best[key][-1] == at]
        files[at] = _with(files[at], feed, kept)


def _keys(table: Table, rows: Rows) -> list[tuple[Any, ...]]:
    names = dict.fromkeys((*table.key, *([table.began] if table.began else [])))
    return list(zip(*(rows.columns[name] for name in names), strict=True))


def _youngest(file: FileRead) -> date:
    born = (day for rows in file.records if rows.feed == CHILDREN for day in rows.columns["born_on"] if day)
    return max(born, default=date.min)


def _of(file: FileRead, feed: str) -> Rows:
    return next(rows for rows in file.records if rows.feed == feed)


def _with(file: FileRead, feed: str, kept: Sequence[int], asked: tuple[Fault, ...] = ()) -> FileRead:
    records = tuple(_only(rows, kept) if rows.feed == feed else rows for rows in file.records)
    return replace(file, records=records, faults=(*file.faults, *asked))


def _only(rows: Rows, kept: Sequence[int]) -> Rows:
    return replace(
        rows,
        columns={name: [values[row] for row in kept] for name, values in rows.columns.items()},
        sheets=[rows.sheets[row] for row in kept],
        rows=[rows.rows[row] for row in kept],
    )
