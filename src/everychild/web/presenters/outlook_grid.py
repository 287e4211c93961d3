"""Will targets be met? How each indicator moves against whether its usual range clears the target."""

from __future__ import annotations

from dataclasses import dataclass

from everychild import wording
from everychild.judgement.judged import Judged, JudgedEdition
from everychild.judgement.outlook import Outlook
from everychild.judgement.pattern import Moving
from everychild.web.addresses import Place
from everychild.web.presenters.marks import Mark, Movement, movement, outlook_mark
from everychild.web.presenters.messages import Link

ROWS = (Moving.GETTING_BETTER, Moving.STEADY, Moving.GETTING_WORSE)
COLUMNS = (Outlook.RELIABLY_MET, Outlook.HIT_OR_MISS, Outlook.WONT_BE_MET)
CONCERN = {
    (Moving.GETTING_BETTER, Outlook.RELIABLY_MET): "well",
    (Moving.GETTING_BETTER, Outlook.HIT_OR_MISS): "fair",
    (Moving.GETTING_BETTER, Outlook.WONT_BE_MET): "watch",
    (Moving.STEADY, Outlook.RELIABLY_MET): "fair",
    (Moving.STEADY, Outlook.HIT_OR_MISS): "plain",
    (Moving.STEADY, Outlook.WONT_BE_MET): "worry",
    (Moving.GETTING_WORSE, Outlook.RELIABLY_MET): "watch",
    (Moving.GETTING_WORSE, Outlook.HIT_OR_MISS): "worry",
    (Moving.GETTING_WORSE, Outlook.WONT_BE_MET): "act",
}
"""How the cell is tinted; the tint repeats its place in the grid and says nothing more."""


@dataclass(frozen=True)
class Cell:
    """How many, the list they lead to, and the words for the place in the grid."""

    how_many: int
    anchor: str
    look: str
    heading: str
    indicators: tuple[Link, ...]


@dataclass(frozen=True)
class Row:
    movement: Movement
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Grid:
    """`left_out` says, by name, which indicators with a target have no place in it and why."""

    columns: tuple[Mark, ...]
    rows: tuple[Row, ...]
    left_out: tuple[Link, ...]
    left_out_because: str

    @property
    def is_empty(self) -> bool:
        return not any(cell.how_many for row in self.rows for cell in row.cells)

    @property
    def lists(self) -> tuple[Cell, ...]:
        """The cells that hold anything, to be listed by name."""
        return tuple(cell for row in self.rows for cell in row.cells if cell.how_many)


def grid(edition: JudgedEdition, place: Place) -> Grid:
    placed = {ref for moving in ROWS for column in COLUMNS for ref in _refs(edition, moving, column)}
    left_out = [item for item in edition.indicators if item.target is not None and item.ref not in placed]
    return Grid(
        columns=tuple(outlook_mark(column) for column in COLUMNS),
        rows=tuple(
            Row(movement(moving), tuple(_cell(edition, moving, column, place) for column in COLUMNS)) for moving in ROWS
        ),
        left_out=tuple(link(item, place) for item in left_out),
        left_out_because=f"With a target and no place above, for want of {edition.council.thresholds.minimum_points} "
        "months of figures (or the whole quarters that stand for them), a figure this month, or a better direction:",
    )


def link(item: Judged, place: Place) -> Link:
    """An indicator by name."""
    return Link(item.title, place.indicator(item.ref))


def _cell(edition: JudgedEdition, moving: Moving, outlook: Outlook, place: Place) -> Cell:
    refs = _refs(edition, moving, outlook)
    found = [item for item in edition.indicators if item.ref in refs]
    return Cell(
        how_many=len(found),
        anchor=f"{moving.value}-{outlook.value}".replace("_", "-"),
        look=CONCERN[moving, outlook],
        heading=f"{moving.in_words}, {outlook.in_words.lower()}: {wording.count(len(found), 'indicator')}",
        indicators=tuple(link(item, place) for item in found),
    )


def _refs(edition: JudgedEdition, moving: Moving, outlook: Outlook) -> frozenset[str]:
    return frozenset(
        item.ref for item in edition.indicators if item.pattern.moving is moving and item.outlook is outlook
    )
