"""How an outside file is laid out: its sheets, their headings, and which records each one fills.

A layout is a declaration: intake reads by it and the invented council writes by it, so the two cannot drift.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from everychild.records import Codes, Kind


@dataclass(frozen=True)
class WrittenCodes:
    """How a format writes a record's codes.

    `written` is the official form of each code, used when we write ("a) Male"); `also` holds other forms met in
    real exports. Matching folds case, spaces, quotes and dashes. A leading "a) " and a bare code token also match.
    """

    codes: Codes
    written: Mapping[str, str]
    also: Mapping[str, str] = field(default_factory=dict)
    """other form → code"""


@dataclass(frozen=True)
class Heading:
    """One column of a sheet.

    `aliases` were seen in real files; `likely_aliases` are sector usage nobody has shown us, so a match by one of
    them is a query. `required` cells set the row aside when empty or unreadable. A column that is not `expected`
    belongs to some layouts only, and its absence is no fault.
    """

    title: str
    kind: Kind
    codes: WrittenCodes | None = None
    aliases: tuple[str, ...] = ()
    likely_aliases: tuple[str, ...] = ()
    required: bool = False
    expected: bool = True
    is_name: bool = False
    """Holds a person's name: turned into a reference at the door and not kept."""


@dataclass(frozen=True)
class Coverage:
    """What a list proves by being complete: everything in it, back so many months from the extraction day.

    `months=None` is as far back as the file's own earliest date. `one_per_child` lists hold only each child's latest
    row. `proves_only` lists give a latest date and say nothing of what they leave out.
    """

    months: int | None = None
    one_per_child: bool = False
    proves_only: bool = False


@dataclass(frozen=True)
class Feed:
    """How one sheet fills one record table.

    `columns` maps a record's column to the heading it comes from. A feed gives a row only where the heading
    `only_where` is filled (a visit only where there is a date of visit).
    """

    name: str
    table: str
    columns: Mapping[str, str]
    coverage: Coverage
    rank: int
    """Lower outranks higher where both cover the same day: visit-level extracts (1) outrank Annex A's latest (2)."""

    constants: Mapping[str, object] = field(default_factory=dict)
    only_where: str | None = None


@dataclass(frozen=True)
class SheetLayout:
    """One list or local table: how to recognise it, its headings in published order, and the records it fills."""

    name: str
    title: str
    number: int | None
    other_titles: tuple[str, ...]
    headings: tuple[Heading, ...]
    feeds: tuple[Feed, ...]

    def heading(self, title: str) -> Heading:
        return next(heading for heading in self.headings if heading.title == title)
