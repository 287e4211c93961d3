"""The template’s pages: how wide its lines are, and turning one on its side for the dashboard and back."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from everychild.report.parts import part
from everychild.report.template.opening import WORD

TWENTIETHS_IN_A_MILLIMETRE = 1440 / 25.4
NARROWEST = 140
"""Millimetres: below that a table’s words break letter by letter."""

A4 = (11906, 16838)
USUAL_MARGIN = 1440

WordPart = Any  # an lxml element or a python-docx object; both libraries are optional


def text_width(document: WordPart, *, is_landscape: bool = False) -> int:
    """The length of a line in whole millimetres, on the page as it stands last or on its side."""
    return int(_line(last_section(document), is_landscape=is_landscape) / TWENTIETHS_IN_A_MILLIMETRE)


def last_section(document: WordPart) -> WordPart:
    body = document.element.body
    section = body.find(f"{WORD}sectPr")
    return body.get_or_add_sectPr() if section is None else section


def turned(document: WordPart, pieces: Sequence[WordPart]) -> None:
    """Lays some things that follow one another in the body on pages on their side, and what follows upright again."""
    section = _section_of(pieces[-1])
    is_last = section is last_section(document) and pieces[-1].getnext() is section
    upright, aside = deepcopy(section), deepcopy(section)
    if pieces[0].getprevious() is not None:
        _ends_with(pieces[0].getprevious(), upright)
        _begins_nothing_anew(section)
        _begins_nothing_anew(aside)
    _on_its_side(aside)
    if is_last:
        section.getparent().replace(section, aside)
        return
    _begins_nothing_anew(section)
    _ends_with(pieces[-1], aside)
    _on_a_new_page(section)


def _line(section: WordPart, *, is_landscape: bool) -> int:
    size, margins = section.find(f"{WORD}pgSz"), section.find(f"{WORD}pgMar")
    wide, high = A4 if size is None else (int(size.get(f"{WORD}w")), int(size.get(f"{WORD}h")))
    across = max(wide, high) if is_landscape else wide
    if margins is None:
        return across - 2 * USUAL_MARGIN
    return across - sum(abs(int(margins.get(f"{WORD}{side}", USUAL_MARGIN))) for side in ("left", "right", "gutter"))


def _section_of(element: WordPart) -> WordPart:
    """The word about the pages that holds for an element: the next one after it."""
    place = element
    while place is not None:
        if place.tag == f"{WORD}sectPr":
            return place
        own = place.find(f"{WORD}pPr/{WORD}sectPr")
        if own is not None:
            return own
        place = place.getnext()
    raise AssertionError("a body ends with a word about its pages")


def _ends_with(element: WordPart, section: WordPart) -> None:
    """The section ends with this element: in its last paragraph, or in an empty one after a table."""
    if element.tag != f"{WORD}p" or element.find(f"{WORD}pPr/{WORD}sectPr") is not None:
        empty = part("docx.oxml").OxmlElement("w:p")
        element.addnext(empty)
        element = empty
    element.get_or_add_pPr().append(section)


def _on_its_side(section: WordPart) -> None:
    make = part("docx.oxml").OxmlElement
    size = section.find(f"{WORD}pgSz")
    if size is None:
        size = make("w:pgSz")
        section.append(size)
    wide, high = int(size.get(f"{WORD}w", A4[0])), int(size.get(f"{WORD}h", A4[1]))
    size.set(f"{WORD}w", str(max(wide, high)))
    size.set(f"{WORD}h", str(min(wide, high)))
    size.set(f"{WORD}orient", "landscape")
    _on_a_new_page(section)


def _on_a_new_page(section: WordPart) -> None:
    for kind in section.findall(f"{WORD}type"):
        section.remove(kind)


def _begins_nothing_anew(section: WordPart) -> None:
    """No first page of its own and no numbers from one again: those are of the section it was part of."""
    for first in section.findall(f"{WORD}titlePg"):
        section.remove(first)
    for numbers in section.findall(f"{WORD}pgNumType"):
        numbers.attrib.pop(f"{WORD}start", None)
