"""How an XML document is laid out: which element is a row of which table, and where each column’s value stands.

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
class DocumentLayout:
    """A kind of document. `unit` is the element that is read and let go, one after another; `known_by` the column of
    the first table without which it is another kind of document."""

    name: str
    title: str
    unit: str
    known_by: str
    header: Mapping[str, str]
    """What the header holds: a name for each value, and the whole path of its element. A document that has none says
    nowhere of what day it is."""

    tables: tuple[ElementTable, ...]

    @property
    def root(self) -> str:
        return self.unit.partition("/")[0]
