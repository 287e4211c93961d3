"""What a template says, in order: its headings, words and tables, and the tags that stand in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from everychild.report.template.opening import WORD
from everychild.report.template.places import BY_TAG, VALUES, Place

TAG = re.compile(r"\{\{([^{}]*)\}\}")
"""With the room around its name: a pattern that leaves it out takes hours over a line of spaces."""

LIKE_A_TAG = re.compile(r"\{\{[^{}]*\}\}|\{[%#][^{}]*[%#]?\}|\{\{|\}\}|\{%|%\}")
"""What somebody meant as a tag, or as another program’s."""

DEEPEST = 9

WordPart = Any  # an lxml element or a python-docx object; both libraries are optional


@dataclass(frozen=True)
class Item:
    """One thing in the body of a template. A heading has a level; a line that is only one part’s tag, the part."""

    element: WordPart
    text: str
    level: int
    tagged: Place | None
    rows: tuple[tuple[str, ...], ...] = ()
    """Of a table, what its cells say."""


@dataclass(frozen=True)
class Line:
    """One paragraph anywhere in a template, and whether it is directly in its body."""

    element: WordPart
    text: str
    is_in_body: bool
    where: str


class Template:
    """A template, read. The document belongs to whoever opened it, and is changed by drawing in it."""

    def __init__(self, document: WordPart) -> None:
        self.document = document
        self._levels: dict[str, int] = {}

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """What is directly in the body, the last word about its pages left out."""
        return tuple(self._item(element) for element in self.document.element.body if not _is(element, "sectPr"))

    def lines(self) -> Iterator[Line]:
        """Every paragraph: of the body, what is in its tables and boxes, and of each head and foot."""
        body = self.document.element.body
        for element in body.iter(f"{WORD}p"):
            direct = element.getparent() is body
            yield Line(element, text_of(element), direct, "the text" if direct else "a table or a box")
        for root in furniture(self.document):
            for element in root.iter(f"{WORD}p"):
                yield Line(element, text_of(element), False, "a head or foot of the page")

    @cached_property
    def values_used(self) -> frozenset[str]:
        """The tags that bring words into a line."""
        found = (name for line in self.lines() for name in tags_of(line.text))
        return frozenset(name for name in found if name in VALUES)

    def _item(self, element: WordPart) -> Item:
        if _is(element, "p"):
            said = text_of(element)
            named = tags_of(said)
            alone = len(named) == 1 and TAG.fullmatch(said.strip()) is not None
            return Item(element, said, self._level(element), BY_TAG.get(named[0]) if alone else None)
        if _is(element, "tbl"):
            rows = tuple(
                tuple(" ".join(filter(None, map(text_of, cell.iter(f"{WORD}p")))) for cell in _nearest(row, "tc", "tr"))
                for row in _nearest(element, "tr", "tbl")
            )
            return Item(element, "", 0, None, rows)
        return Item(element, " ".join(filter(None, map(text_of, element.iter(f"{WORD}p")))), 0, None)

    def _level(self, element: WordPart) -> int:
        """Which heading it is, by its own outline level or its style’s; nought for what is none."""
        properties = element.find(f"{WORD}pPr")
        if properties is None:
            return 0
        own = _outline(properties)
        if own:
            return own
        style = properties.find(f"{WORD}pStyle")
        return 0 if style is None else self._level_of_style(style.get(f"{WORD}val", ""))

    def _level_of_style(self, style_id: str) -> int:
        if style_id not in self._levels:
            found = map(_level_told, with_what_it_is_based_on(self._styles, style_id))
            self._levels[style_id] = next(filter(None, found), 0)
        return self._levels[style_id]

    @cached_property
    def _styles(self) -> dict[str, WordPart]:
        return styles_of(self.document)


def text_of(paragraph: WordPart) -> str:
    """What a paragraph says, over all its runs, without what is in a box within it."""
    return "".join(_said(piece) for piece in own_words(paragraph))


def own_words(paragraph: WordPart) -> list[WordPart]:
    """The elements that hold a paragraph’s own words, or the room between them."""
    return [piece for piece in paragraph.iter(f"{WORD}t", f"{WORD}tab", f"{WORD}br") if _own(piece, paragraph)]


def tags_of(text: str) -> list[str]:
    return [name.strip() for name in TAG.findall(text)]


def furniture(document: WordPart) -> list[WordPart]:
    """The root of each head and foot there is, once."""
    found = {}
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.rpartition("/")[2] in ("header", "footer"):
            found[relation.target_part.partname] = relation.target_part.element
    return [found[name] for name in sorted(found)]


def styles_of(document: WordPart) -> dict[str, WordPart]:
    """Each style’s element, by what the file calls it."""
    return {style.get(f"{WORD}styleId", ""): style for style in document.styles.element.iter(f"{WORD}style")}


def with_what_it_is_based_on(styles: dict[str, WordPart], style_id: str) -> Iterator[WordPart]:
    """A style, the one it is based on, and so on; each once, for a file may go round in a ring."""
    seen: set[str] = set()
    while style_id in styles and style_id not in seen:
        seen.add(style_id)
        yield styles[style_id]
        based_on = styles[style_id].find(f"{WORD}basedOn")
        style_id = "" if based_on is None else based_on.get(f"{WORD}val", "")


def name_of_style(style: WordPart) -> str:
    name = style.find(f"{WORD}name")
    return "" if name is None else str(name.get(f"{WORD}val", ""))


def _level_told(style: WordPart) -> int:
    """The level a style gives by its name or its outline; nought where it gives none."""
    named = re.fullmatch(r"heading ([1-9])", name_of_style(style).casefold())
    properties = style.find(f"{WORD}pPr")
    return int(named[1]) if named else 0 if properties is None else _outline(properties)


def _nearest(within: WordPart, tag: str, holder: str) -> list[WordPart]:
    """The rows of this table, or the cells of this row, and not those of a table inside one of its cells."""
    return [
        found for found in within.iter(f"{WORD}{tag}") if next(found.iterancestors(f"{WORD}{holder}"), None) is within
    ]


def _outline(properties: WordPart) -> int:
    outline = properties.find(f"{WORD}outlineLvl")
    level = -1 if outline is None else int(outline.get(f"{WORD}val", "9"))
    return level + 1 if 0 <= level < DEEPEST else 0


def _said(piece: WordPart) -> str:
    return (piece.text or "") if _is(piece, "t") else " "


def _own(piece: WordPart, paragraph: WordPart) -> bool:
    within = piece.getparent()
    if _is(piece, "tab") and not _is(within, "r"):
        return False  # a tab stop, not a tab
    while not _is(within, "p"):
        within = within.getparent()
    return within is paragraph


def _is(element: WordPart, tag: str) -> bool:
    return bool(element.tag == f"{WORD}{tag}")
