"""How a document, XML or JSON, is laid out: which element is a row of which table, and where each column’s value is.

Elements are found by name and never by place, with or without a namespace.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from everychild.layouts.layout import SheetLayout


@dataclass(frozen=True)
class ElementTable:
    """One kind of element as a table: a row for each, in the order of the document.

    A column is the element of its name inside the row’s own; `elsewhere` says where the others stand, by their whole
    path: in the element itself, beside it or above it.
    """

    layout: SheetLayout
    path: str
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    is_expected: bool = True
    """A document without one such element is asked about; False for what only some years or some councils have."""

    def __post_init__(self) -> None:
        titles = {heading.title for heading in self.layout.headings}
        assert set(self.elsewhere) <= titles, f"{self.path}: {set(self.elsewhere) - titles} are no columns"

    @property
    def columns(self) -> dict[str, str]:
        """Each column and the whole path of its element."""
        return {
            heading.title: self.elsewhere.get(heading.title, f"{self.path}/{heading.title}")
            for heading in self.layout.headings
        }


@dataclass(frozen=True)
class StatedCount:
    """A count that a document states of its own rows: where it says it, and which rows it is of.

    They are the rows of `of_table` with `value` in the column `of`, but for those that `unless` is filled in.
    """

    table: str
    title: str
    of_table: str
    of: str
    value: str
    unless: str


@dataclass(frozen=True, eq=False)
class DocumentLayout:
    """A kind of document. `unit` is the element that is read and let go, one after another, or the whole of it;
    `known_by` the column of the first table without which it is another kind of document."""

    name: str
    title: str
    unit: str
    known_by: str
    header: Mapping[str, str]
    """What the header holds: a name for each value, and the whole path of its element. A document that has none says
    nowhere of what day it is."""

    tables: tuple[ElementTable, ...]

    written_in: str = "XML"
    may_be_in_part: bool = False
    """Nothing in it says whether it is whole."""

    passed_down: str | None = None
    """A member that, where it is true of an object, is true of everything inside it."""

    collection: str = ""
    """What the header of such a document calls its collection, where it has one."""

    stated_counts: tuple[StatedCount, ...] = ()
    closes_on: tuple[int, int] | None = (3, 31)
    """The month and day that the document is of; None where that is another day every year."""

    @property
    def root(self) -> str:
        return self.unit.partition("/")[0]

    @property
    def told_by(self) -> str:
        """The first element that tells it from another document of the same root."""
        return self.tables[0].path if self.unit == self.root else self.unit
