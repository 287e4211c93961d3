"""Changing a council's own words: what is already known, or would mean two things, is refused in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from everychild.errors import SettingsError, UnknownReference
from everychild.intake.cells import text_of
from everychild.intake.coded import code_reader
from everychild.intake.headings import folded, published_names
from everychild.intake.own_words import NOTHING_KNOWN, Chosen, ListMapping, OwnHeading, OwnSheet, OwnValue, OwnWords
from everychild.intake.recognise import LAYOUTS, title_of
from everychild.intake.unread import Unread
from everychild.layouts.layout import Heading, SheetLayout
from everychild.records import Kind
from everychild.wording import day, listed

LONGEST = 100
FEWEST_HEADINGS = 2


def list_called(text: str) -> SheetLayout:
    """A list by its name, its title or its number in Annex A. Raises UnknownReference with near ones."""
    wanted = folded(text)
    for layout in LAYOUTS.values():
        if wanted in {folded(layout.name), folded(layout.title), str(layout.number)}:
            return layout
    near = [name for name in LAYOUTS if wanted[:4] and wanted[:4] in folded(name)][:6]
    raise UnknownReference(
        f"There is no list “{text}”. {f'Near it: {listed(near)}. ' if near else ''}`everychild map lists` names all."
    )


def columns_of(layout: SheetLayout) -> tuple[Heading, ...]:
    """The columns a heading of the council's own may stand for."""
    return tuple(heading for heading in layout.headings if heading.second_reading_of is None)


def coded_columns_of(layout: SheetLayout) -> tuple[Heading, ...]:
    """The columns whose values may be mapped: those of codes, and none that holds a name, a date or a text."""
    return tuple(heading for heading in columns_of(layout) if heading.codes is not None)


def codes_of(heading: Heading) -> tuple[tuple[str, str], ...]:
    """Each code of a column a value may stand for, with what it means."""
    if heading.codes is None:
        return ()
    meanings = heading.codes.codes.values
    said = tuple(code for code in heading.codes.written if not (heading.kind is Kind.YES_NO and code == "unknown"))
    return tuple((code, meanings[code]) for code in said)


def with_heading(mapping: ListMapping, written: str, column: str, chosen: Chosen) -> ListMapping:
    """With one heading more. Raises SettingsError where it is known already, or would mean two things."""
    layout = list_called(mapping.layout)
    written = _a_word(written)
    heading = _column(layout, column)
    known = published_names(layout).get(folded(written))
    if known is not None:
        raise SettingsError(
            f"“{written}” is read as “{known}” in {title_of(layout)} already, without a mapping. "
            "A published heading cannot be given another meaning."
        )
    same = mapping.heading_of.get(folded(written))
    if same is not None:
        _refuse_twice(written, same.column, heading.title, same.chosen)
        return mapping
    other = next((each for each in mapping.headings if each.column == heading.title), None)
    if other is not None:
        raise SettingsError(
            f"“{heading.title}” is read from “{other.written}” since {day(other.chosen.on)}, and two headings for one "
            f"column cannot be told apart. To use “{written}” instead, remove “{other.written}” first."
        )
    return replace(mapping, headings=(*mapping.headings, OwnHeading(written, heading.title, chosen)))


def with_value(mapping: ListMapping, column: str, written: str, code: str, chosen: Chosen) -> ListMapping:
    """With one value more. Raises SettingsError where it is known already, or would mean two things."""
    layout = list_called(mapping.layout)
    written = _a_word(written)
    heading = _column(layout, column)
    if heading.codes is None or heading not in coded_columns_of(layout):
        raise SettingsError(
            f"“{heading.title}” of {title_of(layout)} is not a column of codes: its values are read as they stand, "
            "and none of them is kept in a mapping."
        )
    if code != NOTHING_KNOWN and code not in dict(codes_of(heading)):
        codes = listed(f"{each} ({meaning})" for each, meaning in codes_of(heading))
        raise SettingsError(f"“{code}” is none of the codes of “{heading.title}”. They are: {codes}.")
    if code == NOTHING_KNOWN and heading.required:
        raise SettingsError(f"No row can be counted without “{heading.title}”, so no value of it can mean nothing.")
    known = code_reader(heading.codes)(written)
    if known is not None and not isinstance(known, Unread):
        raise SettingsError(
            f"“{written}” is read as “{known}” in “{heading.title}” already, without a mapping. "
            "A published code cannot be given another meaning."
        )
    same = mapping.values_of(heading.title).get(folded(written))
    if same is not None:
        _refuse_twice(written, same.code, code, same.chosen)
        return mapping
    return replace(mapping, values=(*mapping.values, OwnValue(heading.title, written, code, chosen)))


def with_sheet(own_words: OwnWords, mapping: ListMapping, headings: Sequence[str], chosen: Chosen) -> ListMapping:
    """With the headings of a whole sheet a person says is this list. Raises SettingsError where another list has them,
    or where a column no row can be counted without would have no heading."""
    layout = list_called(mapping.layout)
    sheet = OwnSheet(tuple(dict.fromkeys(text_of(each) for each in headings if folded(each))), chosen)
    if len(sheet.folded) < FEWEST_HEADINGS:
        raise SettingsError("A sheet is known again by its headings, and this has fewer than two.")
    for other in own_words.values():
        same = any(sheet.folded <= one.folded or one.folded <= sheet.folded for one in other.sheets)
        if other.layout != mapping.layout and same:
            raise SettingsError(
                f"A sheet with these headings is {title_of(LAYOUTS[other.layout])} by your mapping, and cannot be "
                f"{title_of(layout)} too. Remove that first."
            )
    _require_columns(layout, mapping, sheet)
    if any(sheet.folded == one.folded for one in mapping.sheets):
        return mapping
    return replace(mapping, sheets=(*mapping.sheets, sheet))


def without_heading(mapping: ListMapping, written: str) -> ListMapping:
    """Raises UnknownReference where it is not mapped."""
    kept = tuple(each for each in mapping.headings if folded(each.written) != folded(written))
    _require_less(mapping.headings, kept, f"The heading “{written}” is not mapped.")
    return replace(mapping, headings=kept)


def without_value(mapping: ListMapping, column: str, written: str) -> ListMapping:
    """Raises UnknownReference where it is not mapped."""
    title = _column(list_called(mapping.layout), column).title
    kept = tuple(each for each in mapping.values if (each.column, folded(each.written)) != (title, folded(written)))
    _require_less(mapping.values, kept, f"The value “{written}” of “{title}” is not mapped.")
    return replace(mapping, values=kept)


def without_sheet(mapping: ListMapping, number: int) -> ListMapping:
    """`number` counts from 1, as they are listed. Raises UnknownReference where there is none."""
    kept = tuple(each for at, each in enumerate(mapping.sheets, 1) if at != number)
    _require_less(mapping.sheets, kept, f"There is no sheet numbered {number}.")
    return replace(mapping, sheets=kept)


def _a_word(written: str) -> str:
    word = text_of(written)
    if not folded(word):
        raise SettingsError("What is mapped must hold a letter or a digit: nothing else tells one word from another.")
    if len(word) > LONGEST:
        raise SettingsError(f"What is mapped is {len(word):,} characters long, and {LONGEST} can be kept.")
    return word


def _column(layout: SheetLayout, column: str) -> Heading:
    wanted = folded(column)
    found = next((heading for heading in columns_of(layout) if folded(heading.title) == wanted), None)
    if found is None:
        titles = listed(f"“{heading.title}”" for heading in columns_of(layout))
        raise UnknownReference(f"{title_of(layout)} has no column “{column}”. It has {titles}.")
    return found


def _refuse_twice(written: str, was: str, would_be: str, chosen: Chosen) -> None:
    if was != would_be:
        raise SettingsError(
            f"“{written}” means “{was}” since {day(chosen.on)} and cannot mean “{would_be}” too. "
            "Remove that mapping first."
        )


def _require_columns(layout: SheetLayout, mapping: ListMapping, sheet: OwnSheet) -> None:
    known = {title for name, title in published_names(layout).items() if name in sheet.folded}
    known |= {each.column for name, each in mapping.heading_of.items() if name in sheet.folded}
    missing = [heading.title for heading in layout.headings if heading.required and heading.title not in known]
    if missing:
        names = listed(f"“{title}”" for title in missing)
        raise SettingsError(
            f"{title_of(layout)} cannot be read without {names}. Say which of the sheet’s headings "
            f"{'that is' if len(missing) == 1 else 'those are'}."
        )


def _require_less(before: Sequence[object], after: Sequence[object], message: str) -> None:
    if len(after) == len(before):
        raise UnknownReference(f"{message} `everychild map show` lists what is.")
