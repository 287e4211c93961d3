"""A few rows of records as an engine would have them: for tests that a performance analyst can check by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from everychild.calendar import Clock, Month, WorkingCalendar, months_to, working_calendar
from everychild.facts import Fact
from everychild.facts.clocks import CLOCKS
from everychild.intake.reading import FileRead, Rows
from everychild.layouts.layout import Coverage
from everychild.records import BY_NAME, Kind
from everychild.store.engine import Engine
from everychild.store.extracts import write_extract
from everychild.store.home import Home
from everychild.store.supply import KeptList

SIX_MONTHS = Coverage(months=6)


@dataclass(frozen=True)
class Delivery:
    """One extract: the day it was taken and, by record, its rows as a small table."""

    extracted_on: str
    records: Mapping[str, str]
    coverage: Coverage = SIX_MONTHS
    feed: str = "test"
    rank: int = 1


@cache
def calendar() -> WorkingCalendar:
    return working_calendar(2010, 2022)


def engine(
    folder: Path,
    deliveries: Sequence[Delivery],
    last: str = "2019-04",
    months: int = 3,
    clocks: Mapping[str, Clock] | None = None,
    visit_places: Sequence[str] = ("home", "placement", "other"),
    family_help_since: date | None = None,
    days_ahead: Sequence[date] = (),
) -> Engine:
    """An engine over those deliveries, for so many months up to the last."""
    home = Home(folder)
    kept: list[KeptList] = []
    for number, delivery in enumerate(deliveries, 1):
        taken = date.fromisoformat(delivery.extracted_on)
        written = write_extract(home, [_file(delivery, number)], taken, calendar())
        kept += [replace(item, extract_no=number) for item in written.lists]
    own = {clock.name: clock for clock in CLOCKS} | dict(clocks or {})
    reported = months_to(Month.of(last), months)
    return Engine(
        home,
        kept,
        calendar(),
        reported,
        own,
        visit_places,
        threads=1,
        family_help_since=family_help_since,
        days_ahead=days_ahead,
    )


def facts_of(running: Engine, fact: Fact, *columns: str) -> list[tuple[Any, ...]]:
    """The fact's rows, those columns, in order."""
    running.make_facts([fact])
    listed = ", ".join(columns)
    return running.connection.execute(f"select {listed} from {fact.name} order by all").fetchall()


def rows_of(table: str, text: str, coverage: Coverage = SIX_MONTHS, feed: str = "test", rank: int = 1) -> Rows:
    """Rows of a record from a small table: headings, then a line a row, cells parted by |; empty is unknown."""
    record = BY_NAME[table]
    lines = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    headings, body = lines[0], lines[1:]
    assert set(headings) <= set(record.column_names), f"{set(headings) - set(record.column_names)} not in {table}"
    columns = {
        column.name: [
            _value(column.kind, row[headings.index(column.name)]) if column.name in headings else None for row in body
        ]
        for column in record.columns
    }
    return Rows(table, f"{feed}.{table}", rank, coverage, columns, [0] * len(body), list(range(2, len(body) + 2)))


def _file(delivery: Delivery, number: int) -> FileRead:
    records = tuple(
        rows_of(table, text, delivery.coverage, delivery.feed, delivery.rank)
        for table, text in delivery.records.items()
    )
    total = sum(len(rows) for rows in records)
    return FileRead(
        name=f"delivery {number}.csv",
        sha256=f"{number:064}",
        format="local_extract",
        sheets=("rows",),
        rows=total,
        accepted=total,
        queried=0,
        set_aside=0,
        faults=(),
        records=records,
        newest_date=None,
    )


def _value(kind: Kind, text: str) -> Any:
    if not text:
        return None
    match kind:
        case Kind.DATE:
            return date.fromisoformat(text)
        case Kind.MOMENT:
            return datetime.fromisoformat(text)
        case Kind.NUMBER:
            return int(text)
        case Kind.YES_NO:
            return {"yes": True, "no": False}[text]
        case _:
            return text
