"""A council's own words: what its headings and values mean in each list, chosen once by a person and kept.

Published headings and codes come first, then these; what neither knows is asked. A guess is never taken by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType

from everychild.intake.headings import folded
from everychild.layouts.layout import SheetLayout
from everychild.wording import day

NOTHING_KNOWN = "nothing known"
"""In place of a code: a value by which nothing is known, read as an empty cell is."""


@dataclass(frozen=True)
class Chosen:
    """Who chose, and on which day."""

    by: str
    on: date


@dataclass(frozen=True)
class OwnHeading:
    """A heading of the council's own, and the list's column it stands for."""

    written: str
    column: str
    chosen: Chosen


@dataclass(frozen=True)
class OwnValue:
    """A value of the council's own in a column of codes, and the code it stands for (or `NOTHING_KNOWN`)."""

    column: str
    written: str
    code: str
    chosen: Chosen


@dataclass(frozen=True)
class OwnSheet:
    """All the headings of a sheet that a person said was this list, however few of its columns it has."""

    headings: tuple[str, ...]
    chosen: Chosen

    @cached_property
    def folded(self) -> frozenset[str]:
        return frozenset(filter(None, map(folded, self.headings)))


@dataclass(frozen=True)
class ListMapping:
    """A council's own words for one list."""

    layout: str
    headings: tuple[OwnHeading, ...] = ()
    values: tuple[OwnValue, ...] = ()
    sheets: tuple[OwnSheet, ...] = ()

    @cached_property
    def heading_of(self) -> Mapping[str, OwnHeading]:
        """By the folded heading."""
        return {folded(each.written): each for each in self.headings}

    @cached_property
    def _values_of(self) -> Mapping[str, Mapping[str, OwnValue]]:
        found: dict[str, dict[str, OwnValue]] = {}
        for each in self.values:
            found.setdefault(each.column, {})[folded(each.written)] = each
        return found

    def values_of(self, column: str) -> Mapping[str, OwnValue]:
        """Of one column, by the folded value."""
        return self._values_of.get(column, {})

    def remembers(self, header: Iterable[str]) -> bool:
        """Whether a person has said of a sheet with these headings that it is this list."""
        there = frozenset(map(folded, header))
        return any(sheet.folded <= there for sheet in self.sheets)

    @property
    def is_empty(self) -> bool:
        return not (self.headings or self.values or self.sheets)


UNMAPPED = ListMapping("")

OwnWords = Mapping[str, ListMapping]
"""A council's own words for every list it has any for, by the list's name."""

NONE: OwnWords = MappingProxyType({})


@dataclass(frozen=True)
class ReadAs:
    """One of the council's own words that a file was read by; `code` is empty for a heading, `times` in cells."""

    layout: str
    sheet: str
    column: str
    written: str
    code: str
    times: int
    on: date

    @property
    def in_words(self) -> str:
        by = f"by your mapping of {day(self.on)}"
        if not self.code:
            return f"{self.sheet}: the column headed “{self.written}” was read as “{self.column}”, {by}."
        cells = f"{self.times:,} {'cell' if self.times == 1 else 'cells'}"
        means = "nothing known" if self.code == NOTHING_KNOWN else f"“{self.code}”"
        return f"{self.sheet}, column “{self.column}”: “{self.written}” in {cells} was read as {means}, {by}."


def official_forms(own: ListMapping, layout: SheetLayout, column: str) -> Mapping[str, str]:
    """For each folded value of the council's own, how the list itself writes what it means; empty for nothing known."""
    codes = layout.heading(column).codes
    if codes is None:
        return {}
    return {
        written: "" if each.code == NOTHING_KNOWN else codes.write(each.code)
        for written, each in own.values_of(column).items()
    }


def means_the_same(one: Sequence[ReadAs], other: Sequence[ReadAs]) -> bool:
    """Whether two readings of a file used the same words in the same sense, whenever they were chosen."""
    return _meanings(one) == _meanings(other)


def _meanings(words: Sequence[ReadAs]) -> set[tuple[str, str, str, str]]:
    return {(each.layout, each.column, folded(each.written), each.code) for each in words}
