"""What a sheet says in words we do not know: headings, and values of columns of codes. Never anything about a child."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from everychild.errors import FileRefused
from everychild.intake.cells import says_nothing, text_of
from everychild.intake.columns import ReadColumn
from everychild.intake.decode_child import DATE_MARK, Cell
from everychild.intake.decoding import Sheet
from everychild.intake.headings import folded
from everychild.intake.recognise import NEVER_LISTS, Recognised
from everychild.intake.unknown_codes import LIKE_AN_IDENTIFIER, could_be_a_name, could_identify

_ONLY_FIGURES = re.compile(r"\d[\d ./:,-]*")
_NAMES_SOMEBODY = re.compile(r"\d{5}|@|(?i:\b[a-z]{1,2}\d[a-z\d]? *\d[a-z]{2}\b)")
"""Five digits together (a year is four), an address for mail, a postcode."""

LONGEST = 100
HEADINGS_WITHIN = 25
FEWEST_HEADINGS = 3
SEVERAL = 3
"""A value of a column that is mostly unknown may be somebody's name in the wrong column: it is shown only where rows
of this many people have it."""


@dataclass(frozen=True)
class UnknownValue:
    """A value that is none of a column's codes, and how many rows have it."""

    column: str
    written: str
    times: int


@dataclass(frozen=True)
class UnknownWords:
    """Of one sheet. `layout` is empty where it is no list we know; `header` holds all its headings, in order.

    `not_shown` counts the different values that are not repeated here, since they may be about somebody.
    """

    file: str
    sheet: str
    layout: str
    header: tuple[str, ...]
    headings: tuple[str, ...]
    values: tuple[UnknownValue, ...] = ()
    not_shown: int = 0

    @property
    def is_empty(self) -> bool:
        return not (self.headings or self.values or self.not_shown)


class WordsUnknown(FileRefused):
    """A file refused for words a person may map; it carries them."""

    def __init__(self, refusal: FileRefused, unknown: Sequence[UnknownWords]) -> None:
        super().__init__(
            refusal.message,
            rule=refusal.rule,
            file=refusal.file,
            sheet=refusal.sheet,
            row=refusal.row,
            column=refusal.column,
            value_shape=refusal.value_shape,
        )
        self.unknown = tuple(unknown)


def of_headings(file: str, found: Recognised) -> UnknownWords:
    """The headings that the list does not have, and those of which it is only likely what they mean."""
    row = found.sheet.rows[found.header_at]
    likely = [found.matched.columns[title] for title in found.matched.likely]
    if holds_values(found):
        row = [cell for at, cell in enumerate(row) if at not in found.matched.unknown]
        unknown = {text_of(found.sheet.rows[found.header_at][at]) for at in likely}
    else:
        unknown = {text_of(row[at]) for at in (*found.matched.unknown, *likely)}
    header = _headings(row)
    return UnknownWords(
        file, found.sheet.name, found.layout.name, header, tuple(each for each in header if each in unknown)
    )


def holds_values(found: Recognised) -> bool:
    """Whether a date, a number or an identifier stands among the headings that the list does not have: where the end
    of a line is lost, a row about a child stands behind the headings, and none of what the list does not have is
    repeated."""
    row = found.sheet.rows[found.header_at]
    return any(_is_a_value(row[at]) for at in found.matched.unknown)


def values_of(column: ReadColumn, filled: int, whose: ReadColumn | None, cells: Sequence[Cell]) -> list[UnknownValue]:
    """The unknown values of one column that may be repeated."""
    mostly_unknown = sum(column.unknown_codes.values()) * 2 > filled
    people = _people_of(column, whose, cells) if mostly_unknown else {}
    return [
        UnknownValue(column.heading.title, written, times)
        for written, times in column.unknown_codes.most_common()
        if _may_be_repeated(written)
        and (not mostly_unknown or people[written] >= SEVERAL)
        and not (times == 1 and could_be_a_name(written, column.heading))
    ]


def of_no_list(file: str, sheet: Sheet) -> UnknownWords | None:
    """The headings of a sheet that is no list we know; None where no row of it is surely headings."""
    if folded(sheet.name) in NEVER_LISTS:
        return None
    for at, row in enumerate(sheet.rows[:HEADINGS_WITHIN]):
        if _are_headings(row, sheet.rows[at + 1 :]):
            header = _headings(row)
            return UnknownWords(file, sheet.name, "", header, header)
    return None


def _headings(row: Sequence[Cell]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(text_of(cell) for cell in row if not says_nothing(cell) and len(text_of(cell)) <= LONGEST)
    )


def _are_headings(row: Sequence[Cell], below: Sequence[Sequence[Cell]]) -> bool:
    """A row of different texts, none like a date or an identifier and none said again below it, above a column of dates
    or identifiers: a row about a child is not taken for headings."""
    texts = [text_of(cell) for cell in row if not says_nothing(cell)]
    if len(texts) < FEWEST_HEADINGS or len({*map(folded, texts)}) < len(texts) or not all(map(_could_be_heading, row)):
        return False
    if any(_recurs(cell, [each[at] for each in below if at < len(each)]) for at, cell in enumerate(row)):
        return False
    first = next((each for each in below if any(not says_nothing(cell) for cell in each)), ())
    return any(_is_of_somebody(cell) for cell, heading in zip(first, row, strict=False) if not says_nothing(heading))


def _recurs(cell: Cell, below: Sequence[Cell]) -> bool:
    return not says_nothing(cell) and folded(text_of(cell)) in {folded(text_of(each)) for each in below}


def _could_be_heading(cell: Cell) -> bool:
    return says_nothing(cell) or (isinstance(cell, str) and not _is_of_somebody(cell) and any(map(str.isalpha, cell)))


def _is_of_somebody(cell: Cell) -> bool:
    """A date, a number, or a text that holds what an identifier or a date does."""
    if not isinstance(cell, str):
        return not says_nothing(cell)
    text = text_of(cell)
    return cell.startswith(DATE_MARK) or bool(LIKE_AN_IDENTIFIER.search(text)) or text.isdecimal()


def _is_a_value(cell: Cell) -> bool:
    """Nothing but a date or a number, or what an identifier holds: “Total 2026” is a heading, “2026” need not be."""
    if not isinstance(cell, str):
        return not says_nothing(cell)
    text = text_of(cell)
    return cell.startswith(DATE_MARK) or bool(_ONLY_FIGURES.fullmatch(text) or _NAMES_SOMEBODY.search(text))


def _may_be_repeated(written: str) -> bool:
    return bool(folded(written)) and len(written) <= LONGEST and not could_identify(written)


def _people_of(column: ReadColumn, whose: ReadColumn | None, cells: Sequence[Cell]) -> Mapping[str, int]:
    people: dict[str, set[object]] = {written: set() for written in column.unknown_codes}
    for row in column.unread:
        written = text_of(cells[row])
        if written in people:
            people[written].add(whose.values[row] if whose else row)
    return {written: len(found - {None}) for written, found in people.items()}
