"""The template’s styles, and ours for those it lacks: all we draw has a style, and none of the council’s changes."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from everychild.report.docx_blank import NUMBERING, STYLES
from everychild.report.parts import part
from everychild.report.template.opening import WORD
from everychild.report.template.reading import furniture, name_of_style, styles_of, with_what_it_is_based_on

SMALLEST = 24
"""Half points: Members asked for 12 point at least."""

UNSAID = 20
"""Half points of a text that nothing gives a size, as Word draws it."""

BULLETS = "List Bullet"
OWN_TEXT = ("Normal", "heading 1", "heading 2", "heading 3", "heading 4", BULLETS, "caption")
"""Styles a council’s template has too, in which our words are drawn as the council draws its own."""

WordPart = Any  # an lxml element or a python-docx object; both libraries are optional


def lacking(document: WordPart) -> list[str]:
    """The styles of a council’s own that we use and that the template does not have."""
    held = {name_of_style(style).casefold() for style in document.styles.element.iter(f"{WORD}style")}
    return [name for name in OWN_TEXT if name.casefold() not in held]


def too_small(document: WordPart) -> dict[str, float]:
    """Styles our words would stand in at less than 12 point, and their size in points."""
    named = {name_of_style(style).casefold(): style for style in document.styles.element.iter(f"{WORD}style")}
    styles = styles_of(document)
    sizes = {name: size_of(document, styles, named[name.casefold()]) for name in OWN_TEXT if name.casefold() in named}
    return {name: size / 2 for name, size in sizes.items() if size < SMALLEST}


def size_of(document: WordPart, styles: dict[str, WordPart], style: WordPart) -> int:
    """A style’s size in half points: its own, that of the style it is based on, or the file’s."""
    for each in with_what_it_is_based_on(styles, style.get(f"{WORD}styleId", "")):
        size = each.find(f"{WORD}rPr/{WORD}sz")
        if size is not None:
            return int(size.get(f"{WORD}val"))
    size = document.styles.element.find(f"{WORD}docDefaults/{WORD}rPrDefault/{WORD}rPr/{WORD}sz")
    return UNSAID if size is None else int(size.get(f"{WORD}val"))


def completed(document: WordPart) -> None:
    """Adds each style of ours that the template has none of by that name. Its own stay as they are."""
    styles = document.styles.element
    held = {name_of_style(style).casefold(): style for style in styles.iter(f"{WORD}style")}
    ours = part("docx.oxml").parse_xml(STYLES.read_bytes())
    ids = {style.get(f"{WORD}styleId") for style in held.values()}
    called: dict[str, str] = {}
    for style in ours.iter(f"{WORD}style"):
        name, own = name_of_style(style), style.get(f"{WORD}styleId")
        if name.casefold() in held:
            there = held[name.casefold()]
            there.find(f"{WORD}name").set(f"{WORD}val", name)  # Word itself takes “Heading 1” and “heading 1” for one
            called[own] = there.get(f"{WORD}styleId")
            continue
        new = deepcopy(style)
        called[own] = own if own not in ids else f"Everychild{own}"
        new.set(f"{WORD}styleId", called[own])
        for tag in ("basedOn", "next", "link"):
            for other in new.iter(f"{WORD}{tag}"):
                other.set(f"{WORD}val", called.get(other.get(f"{WORD}val"), other.get(f"{WORD}val")))
        if name == BULLETS:
            _numbered(document, new)
        styles.append(new)


def in_british_english(document: WordPart) -> None:
    """Every language the template names is replaced: a screen reader reads the paper in the one it is written in."""
    for root in (document.element, document.styles.element, document.settings.element, *furniture(document)):
        for tag in ("lang", "themeFontLang"):
            for language in root.iter(f"{WORD}{tag}"):
                language.set(f"{WORD}val", "en-GB")
    _default_language(document.styles.element)


def _default_language(styles: WordPart) -> None:
    """The language of text that names none."""
    make = part("docx.oxml").OxmlElement
    place = styles
    for tag, comes_first in (("docDefaults", True), ("rPrDefault", True), ("rPr", True), ("lang", False)):
        found = place.find(f"{WORD}{tag}")
        if found is None:
            found = make(f"w:{tag}")
            place.insert(0 if comes_first else len(place), found)
        place = found
    place.set(f"{WORD}val", "en-GB")


def _numbered(document: WordPart, style: WordPart) -> None:
    """Our bullets for our style, under numbers the template does not use."""
    ours = part("docx.oxml").parse_xml(NUMBERING.encode())
    abstract, number = list(ours)
    held = _numbering(document)
    free = 1 + max(
        (int(each.get(f"{WORD}{name}")) for tag, name in (("abstractNum", "abstractNumId"), ("num", "numId"))
         for each in held.iter(f"{WORD}{tag}")),
        default=0,
    )  # fmt: skip
    abstract.set(f"{WORD}abstractNumId", str(free))
    abstract.find(f"{WORD}lvl/{WORD}pStyle").set(f"{WORD}val", style.get(f"{WORD}styleId"))
    number.set(f"{WORD}numId", str(free))
    number.find(f"{WORD}abstractNumId").set(f"{WORD}val", str(free))
    style.find(f"{WORD}pPr/{WORD}numPr/{WORD}numId").set(f"{WORD}val", str(free))
    first = held.find(f"{WORD}num")
    if first is None:
        held.append(abstract)
    else:
        first.addprevious(abstract)
    held.append(number)


def _numbering(document: WordPart) -> WordPart:
    """The template’s own lists, or an empty part for them."""
    kind = part("docx.opc.constants").RELATIONSHIP_TYPE.NUMBERING
    try:
        return document.part.part_related_by(kind).element
    except KeyError:
        packuri = part("docx.opc.packuri").PackURI
        empty = f'<w:numbering xmlns:w="{WORD.strip("{}")}"/>'.encode()
        content_type = part("docx.opc.constants").CONTENT_TYPE.WML_NUMBERING
        made = part("docx.parts.numbering").NumberingPart.load(
            packuri("/word/numbering.xml"), content_type, empty, document.part.package
        )
        document.part.relate_to(made, kind)
        return made.element
