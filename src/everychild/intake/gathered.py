"""Rows gathered over a whole file: feeds of one name made one, each child and each worker told of once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from everychild.intake.reading import Rows
from everychild.layouts.layout import Feed
from everychild.quality.fault import Fault, Severity
from everychild.records import BY_NAME
from everychild.wording import count

MAY_DIFFER = frozenset({"worker"})
"""A worker changes teams; a child is not born twice."""

IN_WORDS = {
    "born_on": "the date of birth",
    "expected_birth_on": "the expected date of birth",
    "ethnic_group": "the ethnic group",
    "disabled": "whether disabled",
    "unaccompanied": "whether unaccompanied",
}


def gathered(records: Sequence[Rows], feeds: Collection[Feed], sheets: Sequence[str]) -> tuple[list[Rows], list[Fault]]:
    """One `Rows` for each feed's name, and what the lists of the file disagree about.

    Of values that disagree the first in `records` is kept: give them in the lists' published order.
    """
    distinct = {feed.name for feed in feeds if feed.distinct}
    by_feed: dict[str, list[Rows]] = {}
    for rows in records:
        by_feed.setdefault(rows.feed, []).append(rows)
    joined = {name: _joined(parts) for name, parts in by_feed.items()}
    faults: list[Fault] = []
    for name in sorted(distinct & set(joined)):
        joined[name], differences = _told_once(joined[name])
        if joined[name].table not in MAY_DIFFER:
            faults.extend(_disagreements(joined[name].table, differences, sheets))
    return list(joined.values()), faults


def _joined(parts: Sequence[Rows]) -> Rows:
    first, *others = parts
    if not others:
        return first
    return Rows(
        first.table,
        first.feed,
        first.rank,
        first.coverage,
        {name: [value for part in parts for value in part.columns[name]] for name in first.columns},
        [sheet for part in parts for sheet in part.sheets],
        [row for part in parts for row in part.rows],
    )


Difference = tuple[int, int]
"""The sheet and the row of a value that is not the first value told."""


def _told_once(rows: Rows) -> tuple[Rows, dict[str, list[Difference]]]:
    """The first row of each key, completed from the others. What one list leaves empty another may say."""
    key_names = BY_NAME[rows.table].key
    others = [name for name in rows.columns if name not in key_names]
    keys = list(zip(*(rows.columns[name] for name in key_names), strict=True))
    first_of: dict[tuple[Any, ...], int] = {}  # Any: a key's own kinds of value
    firsts: list[int] = []
    place_of = [first_of.setdefault(key, at) for at, key in enumerate(keys)]
    firsts.extend(first_of.values())
    columns = {name: list(values) for name, values in rows.columns.items()}
    differences: dict[str, list[Difference]] = {}
    for name in others:
        values = columns[name]
        for at, first in enumerate(place_of):
            value = values[at]
            if at == first or value is None or value == values[first]:
                continue
            if values[first] is None:
                values[first] = value
            else:
                differences.setdefault(name, []).append((rows.sheets[at], rows.rows[at]))
    return (
        Rows(
            rows.table,
            rows.feed,
            rows.rank,
            rows.coverage,
            {name: [values[at] for at in firsts] for name, values in columns.items()},
            [rows.sheets[at] for at in firsts],
            [rows.rows[at] for at in firsts],
        ),
        differences,
    )


def _disagreements(table: str, differences: dict[str, list[Difference]], sheets: Sequence[str]) -> list[Fault]:
    faults = []
    for name, places in differences.items():
        sheet, row = places[0]
        told = IN_WORDS.get(name, name.replace("_", " "))
        message = (
            f"{count(len(places), 'row')} of the file {'says' if len(places) == 1 else 'say'} otherwise than an "
            f"earlier row of the same {table.replace('_', ' ')}: {told} (first: {sheets[sheet]} row {row}). "
            "The first told is used, the lists taken in their published order."
        )
        faults.append(Fault("rows_disagree", Severity.QUERY, message))
    return faults
