"""Which column of a sheet is which heading of a layout: by exact names and those a council chose, never by likeness."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from everychild.layouts.layout import Heading, SheetLayout

_NEITHER = re.compile(r"[^a-z0-9]+")
_BRACKETED = re.compile(r"\([^()]*\)")

NO_OWN: Mapping[str, str] = MappingProxyType({})

TITLE, ALIAS, OWN, LIKELY = 1.0, 0.9, 0.8, 0.7
"""How much each way of naming a column says that the sheet is this list."""


def folded(text: str) -> str:
    """Letters and digits alone, in lower case: a name is one name however it is spaced, cased or punctuated."""
    return _NEITHER.sub("", unicodedata.normalize("NFKD", text).casefold())


@dataclass(frozen=True)
class Matched:
    """A header row read by one layout. `columns` is each heading's position; `repeats`, further columns of its name."""

    layout: SheetLayout
    columns: dict[str, int]
    likely: tuple[str, ...]
    repeats: dict[str, tuple[int, ...]]
    unknown: tuple[int, ...]
    weight: float
    by_mapping: tuple[str, ...] = ()
    """Headings whose column goes by a name of the council's own."""

    @property
    def missing(self) -> tuple[Heading, ...]:
        headings = self.layout.headings
        return tuple(each for each in headings if each.title not in self.columns and (each.expected or each.required))

    @property
    def misses_required(self) -> bool:
        return any(heading.required for heading in self.missing)

    @property
    def share_found(self) -> float:
        """How much of what the layout expects is there."""
        expected = [heading for heading in self.layout.headings if heading.expected or heading.required]
        return 1 - len(self.missing) / len(expected)

    @property
    def likeness(self) -> float:
        """What is explained, out of everything on either side."""
        return self.weight / (len(self.columns) + len(self.missing) + len(self.unknown))


def match_headings(layout: SheetLayout, header: Sequence[str], own: Mapping[str, str] = NO_OWN) -> Matched:
    """Each heading takes one column and each column is taken once: titles first, then aliases, then the council's own
    names (folded name → title), then likely ones."""
    positions: dict[str, list[int]] = {}
    for position, name in enumerate(header):
        if folded(name):
            positions.setdefault(folded(name), []).append(position)
    columns: dict[str, int] = {}
    repeats: dict[str, tuple[int, ...]] = {}
    likely: list[str] = []
    by_mapping: list[str] = []
    weight = 0.0
    taken: set[int] = set()
    for worth in (TITLE, ALIAS, OWN, LIKELY):
        for heading in layout.headings:
            if heading.title in columns:
                continue
            names = _own_names(heading, own) if worth == OWN else _names(heading, worth)
            found = next((free for name in names if (free := _free(positions.get(name), taken))), None)
            if found is None:
                continue
            columns[heading.title], *others = found
            taken.update(found)
            weight += worth
            if others:
                repeats[heading.title] = tuple(others)
            if worth == LIKELY:
                likely.append(heading.title)
            if worth == OWN:
                by_mapping.append(heading.title)
    unknown = tuple(each for found in positions.values() for each in found if each not in taken)
    return Matched(layout, columns, tuple(likely), repeats, tuple(sorted(unknown)), weight, tuple(by_mapping))


def names_of(layout: SheetLayout) -> frozenset[str]:
    """Every folded name a column of the layout may have."""
    return frozenset(
        name for heading in layout.headings for worth in (TITLE, ALIAS, LIKELY) for name in _names(heading, worth)
    )


def published_names(layout: SheetLayout) -> Mapping[str, str]:
    """The title each published name stands for, folded: what no name of a council's own may say otherwise."""
    return {
        name: heading.title
        for worth in (ALIAS, TITLE)
        for heading in layout.headings
        for name in _names(heading, worth)
    }


def _own_names(heading: Heading, own: Mapping[str, str]) -> list[str]:
    return [name for name, title in own.items() if title == heading.title]


def _free(positions: list[int] | None, taken: set[int]) -> list[int]:
    return [position for position in positions or () if position not in taken]


def _names(heading: Heading, worth: float) -> list[str]:
    if worth == TITLE:
        return [folded(heading.title)]
    if worth == ALIAS:
        return [folded(alias) for alias in heading.aliases]
    shorter = folded(_BRACKETED.sub("", heading.title))
    return [*(folded(alias) for alias in heading.likely_aliases), shorter]
