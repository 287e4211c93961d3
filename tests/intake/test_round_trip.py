"""What is written by a layout is read by it: for any rows, as a workbook and as text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from everychild.intake.identifiers import worker_reference
from everychild.intake.reading import FileRead
from everychild.layouts.annex_a import LISTS
from everychild.layouts.layout import Heading, SheetLayout
from everychild.layouts.local import TABLES
from everychild.records import BY_NAME, Kind
from tests.intake.invented_files import RECEIVED, as_csv, read_one, records, write_workbook

FIRST_DAY = date(2016, 1, 1)
"""After every date of birth made here, so that no row is before its child."""

LAST_DAY = date(2019, 4, 30)
Row = dict[str, Any]


def values(heading: Heading) -> st.SearchStrategy[Any]:
    """Anything the column may hold and the format can say."""
    if heading.is_name:
        made = st.sampled_from(["Ann Reed", "O’Brien, Sean", "Zoë Ng", "SW1042", "Ms Ade Bello"])
    elif heading.codes is not None:
        can_say = [code for code in heading.codes.codes.values if code not in heading.codes.nearest]
        made = st.sampled_from([True, False]) if heading.kind is Kind.YES_NO else st.sampled_from(can_say)
    elif heading.title.replace("_", " ").lower() == "date of birth":
        made = st.dates(date(1999, 1, 1), FIRST_DAY)
    else:
        made = {
            Kind.IDENTIFIER: st.from_regex(r"[A-Z]{0,2}[0-9]{2,9}", fullmatch=True),
            Kind.DATE: st.dates(FIRST_DAY, LAST_DAY),
            Kind.MOMENT: st.datetimes(datetime(2016, 1, 1), datetime(2019, 4, 30)).map(a_known_time),
            Kind.NUMBER: st.integers(0, 99),
            Kind.TEXT: st.sampled_from(["Northeast", "Duty & Assessment", "Top Town Academy", "Team 4", "Café"]),
        }[heading.kind]
    return made if heading.required else st.none() | made


def a_known_time(moment: datetime) -> datetime:
    """To the minute, and never midnight, which is how a system writes a time it does not know."""
    moment = moment.replace(second=0, microsecond=0)
    return moment + timedelta(minutes=1) if moment.time() == time() else moment


def rows_of(layout: SheetLayout) -> st.SearchStrategy[list[Row]]:
    first, table = layout.feeds[0], BY_NAME[layout.feeds[0].table]
    began, ended = first.columns.get(table.began or ""), first.columns.get(table.ended or "")
    who = layout.headings[0].title

    def in_order(row: Row) -> Row:
        if began and ended and row[began] and row[ended]:
            row[began], row[ended] = sorted((row[began], row[ended]))
        return row

    row = st.fixed_dictionaries({heading.title: values(heading) for heading in layout.headings}).map(in_order)
    return st.lists(row, min_size=1, max_size=6, unique_by=lambda made: made[who])


def as_text(cell: Any) -> Any:
    if isinstance(cell, datetime):
        return f"{cell:%d/%m/%Y %H:%M}"
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    return f'"{cell}"' if isinstance(cell, str) else cell


def as_excel(cell: Any) -> Any:
    return float(cell) if isinstance(cell, Decimal) else cell


def written(layout: SheetLayout, rows: list[Row], change: Callable[[Any], Any] = lambda cell: cell) -> list[list[Any]]:
    header = [change(heading.title) for heading in layout.headings]
    return [header, *([change(each.write(row[each.title])) for each in layout.headings] for row in rows)]


def expected(layout: SheetLayout, rows: list[Row]) -> dict[str, list[Any]]:
    """The record columns the rows fill."""
    feed = layout.feeds[0]
    columns: dict[str, list[Any]] = {}
    for column in BY_NAME[feed.table].columns:
        title = feed.columns.get(column.name)
        told = [row[title] if title else None for row in rows]
        if title and layout.heading(title).is_name:
            told = [name if name is None or name.startswith("SW") else worker_reference(name) for name in told]
        if column.kind is Kind.DATE:
            told = [value.date() if isinstance(value, datetime) else value for value in told]
        columns[column.name] = told
    return columns


def check(layout: SheetLayout, rows: list[Row], file: FileRead) -> None:
    first = layout.feeds[0]
    assert (file.rows, file.set_aside) == (len(rows), 0)
    assert records(file, first.table, first.name).columns == expected(layout, rows)


@pytest.mark.parametrize("layout", [*LISTS, *TABLES], ids=lambda layout: layout.name)
@settings(max_examples=8, deadline=None)
@given(data=st.data())
def test_what_is_written_is_read(layout: SheetLayout, tmp_path_factory: Any, data: st.DataObject) -> None:
    """Every value of every column comes back, from Excel's own dates and numbers and from plain text alike."""
    rows = data.draw(rows_of(layout))
    folder: Path = tmp_path_factory.mktemp("written")
    sheet = f"List {layout.number}" if layout.number else layout.name
    check(
        layout,
        rows,
        read_one(write_workbook(folder / "book.xlsx", {sheet: written(layout, rows, as_excel)}), on=RECEIVED),
    )
    text = folder / f"{sheet}.csv"
    text.write_text(as_csv(written(layout, rows, as_text)), encoding="utf-8")
    check(layout, rows, read_one(text, on=RECEIVED))
