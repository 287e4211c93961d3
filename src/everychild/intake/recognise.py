"""Which list or table a sheet holds, by its headings. Its name settles a doubt and never decides alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from everychild.intake.cells import says_nothing, text_of
from everychild.intake.decode_child import Cell
from everychild.intake.decoding import Sheet
from everychild.intake.headings import Matched, folded, match_headings, names_of
from everychild.intake.own_words import NONE, UNMAPPED, ListMapping, OwnWords
from everychild.layouts import local, ofsted, ssd, ssda903
from everychild.layouts.annex_a import LISTS
from everychild.layouts.layout import SheetLayout

LAYOUTS = {layout.name: layout for layout in (*LISTS, *ssda903.TABLES, *ssd.TABLES, *local.TABLES, *ofsted.TABLES)}

_PUBLISHED_ORDER = {name: place for place, name in enumerate(LAYOUTS)}

ENOUGH = 0.6
"""The share of a list's columns that must be there to know it by them."""

NEVER_LISTS = frozenset({"frontsheet", "faqandchanges", "guidance", "codesused", "instructions", "contents", "readme"})
"""Sheets of the official template, and others, that talk about the lists and may look like one."""

HEADER_WITHIN = 25
HEADER_CELLS = 4
NAMED_COUNTS_FOR = 0.1

_LIST_NUMBER = re.compile(r"(?i)(?<![a-z])list[\s_\-]*0?(\d{1,2})(?!\d)")


@dataclass(frozen=True)
class Recognised:
    """A sheet read as a list: the layout, where its header is, and which column is which heading."""

    sheet: Sheet
    header_at: int
    matched: Matched
    is_named: bool
    own: ListMapping = UNMAPPED
    is_remembered: bool = False
    """A person has said of a sheet with these headings that it is this list."""

    @property
    def layout(self) -> SheetLayout:
        return self.matched.layout


@dataclass(frozen=True)
class InDoubt:
    """A sheet with a list's name and not its columns, or the columns of two lists; what the person is told."""

    rule: str
    message: str


def published_order(layout: SheetLayout) -> int:
    """The list's place among all, so that what is taken from the first list that tells it is not a matter of how the
    sheets of a workbook happen to stand. A document's tables keep the order they are given in."""
    return _PUBLISHED_ORDER.get(layout.name, 0)


def recognise(sheet: Sheet, name: str, own_words: OwnWords = NONE) -> Recognised | InDoubt | None:
    """What the sheet holds; None where it holds no list: guidance, a front sheet, a summary."""
    if folded(sheet.name) in NEVER_LISTS:
        return None
    headers = _possible_headers(sheet.rows)
    candidates = [
        _candidate(sheet, at, header, layout, name, own_words.get(layout, ListMapping(layout)))
        for at, header in headers
        for layout in _worth_matching(header, own_words)
    ]
    convincing = [each for each in candidates if _is_convincing(each)]
    if convincing:
        convincing.sort(key=_strength, reverse=True)
        best, *others = convincing
        rival = next((other for other in others if other.layout.name != best.layout.name), None)
        if rival and _strength(rival) == _strength(best):
            return InDoubt(
                "two_lists_fit",
                f"could be {title_of(best.layout)} or {title_of(rival.layout)}. Put the one it is in its name.",
            )
        return best
    named = [layout for layout in LAYOUTS.values() if is_called(layout, name)]
    return _named_in_vain(sheet, named[0], candidates) if named and headers else None


def _candidate(sheet: Sheet, at: int, header: tuple[str, ...], layout: str, name: str, own: ListMapping) -> Recognised:
    columns = {written: each.column for written, each in own.heading_of.items()}
    matched = match_headings(LAYOUTS[layout], header, columns)
    return Recognised(sheet, at, matched, is_called(LAYOUTS[layout], name), own, own.remembers(header))


def nearest(sheet: Sheet) -> str:
    """The list a sheet is most like, and what it lacks of it; for the person who wonders why it is none."""
    matches = [
        match_headings(LAYOUTS[layout], header)
        for _, header in _possible_headers(sheet.rows)
        for layout in _worth_matching(header, NONE)
    ]
    if not matches:
        return "No row of it looks like headings."
    best = max(matches, key=lambda matched: (matched.likeness, matched.share_found))
    found, expected = len(best.columns), len(best.columns) + len(best.missing)
    return f"Nearest is {title_of(best.layout)}, of which it has {found} of {expected} columns."


def title_of(layout: SheetLayout) -> str:
    """ "List 7 (Child protection)", or a local table's own title in quotation marks."""
    return f"List {layout.number} ({layout.title})" if layout.number else f"“{layout.title}”"


def is_called(layout: SheetLayout, name: str) -> bool:
    """Whether a sheet or a file goes by the list's number or by one of its titles, with or without more around it."""
    number = _LIST_NUMBER.search(name)
    if number:
        return int(number[1]) == layout.number
    words = _words(name)
    return any(_follow(_words(title), words) for title in (layout.name, layout.title, *layout.other_titles))


def is_called_anything(name: str) -> bool:
    """Whether a sheet's name says that it is one of the lists."""
    return any(is_called(layout, name) for layout in LAYOUTS.values())


def _words(name: str) -> list[str]:
    return re.findall(r"[a-z]+", name.casefold())


def _follow(wanted: list[str], words: list[str]) -> bool:
    return any(words[start : start + len(wanted)] == wanted for start in range(len(words) - len(wanted) + 1))


def _possible_headers(rows: Sequence[Sequence[Cell]]) -> list[tuple[int, tuple[str, ...]]]:
    """The rows near the top that could be headings, with their place."""
    headers = []
    for at, row in enumerate(rows[:HEADER_WITHIN]):
        header = tuple("" if says_nothing(cell) else text_of(cell) for cell in row)
        if sum(map(bool, header)) >= HEADER_CELLS - 1:
            headers.append((at, header))
    return headers


def _worth_matching(header: tuple[str, ...], own_words: OwnWords) -> list[str]:
    keys = {folded(name) for name in header}
    found = []
    for layout, names in _all_names().items():
        own = own_words.get(layout)
        known = names | own.heading_of.keys() if own else names
        if len(known & keys) >= 2 or (own and own.remembers(header)):
            found.append(layout)
    return found


@cache
def _all_names() -> dict[str, frozenset[str]]:
    return {name: names_of(layout) for name, layout in LAYOUTS.items()}


@cache
def _owners() -> Counter[str]:
    """How many layouts have a column of each name."""
    return Counter(name for names in _all_names().values() for name in names)


def _is_convincing(each: Recognised) -> bool:
    """Enough of the columns, and among them one that only this layout has; else its name must say it is meant, or a
    person must have said so of these headings."""
    if each.is_remembered:
        return True
    matched = each.matched
    header = each.sheet.rows[each.header_at]
    has_its_own = any(
        _owners()[folded(text_of(header[at]))] == 1
        for title, at in matched.columns.items()
        if title not in matched.by_mapping  # “Date” may well be theirs for one list, and stands in a hundred others
    )
    return matched.share_found >= ENOUGH and (has_its_own or each.is_named)


def _strength(each: Recognised) -> tuple[bool, bool, float]:
    return (
        each.is_remembered,
        not each.matched.misses_required,
        each.matched.likeness + NAMED_COUNTS_FOR * each.is_named,
    )


def _named_in_vain(sheet: Sheet, layout: SheetLayout, candidates: list[Recognised]) -> InDoubt | None:
    """A sheet called by a list's whole name is meant to be it; one that only mentions a word of it may be a chart."""
    exact = {folded(title) for title in (layout.name, layout.title, *layout.other_titles)}
    if not _LIST_NUMBER.search(sheet.name) and folded(sheet.name) not in exact:
        return None
    best = max(
        (each.matched for each in candidates if each.layout.name == layout.name),
        key=lambda matched: matched.share_found,
        default=None,
    )
    found = len(best.columns) if best else 0
    missing = best.missing if best else layout.headings
    wanted = ", ".join(f"“{heading.title}”" for heading in missing[:6]) + (" and others" if len(missing) > 6 else "")
    return InDoubt(
        "headings_not_found",
        f"is called {title_of(layout)} but has only {found} of its columns. Missing: {wanted}.",
    )
