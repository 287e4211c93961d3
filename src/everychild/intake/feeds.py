"""From the columns of a sheet to the rows of records."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from everychild.intake.account import Account
from everychild.intake.checks import as_day, ended_before_it_began, spell_of
from everychild.intake.columns import ReadColumn
from everychild.intake.reading import Rows
from everychild.layouts.layout import Feed, SheetLayout
from everychild.quality.fault import Severity
from everychild.records import BY_NAME, Kind


def rows_of_feeds(
    layout: SheetLayout, columns: Mapping[str, ReadColumn], account: Account, sheet: int, received_on: date
) -> tuple[Rows, ...]:
    """What the sheet's accepted rows fill, feed by feed."""
    main, *others = layout.feeds
    chosen = [_rows_for(feed, columns, account, received_on) for feed in others]
    rows = [_only(main, columns, account.kept()), *chosen]
    _ask_about_untold(main, columns, account)
    return tuple(
        _filled(feed, columns, of_feed, account, sheet, received_on)
        for feed, of_feed in zip(layout.feeds, rows, strict=True)
    )


def _only(feed: Feed, columns: Mapping[str, ReadColumn], rows: list[int]) -> list[int]:
    """The rows that are filled where the feed needs it, and do not say yes where it wants a no."""
    if feed.only_where is not None:
        where = columns.get(feed.only_where)
        rows = [row for row in rows if where.values[row] is not None] if where else []
    unless = columns.get(feed.unless or "")
    return [row for row in rows if unless is None or unless.values[row] is not True]


def _ask_about_untold(main: Feed, columns: Mapping[str, ReadColumn], account: Account) -> None:
    """A row without the date its record is known by fills nothing, and somebody should know. One that says of itself
    that it never was (a review that was cancelled) has told why."""
    if main.only_where is None:
        return
    where, denied = columns.get(main.only_where), columns.get(main.unless or "")
    untold = [row for row in account.kept() if where is None or where.values[row] is None]
    account.fault(
        "no_record_made",
        Severity.QUERY,
        [row for row in untold if denied is None or denied.values[row] is not True],
        f"has no “{main.only_where}”",
        f"have no “{main.only_where}”",
        advice="What the row tells of is known by nothing else, so it counts in no figure.",
        column=main.only_where,
        position=where.position if where else None,
    )


def _rows_for(feed: Feed, columns: Mapping[str, ReadColumn], account: Account, received_on: date) -> list[int]:
    """The rows that tell of this too: those with its date, where that has come and does not follow its end."""
    rows = _only(feed, columns, account.kept())
    began, ended = spell_of(feed, columns)
    denied = columns.get(feed.unless or "")
    if ended is not None and denied is not None:
        account.fault(
            "ended_and_never_was",
            Severity.QUERY,
            [row for row in account.kept() if denied.values[row] is True and ended.values[row] is not None],
            f"is filled although “{feed.unless}” says yes",
            f"are filled although “{feed.unless}” says yes",
            advice="What the row tells of counts in no figure until one of the two is corrected.",
            column=ended.heading.title,
            position=ended.position,
        )
    if began is None:
        return rows
    rows = [row for row in rows if as_day(began.values[row]) <= received_on]
    backwards = [row for row in rows if ended_before_it_began(ended, began, row)]
    account.fault(
        "ended_before_began",
        Severity.QUERY,
        backwards,
        f"is after “{ended.heading.title}” on the same row" if ended else "",
        f"are after “{ended.heading.title}” on the same row" if ended else "",
        advice="What ended before it began counts in no figure until one of the two is corrected.",
        column=began.heading.title,
        position=began.position,
    )
    return [row for row in rows if row not in set(backwards)]


def _filled(
    feed: Feed,
    columns: Mapping[str, ReadColumn],
    rows: Sequence[int],
    account: Account,
    sheet: int,
    received_on: date,
) -> Rows:
    table = BY_NAME[feed.table]
    filled: dict[str, list[Any]] = {}  # Any: each column's own kind of value
    for column in table.columns:
        source = columns.get(feed.columns.get(column.name, ""))
        if source is None:
            filled[column.name] = [feed.constants.get(column.name)] * len(rows)
            continue
        as_kept = _AS_KEPT.get((source.heading.kind, column.kind))
        values = source.values
        filled[column.name] = [as_kept(values[row]) for row in rows] if as_kept else [values[row] for row in rows]
    if table.name == "child":
        _tell_births_apart(filled, received_on)
    numbers = account.numbers
    return Rows(
        table=table.name,
        feed=feed.name,
        rank=feed.rank,
        coverage=feed.coverage,
        columns=filled,
        sheets=[sheet] * len(rows),
        rows=[numbers[row] for row in rows],
    )


def _day(value: Any) -> date | None:  # Any: a date or a datetime, as the column holds
    return value.date() if isinstance(value, datetime) else value


def _moment(value: Any) -> datetime | None:  # Any: a date or a datetime, as the column holds
    return value if isinstance(value, datetime) else None


_AS_KEPT: dict[tuple[Kind, Kind], Callable[[Any], Any]] = {
    (Kind.MOMENT, Kind.DATE): _day,
    (Kind.MOMENT, Kind.MOMENT): _moment,
}
"""One column of moments fills both the day, which is always known, and the time, which may not be."""


def _tell_births_apart(filled: dict[str, list[Any]], received_on: date) -> None:
    """The lists have one column for births that have been and births that are expected."""
    for row, born_on in enumerate(filled["born_on"]):
        if born_on is not None and born_on > received_on:
            filled["born_on"][row], filled["expected_birth_on"][row] = None, born_on
