"""One sheet, from its headings to typed rows, with an account of every row. The story of intake is told here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from everychild.errors import FileRefused
from everychild.intake.account import SHOWN, Account
from everychild.intake.cells import says_nothing, shape_of, text_of
from everychild.intake.checks import FEW, as_day, check_dates, happened
from everychild.intake.columns import ReadColumn, read_column
from everychild.intake.data_rows import DataRows, data_rows, is_note
from everychild.intake.decode_child import Cell
from everychild.intake.feeds import rows_of_feeds
from everychild.intake.headings import folded
from everychild.intake.own_words import ReadAs, official_forms
from everychild.intake.reading import Rows
from everychild.intake.recognise import Recognised, title_of
from everychild.intake.sheet_headings import usable_columns
from everychild.intake.unknown_codes import what_codes
from everychild.intake.unknown_words import UnknownWords, WordsUnknown, of_headings, values_of
from everychild.intake.unread import WHAT_IS_WRONG, Unread
from everychild.quality.fault import Fault, Severity
from everychild.records import Kind

IF_THEY_ARE_YOURS = " If its values are your own, say what they mean: Load, then Your own words, or everychild map."

SeenRows = set[tuple[Cell, ...]]
"""Every row met so far in a list: the same row again is a duplicate."""


@dataclass(frozen=True)
class SheetRead:
    """What came of a sheet. The three outcomes add up to the data rows."""

    accepted: int
    queried: int
    set_aside: int
    faults: tuple[Fault, ...]
    records: tuple[Rows, ...]
    newest_date: date | None
    skipped: tuple[str, ...]
    read_as: tuple[ReadAs, ...] = ()
    unknown: UnknownWords | None = None


def read_sheet(file: str, found: Recognised, position: int, received_on: date, seen: SeenRows) -> SheetRead:
    """Reads a recognised sheet. Raises FileRefused where what it needs is missing or evidently in the wrong place."""
    sheet, layout = found.sheet, found.layout
    rows, ragged = _squared(sheet.rows, found.header_at)
    asked = Account(sheet.name, [], sheet.first_column, list_name=layout.name)
    columns_at = usable_columns(file, found, rows, asked)
    columns_at.update(
        (heading.title, columns_at[heading.second_reading_of])
        for heading in layout.headings
        if heading.second_reading_of in columns_at
    )
    needed = [at for title, at in columns_at.items() if layout.heading(title).required]
    below = rows[found.header_at + 1 :]
    already: dict[str, ReadColumn] = {}
    if sheet.holds_elements:
        data = DataRows(list(below), list(range(1, len(below) + 1)), 0, 0)
    else:
        already = _identifying(found, columns_at, below, received_on)
        data = data_rows(rows, found.header_at, _identified(already.values(), below))
        if len(data.rows) != len(below):
            already = {}
    account = Account(
        sheet.name, data.numbers, sheet.first_column, of_elements=sheet.holds_elements, list_name=layout.name
    )
    account.faults.extend(asked.faults)
    used = {title for feed in layout.feeds for title in (*feed.columns.values(), feed.only_where, feed.unless)}
    used.add(layout.taken_back)
    columns = {
        title: already.get(title)
        or read_column(
            layout.heading(title),
            at,
            [row[at] for row in data.rows],
            received_on,
            official_forms(found.own, layout, layout.heading(title).second_reading_of or title),
        )
        for title, at in columns_at.items()
        if title in used
    }
    unknown = _unknown_words(file, found, columns, data.rows)
    if not data.rows:
        account.ask("no_rows", f"{title_of(layout)} has headings and no rows. Is it true that there were none?")
    _set_aside_ragged(account, ragged)
    _set_aside_duplicates(account, data.rows, seen, needed)
    _set_aside_taken_back(account, columns.get(layout.taken_back or ""))
    looked_into = account.kept()
    _ask_about_repeated_children(account, found, columns)
    for column in columns.values():
        if column.heading.second_reading_of is None:  # what cannot be read was told of at the first reading
            try:
                _account_for(account, file, column, columns, data.rows, looked_into)
            except FileRefused as refusal:
                raise WordsUnknown(refusal, (unknown,)) from None
    check_dates(account, file, layout, columns, received_on)
    records = rows_of_feeds(layout, columns, account, position, received_on)
    return SheetRead(
        account.accepted,
        account.queried,
        account.set_aside,
        tuple(account.faults),
        records,
        _newest(found, columns, account, received_on),
        data.passed_over(sheet.name),
        _read_as(found, columns_at, columns),
        None if unknown.is_empty else unknown,
    )


def _unknown_words(
    file: str, found: Recognised, columns: Mapping[str, ReadColumn], rows: Sequence[Sequence[Cell]]
) -> UnknownWords:
    """What a person may be asked the meaning of."""
    whose = columns.get(next(iter(found.layout.feeds[0].columns.values())))
    shown, different = [], 0
    for column in columns.values():
        if column.unknown_codes and column.heading.second_reading_of is None:
            cells = [row[column.position] for row in rows]
            shown += values_of(column, sum(not says_nothing(cell) for cell in cells), whose, cells)
            different += len(column.unknown_codes)
    return replace(of_headings(file, found), values=tuple(shown), not_shown=different - len(shown))


def _read_as(found: Recognised, columns_at: Mapping[str, int], columns: Mapping[str, ReadColumn]) -> tuple[ReadAs, ...]:
    """Which of the council's own words the sheet was read by."""
    own, layout, name = found.own, found.layout.name, found.sheet.name
    header = found.sheet.rows[found.header_at]
    headings = [
        ReadAs(layout, name, title, each.written, "", 0, each.chosen.on)
        for title in found.matched.by_mapping
        if title in columns_at
        for each in [own.heading_of[folded(text_of(header[columns_at[title]]))]]
    ]
    values = [
        ReadAs(layout, name, title, each.written, each.code, times, each.chosen.on)
        for title, column in columns.items()
        if column.heading.second_reading_of is None
        for word, times in column.by_mapping.items()
        for each in [own.values_of(title)[word]]
    ]
    return (*headings, *values)


def _squared(rows: Sequence[list[Cell]], header_at: int) -> tuple[list[list[Cell]], set[int]]:
    """Every row as wide as the headings, and the numbers of the rows that were not: text files have such."""
    rows = list(rows)  # those of a document are unpacked once
    header = rows[header_at]
    width = max((at for at, cell in enumerate(header, 1) if not says_nothing(cell)), default=0)
    if all(len(row) == len(header) for row in rows):
        return rows, set()
    ragged = {
        number
        for number, row in enumerate(rows, 1)
        if len(row) < width or any(not says_nothing(cell) for cell in row[len(header) :])
    }
    return [(row + [""] * len(header))[: len(header)] for row in rows], ragged


def _identifying(
    found: Recognised, columns_at: Mapping[str, int], rows: Sequence[Sequence[Cell]], received_on: date
) -> dict[str, ReadColumn]:
    """The columns that say of whom a row is, or of which day: a total may hold a number where another identifier would
    be. None of them is of codes, so no words of the council’s own are among them."""
    who = next(iter(found.layout.feeds[0].columns.values()))
    return {
        title: read_column(heading, at, [row[at] for row in rows], received_on)
        for title, at in columns_at.items()
        for heading in [found.layout.heading(title)]
        if title == who or (heading.required and heading.kind in (Kind.DATE, Kind.MOMENT))
    }


def _identified(columns: Iterable[ReadColumn], rows: Sequence[Sequence[Cell]]) -> list[bool]:
    """Whether each row is of somebody, or of some day. “Total” where a worker’s name would be is nobody’s."""
    identified = [False] * len(rows)
    for column in columns:
        told = [value is not None for value in column.values]
        if column.heading.is_name:
            told = [each and not is_note(row[column.position]) for each, row in zip(told, rows, strict=True)]
        identified = [already or each for already, each in zip(identified, told, strict=True)]
    return identified


def _set_aside_ragged(account: Account, ragged: set[int]) -> None:
    account.fault(
        "wrong_number_of_cells",
        Severity.SET_ASIDE,
        [row for row, number in enumerate(account.numbers) if number in ragged],
        "has more or fewer cells than there are headings",
        "have more or fewer cells than there are headings",
        advice="The file may be cut short, or a cell may hold the mark that parts the cells. Export it again.",
    )


def _set_aside_duplicates(
    account: Account, rows: Sequence[Sequence[Cell]], seen: SeenRows, needed: Sequence[int]
) -> None:
    repeated = []
    for at, row in enumerate(rows):
        cells = tuple(row)
        if cells in seen and any(not says_nothing(cells[at_needed]) for at_needed in needed):
            repeated.append(at)
        else:
            seen.add(cells)
    account.fault(
        "duplicate_row",
        Severity.SET_ASIDE,
        repeated,
        "is the same, cell for cell, as one above it or on another sheet",
        "are the same, cell for cell, as others",
        advice="The first of them is used.",
    )


def _set_aside_taken_back(account: Account, says: ReadColumn | None) -> None:
    account.fault(
        "taken_back",
        Severity.SET_ASIDE,
        [row for row in account.kept() if says is not None and says.values[row] is True],
        "was taken back by the system that sent it",
        "were taken back by the system that sent them",
        advice="Nothing is made of it. What was loaded of it before stands until it is replaced.",
        column=says.heading.title if says else None,
    )


def _ask_about_repeated_children(account: Account, found: Recognised, columns: Mapping[str, ReadColumn]) -> None:
    """Some lists hold each child's latest alone. Where several tellings make one record, what differs is asked then."""
    main = found.layout.feeds[0]
    if not main.coverage.one_per_child or main.distinct:
        return
    children = columns[main.columns["child_id"]]
    met: set[str] = set()
    again = []
    for row in account.kept():
        child = children.values[row]
        if child is not None and child in met:
            again.append(row)
        met.add(child)
    account.fault(
        "child_twice",
        Severity.QUERY,
        again,
        "is of a child who has a row above it",
        "are of children who have a row above them",
        advice="This list has one row for each child: the latest. Which is it?",
        column=children.heading.title,
        position=children.position,
    )


def _account_for(
    account: Account,
    file: str,
    column: ReadColumn,
    columns: Mapping[str, ReadColumn],
    rows: Sequence[Sequence[Cell]],
    looked_into: Sequence[int],
) -> None:
    """Each cell of the column that cannot be read, and, where the column is required, each that is empty."""
    heading = column.heading
    severity = Severity.SET_ASIDE if heading.required else Severity.QUERY
    unread = {row: column.unread[row] for row in looked_into if row in column.unread}
    empty = [row for row in looked_into if column.values[row] is None and row not in unread]
    filled = len(looked_into) - len(empty)
    if heading.required:
        # An element has its name: it cannot have been moved or swapped, and one left out says only that.
        moved = 0 if account.of_elements else len(empty)
        _refuse_if_mostly_wrong(account, file, column, len(unread), moved, len(looked_into))
        account.fault(
            "empty_cell",
            severity,
            empty,
            "is empty",
            "are empty",
            advice="A row cannot be counted without it.",
            column=heading.title,
            position=column.position,
            of=len(looked_into),
        )
    for why in Unread:
        wrong = [row for row, reason in unread.items() if reason is why]
        one, several, advice = WHAT_IS_WRONG[why]
        account.fault(
            why.value,
            severity,
            wrong,
            one,
            several,
            advice=advice,
            column=heading.title,
            position=column.position,
            shapes={row: shape_of(rows[row][column.position]) for row in wrong[:SHOWN]},
            of=filled,
            detail=what_codes(column, filled, columns) if why is Unread.UNKNOWN_CODE and wrong else "",
        )


def _refuse_if_mostly_wrong(
    account: Account, file: str, column: ReadColumn, unread: int, empty: int, rows: int
) -> None:
    if unread + empty < FEW or (unread + empty) * 2 <= rows:
        return
    title = column.heading.title
    message = (
        f"{file}, {account.sheet}, column “{title}”: {unread + empty:,} of {rows:,} cells do not hold what the column "
        f"is for ({unread:,} cannot be read as {column.heading.kind.value}, {empty:,} are empty). "
        "Has the column been moved, swapped with another, or written month first? Nothing was read."
        f"{IF_THEY_ARE_YOURS if column.heading.codes else ''}"
    )
    raise FileRefused(message, rule="mostly_unreadable", file=file, sheet=account.sheet, column=title)


def _newest(found: Recognised, columns: Mapping[str, ReadColumn], account: Account, received_on: date) -> date | None:
    kept = account.kept()
    days = (
        as_day(columns[title].values[row])
        for title in happened(found.layout, columns)
        for row in kept
        if columns[title].values[row] is not None
    )
    return max((day for day in days if day <= received_on), default=None)
