"""What a row's dates must agree on: nothing ends before it begins, or happened after the file came in."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from typing import TypeGuard

from everychild.errors import FileRefused
from everychild.intake.account import Account
from everychild.intake.columns import ReadColumn
from everychild.intake.dates import Moment
from everychild.layouts.layout import Feed, SheetLayout
from everychild.quality.fault import Severity
from everychild.records import BY_NAME, Kind

MAY_LIE_AHEAD = frozenset(
    {("child", "born_on"), ("child", "expected_birth_on"), ("meeting_report", "meeting_on"), ("audit", "due_on")}
)
"""Dates of what may not have happened yet: a child not born, a meeting or an audit that is planned."""

BEFORE_BIRTH = timedelta(days=300)
"""Work with an unborn child begins no earlier than this before the birth."""

FEW = 3
"""A list of fewer rows than this is too short to say that most of a column is wrong."""


def check_dates(account: Account, file: str, layout: SheetLayout, columns: Mapping[str, ReadColumn], on: date) -> None:
    """Sets rows aside and asks about others. Raises FileRefused where two columns have evidently been swapped."""
    main = layout.feeds[0]
    began, ended = spell_of(main, columns)
    for title in happened(layout, columns):
        column = columns[title]
        rows = [row for row, value in enumerate(column.values) if value is not None and as_day(value) > on]
        is_beginning = began is column
        account.fault(
            "future_date",
            Severity.SET_ASIDE if is_beginning else Severity.QUERY,
            account.still_here(rows),
            "is after the day the file came in",
            "are after the day the file came in",
            advice="Check the year.",
            column=title,
            position=column.position,
        )
    if began and ended:
        rows = [row for row in account.kept() if _is_before(ended.values[row], began.values[row])]
        _refuse_swapped(account, file, rows, ended, began, f"is before “{began.heading.title}”")
        account.fault(
            "ended_before_began",
            Severity.SET_ASIDE,
            rows,
            f"is before “{began.heading.title}” on the same row",
            f"are before “{began.heading.title}” on the same row",
            advice="Nothing can end before it begins: correct one of the two.",
            column=ended.heading.title,
            position=ended.position,
        )
    if began:
        _check_births(account, file, layout, columns, began, on)


def spell_of(feed: Feed, columns: Mapping[str, ReadColumn]) -> tuple[ReadColumn | None, ReadColumn | None]:
    """The columns a feed's beginning and end come from, where the sheet has them."""
    table = BY_NAME[feed.table]
    began = columns.get(feed.columns.get(table.began or "", ""))
    ended = columns.get(feed.columns.get(table.ended or "", ""))
    return began, ended


def happened(layout: SheetLayout, columns: Mapping[str, ReadColumn]) -> list[str]:
    """The headings of dates on which something happened."""
    titles = {
        title: None
        for feed in layout.feeds
        for column, title in feed.columns.items()
        if title in columns
        and (feed.table, column) not in MAY_LIE_AHEAD
        and columns[title].heading.kind in (Kind.DATE, Kind.MOMENT)
    }
    return list(titles)


def as_day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def ended_before_it_began(ended: ReadColumn | None, began: ReadColumn, row: int) -> bool:
    return ended is not None and _is_before(ended.values[row], began.values[row])


def _check_births(
    account: Account,
    file: str,
    layout: SheetLayout,
    columns: Mapping[str, ReadColumn],
    began: ReadColumn,
    on: date,
) -> None:
    titles = [feed.columns["born_on"] for feed in layout.feeds if feed.table == "child"]
    born = columns.get(titles[0]) if titles else None
    if born is None:
        return
    far = [row for row, value in enumerate(born.values) if value is not None and value > on + BEFORE_BIRTH]
    for row in far:
        born.values[row] = None
    account.fault(
        "impossible_birth",
        Severity.QUERY,
        account.still_here(far),
        "is a birth too far ahead to be expected",
        "are births too far ahead to be expected",
        advice="Check the year.",
        column=born.heading.title,
        position=born.position,
    )
    early = [row for row in account.kept() if _is_before(began.values[row], born.values[row], by=BEFORE_BIRTH)]
    _refuse_swapped(account, file, early, began, born, "is long before the child’s date of birth")
    account.fault(
        "before_birth",
        Severity.QUERY,
        early,
        "is more than ten months before the child was born",
        "are more than ten months before the child was born",
        advice="One of the two dates is wrong.",
        column=began.heading.title,
        position=began.position,
    )


def _refuse_swapped(
    account: Account, file: str, rows: Collection[int], one: ReadColumn, other: ReadColumn, what: str
) -> None:
    both = sum(one.values[row] is not None and other.values[row] is not None for row in account.kept())
    if len(rows) < FEW or len(rows) * 2 <= both:
        return
    message = (
        f"{file}, {account.sheet}: in {len(rows):,} of {both:,} rows “{one.heading.title}” {what}. The contents of the "
        f"columns “{one.heading.title}” and “{other.heading.title}” have probably been swapped. Put them right."
    )
    raise FileRefused(message, rule="columns_swapped", file=file, sheet=account.sheet, column=one.heading.title)


def _is_before(one: Moment | None, other: Moment | None, *, by: timedelta = timedelta()) -> bool:
    """By the day, and by the time where both have one."""
    if one is None or other is None:
        return False
    if _has_time(one) and _has_time(other):
        return one < other - by
    return as_day(one) < as_day(other) - by


def _has_time(moment: Moment) -> TypeGuard[datetime]:
    return isinstance(moment, datetime)
