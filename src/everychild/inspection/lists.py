"""Annex A as at any day: the lists an inspection asks for, from the records, in the published order and codes.

Lists 1 to 5 look back six months and hold what is still open; 6 to 8 hold one row a child, open or ended within six
months; list 9 is everybody on the day; 10 and 11 look back twelve months (Ofsted’s own notes to the lists). What no
record holds is left blank and named. For inspectors alone: rows are children.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from everychild import month_end
from everychild.calendar import Month, add_months
from everychild.council import read_council
from everychild.errors import NothingSupplied
from everychild.inspection.counted import RECORDS, Held, counted, known_from
from everychild.journal import ledger
from everychild.layouts.annex_a import LISTS
from everychild.layouts.layout import Feed, SheetLayout
from everychild.records import BY_NAME, Table
from everychild.store.engine import Engine
from everychild.store.home import Home
from everychild.store.supply import KeptList

AGE = "Age of Child (Years)"
ONE_ROW_EACH = frozenset({6, 7, 8})
MONTHS_BACK = {10: 12, 11: 12}
SIX_MONTHS = 6
CLOSED_BY = {"adoption": ("adopted_on", "reversed_on"), "adopter": ("adopted_on", "left_on")}
"""The days after which a child or an adopter is on the list for twelve months more."""

BEGINS = {"adopter": "enquired_on"}
"""The day a record that has none of its own begins by."""

WHY_ENDED = frozenset({"closure_reason", "reason_ended"})
"""Columns that say why something ended: nothing is said of what was still open on the day."""

Row = Mapping[str, Any]


@dataclass(frozen=True)
class WrittenList:
    """One list: its rows, by heading, and the headings nothing is held for."""

    layout: SheetLayout
    rows: tuple[Row, ...]
    not_held: tuple[str, ...]
    is_supplied: bool

    @property
    def blanks(self) -> dict[str, int]:
        """How many cells that should be filled are empty, by heading."""
        counted = {
            heading.title: sum(row.get(heading.title) is None for row in self.rows)
            for heading in self.layout.headings
            if heading.required
        }
        return {title: count for title, count in counted.items() if count}


@dataclass(frozen=True)
class AnnexA:
    """The eleven lists as at a day, from what was known by another."""

    council: str
    at: date
    known_on: date
    lists: tuple[WrittenList, ...]


def annex_a(home: Home, at: date, known: date | None = None) -> AnnexA:
    """The lists. Raises NothingSupplied where nothing has been loaded, or the day is after all that is known."""
    seen = month_end.extracts_seen(known)
    newest = max(extract.extracted_on for extract in seen)
    if at > newest:
        raise NothingSupplied(
            f"Nothing is known of {at}: the newest data were taken on {newest}. Give that day or one before."
        )
    council, kept = read_council(home.settings), ledger.kept_lists(seen)
    with month_end.engine_over(home, council, Month.of(at) - 1, seen, [at]) as engine:
        children = {row["child_id"]: row for row in _rows(engine, BY_NAME["child"], kept, at)}
        by_child = {record: _by_child(_rows(engine, BY_NAME[record], kept, at)) for record in RECORDS}
        held = Held(by_child, known_from(kept))
        lists = tuple(_list(engine, layout, kept, children, at, held) for layout in LISTS)
    return AnnexA(council.name, at, newest, lists)


def notes(made: AnnexA) -> list[tuple[str, str]]:
    """What whoever sends it should know: lists that nothing tells, columns nothing is held for, cells left empty."""
    told = []
    for one in made.lists:
        name = f"List {one.layout.number}"
        if not one.is_supplied:
            told.append((name, "No extract tells what it rests on: it is empty, and not because nobody is on it."))
        if one.not_held:
            told.append((name, f"Nothing is held for: {', '.join(one.not_held)}."))
        told += [
            (name, f"{title}: {count:,} of {len(one.rows):,} rows have none.") for title, count in one.blanks.items()
        ]
    told.append(("Lists 7 and 8", "Only the latest visit, review and placement of each child are told: as published."))
    told.append(
        (
            "Lists 5 and 8",
            "Conferences and times missing are counted where records reach back the twelve months asked for.",
        )
    )
    told.append(("All lists", "What has no day of its own (a legal status, a count, a category) is as last known."))
    told.append(("All lists", "Workers are told by reference: their names are not kept."))
    return told


def _list(
    engine: Engine,
    layout: SheetLayout,
    kept: Sequence[KeptList],
    children: Mapping[str, Row],
    at: date,
    to_count: Held,
) -> WrittenList:
    main, *others = layout.feeds
    table = BY_NAME[main.table]
    since = add_months(at, -MONTHS_BACK.get(layout.number or 0, SIX_MONTHS))
    chosen = [row for row in _rows(engine, table, kept, at) if is_listed(row, table, since, at)]
    if layout.number in ONE_ROW_EACH:
        chosen = _latest_of_each(chosen, table)
    beside = {feed.name: _by_child(_rows(engine, BY_NAME[feed.table], kept, at)) for feed in others if _is_told(feed)}
    rows = tuple(
        {**_written(layout, row, children, beside, at), **counted(layout.number, row, at, to_count)} for row in chosen
    )
    held = {title for row in rows for title, value in row.items() if value is not None}
    not_held = tuple(heading.title for heading in layout.headings if heading.title not in held) if rows else ()
    return WrittenList(layout, rows, not_held, any(item.record == main.table for item in kept))


def _is_told(feed: Feed) -> bool:
    return feed.table not in ("child", "worker")


def _rows(engine: Engine, table: Table, kept: Sequence[KeptList], at: date) -> list[dict[str, Any]]:
    """The record's rows as they stood; of a snapshot, those of its newest telling by the day."""
    columns = ", ".join(table.column_names)
    if not table.is_snapshot:
        return engine.record_rows(table.name, f"select {columns} from {table.name} order by all", {})
    told = [item for item in kept if item.record == table.name and item.extracted_on <= at]
    if not told:
        return []
    newest = max(told, key=lambda item: (item.extracted_on, item.extract_no)).extract_no
    select = f"select {columns} from {table.name}_as_extracted where extract_no = $extract_no order by all"
    return engine.record_rows(table.name, select, {"extract_no": newest})


def is_listed(row: Row, table: Table, since: date, at: date) -> bool:
    """Whether a row is on its list on the day: begun by then, and open, or begun or ended since the list looks back."""
    if table.is_snapshot:
        return True
    began = row[table.began or BEGINS[table.name]]
    closed = CLOSED_BY.get(table.name)
    if closed is not None:
        days = [row[name] for name in closed if row[name] is not None and row[name] <= at]
        return (began is None or began <= at) and (not days or max(days) >= since)
    if began is None or began > at:
        return False
    if table.ended is None:
        return bool(began >= since)
    ended = row[table.ended]
    return ended is None or ended >= since or began >= since


def _latest_of_each(rows: Iterable[dict[str, Any]], table: Table) -> list[dict[str, Any]]:
    assert table.began is not None
    began = table.began
    latest: dict[str, dict[str, Any]] = {}
    for row in sorted(rows, key=lambda row: row[began]):
        latest[row["child_id"]] = row
    return sorted(latest.values(), key=lambda row: row["child_id"])


def _by_child(rows: Iterable[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    held: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        held.setdefault(row["child_id"], []).append(row)
    return held


def _written(
    layout: SheetLayout,
    row: Row,
    children: Mapping[str, Row],
    beside: Mapping[str, Mapping[str, Sequence[Row]]],
    at: date,
) -> Row:
    main, *others = layout.feeds
    table = BY_NAME[main.table]
    written: dict[str, Any] = {}
    is_open = table.ended is not None and (row[table.ended] is None or row[table.ended] > at)
    for column, title in main.columns.items():
        value = None if is_open and column in WHY_ENDED else row[column]
        if _is_after(value, at):
            value = None
        if value is not None or title not in written:  # of two columns under one heading the later one is the nearer
            written[title] = value
    child = children.get(row.get("child_id", ""), {})
    for feed in others:
        if feed.table == "worker":
            continue  # a list tells of a worker what its own rows say
        found = child if feed.table == "child" else _last(feed, beside.get(feed.name, {}), row, table, at)
        for column, title in feed.columns.items():
            if written.get(title) is None:
                value = found.get(column)
                written[title] = None if _is_after(value, at) else value
    born = child.get("born_on") or child.get("expected_birth_on")
    if born is not None and "Date of Birth" in (heading.title for heading in layout.headings):
        written["Date of Birth"] = born
        written[AGE] = max(0, at.year - born.year - ((at.month, at.day) < (born.month, born.day)))
    return written


def _is_after(value: object, at: date) -> bool:
    """What had not happened yet on the day."""
    day = value.date() if isinstance(value, datetime) else value
    return isinstance(day, date) and day > at


def _last(feed: Feed, held: Mapping[str, Sequence[Row]], main: Row, table: Table, at: date) -> Row:
    """The latest row of the child’s by the day, within the spell the list is about."""
    other = BY_NAME[feed.table]
    day = other.began
    assert day is not None
    began = main.get(table.began or "")
    asked = [
        row
        for row in held.get(main.get("child_id", ""), ())
        if all(row[name] == value for name, value in feed.constants.items())
        and row[day] <= at
        and (began is None or row[day] >= began or other.ended is not None)
        and (feed.table != "conference" or row[day] == main.get("conference_on"))
    ]
    return max(asked, key=lambda row: row[day], default={})
