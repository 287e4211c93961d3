"""One paper with no format in it: headings, paragraphs, lists and tables, which each renderer draws in turn.

Everything a reader sees is decided before this point; a renderer places it and adds nothing. Text is text: a renderer
escapes it and never reads it as markup.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal


class Tone(StrEnum):
    """How loudly a run of words speaks. The words never depend on it."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"
    LARGE = "large"


class Shape(StrEnum):
    """The marks that repeat what a word says."""

    CIRCLE = "circle"
    TRIANGLE = "triangle"
    SQUARE = "square"
    RING = "ring"
    PLUS = "plus"
    EQUALS = "equals"
    MINUS = "minus"
    QUESTION = "question"
    UP = "up"
    DOWN = "down"


@dataclass(frozen=True)
class Words:
    """A run of words."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True)
class Mark:
    """A shape and the word it stands beside; `colour` and `ground` only say it again."""

    shape: Shape
    text: str
    colour: str
    ground: str = ""


@dataclass(frozen=True)
class Picture:
    """A drawing as SVG, and the sentence that says what it shows. Sizes are in millimetres."""

    svg: str
    says: str
    width: float
    height: float


Inline = Words | Mark | Picture


@dataclass(frozen=True)
class Cell:
    """Lines, one under another."""

    lines: tuple[Inline, ...]

    @property
    def text(self) -> str:
        """What it says to somebody who cannot see it, line by line."""
        return "\n".join(line.says if isinstance(line, Picture) else line.text for line in self.lines)


@dataclass(frozen=True)
class Column:
    """A column's heading, its share of the width, and whether it holds numbers."""

    title: str
    width: float
    is_number: bool = False


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is the paper's title and there is one of it."""

    level: Literal[1, 2, 3, 4]
    text: str


class Manner(StrEnum):
    """What kind of paragraph it is."""

    PLAIN = "plain"
    STRONG = "strong"
    WAITING = "waiting"
    """Waits for a named officer: nobody should mistake it for a finished sentence."""


@dataclass(frozen=True)
class Paragraph:
    text: str
    manner: Manner = Manner.PLAIN


@dataclass(frozen=True)
class Bullets:
    items: tuple[str, ...]


@dataclass(frozen=True)
class Term:
    """A word and what it stands for."""

    term: str
    means: str


@dataclass(frozen=True)
class Terms:
    """Words and what they stand for: a title block, a contact box, definitions; `side_by_side` where they are short."""

    items: tuple[Term, ...]
    side_by_side: bool = True


class Look(StrEnum):
    """How a table is drawn. Its cells, headings and order never depend on it."""

    RULED = "ruled"
    BOXED = "boxed"
    PANEL = "panel"


@dataclass(frozen=True)
class Table:
    """A header row, then rows of as many cells. No cell is merged and none is empty.

    Where `has_row_headings`, the first cell of each row names the row. The caption stands above it, or is only heard
    where the heading before it says the same (`is_caption_shown`).
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    look: Look = Look.RULED
    has_row_headings: bool = True
    is_caption_shown: bool = False

    def __post_init__(self) -> None:
        assert all(len(row) == len(self.columns) for row in self.rows), f"{self.caption}: a row of another length"
        assert all(cell.text.strip() for row in self.rows for cell in row), f"{self.caption}: a cell says nothing"


Part = Heading | Paragraph | Bullets | Terms | Table


@dataclass(frozen=True)
class Section:
    """Pages of one shape."""

    parts: tuple[Part, ...]
    is_landscape: bool = False


@dataclass(frozen=True)
class Paper:
    """The whole paper."""

    title: str
    council: str
    written_on: date
    footer: str
    sections: tuple[Section, ...]
    language: str = "en-GB"
    given: tuple[Term, ...] = ()
    """Words a template may ask for by name: the committee’s, the day of the meeting, whom to ask."""

    @property
    def parts(self) -> tuple[Part, ...]:
        return tuple(part for section in self.sections for part in section.parts)

    @property
    def tables(self) -> tuple[Table, ...]:
        return tuple(part for part in self.parts if isinstance(part, Table))

    @property
    def headings(self) -> tuple[Heading, ...]:
        return tuple(part for part in self.parts if isinstance(part, Heading))


def words(text: str, tone: Tone = Tone.PLAIN) -> Cell:
    """A cell of one line."""
    return Cell((Words(text, tone),))
