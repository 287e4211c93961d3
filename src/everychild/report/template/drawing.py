"""The paper drawn in the council’s template: its pages, feet, styles and words kept, and ours where they belong."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from everychild.report.document import Cell, Paper, Part, Picture, Table
from everychild.report.docx import LANDSCAPE_MARGIN, PORTRAIT_MARGIN, draw
from everychild.report.docx_blank import as_bytes, properties
from everychild.report.docx_marks import field
from everychild.report.parts import part
from everychild.report.template.arranging import Ours, Piece, arranged, as_paper, values_of
from everychild.report.template.opening import WORD, opened
from everychild.report.template.pages import text_width, turned
from everychild.report.template.places import EDITION
from everychild.report.template.reading import TAG, Line, Template, furniture, own_words, tags_of
from everychild.report.template.styles import SMALLEST, completed, in_british_english

FULL_WIDTH = {False: 210 - 2 * PORTRAIT_MARGIN, True: 297 - 2 * LANDSCAPE_MARGIN}
"""Millimetres our tables are made for, upright and on its side."""

KEPT_RELATIONS = frozenset(
    {"styles", "numbering", "settings", "fontTable", "theme", "header", "footer", "footnotes", "endnotes", "image",
     "hyperlink", "officeDocument", "core-properties"}
)  # fmt: skip
NOT_OURS_TO_KEEP = (
    "attachedTemplate",
    "docVars",
    "mailMerge",
    "rsids",
    "updateFields",
    "schemaLibrary",
    "attachedSchema",
)
"""Settings that tell of somebody’s computer, or would change the words when the file is opened."""

WordPart = Any  # an lxml element or a python-docx object; both libraries are optional


def in_template(paper: Paper, content: bytes, name: str) -> tuple[bytes, Paper]:
    """The Word file, and the same paper for the other formats. Raises FileRefused for a file not safe to use."""
    template = Template(opened(content, name))
    document = template.document
    pieces = arranged(template, paper)
    told = as_paper(pieces, paper)
    _only_what_is_told(document)
    completed(document)
    in_british_english(document)
    properties(document, paper)
    _footed(document, paper)
    for line in list(template.lines()):
        _fill(line, values_of(paper))
    _place(document, pieces)
    return as_bytes(document), told


def _place(document: WordPart, pieces: Sequence[Piece]) -> None:
    """Each part of ours drawn at the end, where the library draws, and moved to its place."""
    body = document.element.body
    before: WordPart = None
    runs: list[list[WordPart]] = []
    was_landscape = False
    for piece in pieces:
        if not isinstance(piece, Ours):
            before = piece.item.element
            drawn = [before]
        else:
            drawn = _drawn(document, piece)
            for element in drawn:
                if before is None:
                    body.insert(0, element)
                else:
                    before.addnext(element)
                before = element
        if piece.is_landscape and drawn:
            if was_landscape:
                runs[-1] += drawn
            else:
                runs.append(list(drawn))
        was_landscape = piece.is_landscape
    for piece in pieces:
        if isinstance(piece, Ours) and piece.replaces is not None:
            _taken_out(piece.replaces.element)
    for run in runs:
        turned(document, run)


def _drawn(document: WordPart, piece: Ours) -> list[WordPart]:
    body = document.element.body
    there = len(body)
    width = text_width(document, is_landscape=piece.is_landscape)
    short_of = max(0, FULL_WIDTH[piece.is_landscape] - width)
    last = body[-1] if there else None
    has_end = last is not None and last.tag == f"{WORD}sectPr"
    draw(document, [_narrowed(each, short_of) for each in piece.parts])
    begins = there - 1 if has_end else there
    return list(body)[begins : len(body) - 1 if has_end else len(body)]


def _narrowed(piece: Part, short_of: int) -> Part:
    """A table made for our own lines, on lines shorter by so many millimetres: columns of words give way, in their
    proportions, and numbers keep their width."""
    if not isinstance(piece, Table) or not short_of:
        return piece
    of_words = sum(column.width for column in piece.columns if not column.is_number)
    share = max(of_words - short_of, 0) / of_words if of_words else 1.0
    columns = tuple(
        column if column.is_number else replace(column, width=column.width * share) for column in piece.columns
    )
    rows = (
        tuple(
            _narrowed_cell(cell, 1.0 if column.is_number else share) for cell, column in zip(row, columns, strict=True)
        )
        for row in piece.rows
    )
    return replace(piece, columns=columns, rows=tuple(rows))


def _narrowed_cell(cell: Cell, share: float) -> Cell:
    return Cell(
        tuple(
            replace(line, width=line.width * share, height=line.height * share) if isinstance(line, Picture) else line
            for line in cell.lines
        )
    )


def _taken_out(element: WordPart) -> None:
    """A tag’s line, whose word about its pages stays if it has one."""
    section = element.find(f"{WORD}pPr/{WORD}sectPr")
    if section is None:
        element.getparent().remove(element)
        return
    for run in element.findall(f"{WORD}r"):
        element.remove(run)


def _fill(line: Line, values: dict[str, str]) -> None:
    """Puts words in the place of tags, in the looks of the run a tag begins in, over however many runs it is broken."""
    if not any(name in values for name in tags_of(line.text)):
        return
    texts = own_words(line.element)
    whole, begins = "", []
    for text in texts:
        begins.append(len(whole))
        whole += (text.text or "") if text.tag == f"{WORD}t" else " "
    for found in reversed(list(TAG.finditer(whole))):
        if (name := found[1].strip()) in values:
            _put(texts, begins, found.start(), found.end(), values[name])


def _put(texts: Sequence[WordPart], begins: Sequence[int], start: int, end: int, words: str) -> None:
    for number in range(bisect_left(begins, end) - 1, max(bisect_right(begins, start) - 1, 0) - 1, -1):
        text, at = texts[number], begins[number]
        if text.tag != f"{WORD}t":
            if start < at < end:
                text.getparent().remove(text)
            continue
        held = text.text or ""
        first, last = max(start - at, 0), min(end - at, len(held))
        if first >= last:
            continue
        text.text = held[:first] + (words if at <= start else "") + held[last:]
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _only_what_is_told(document: WordPart) -> None:
    """What the template’s file holds beside its words and looks is left out: properties, history, author."""
    for holder in (document.part, document.part.package):
        for number, relation in list(holder.rels.items()):
            if relation.reltype.rpartition("/")[2] not in KEPT_RELATIONS:
                del holder.rels[number]
    settings = document.settings
    held_in = document.part.part_related_by(part("docx.opc.constants").RELATIONSHIP_TYPE.SETTINGS)
    for number in list(held_in.rels):
        del held_in.rels[number]
    for tag in NOT_OURS_TO_KEEP:
        for element in settings.element.findall(f"{WORD}{tag}"):
            settings.element.remove(element)
    for root in (document.element, *furniture(document)):
        for element in list(root.iter()):
            for mark in [key for key in element.attrib if isinstance(key, str) and key.startswith(f"{WORD}rsid")]:
                del element.attrib[mark]
    about = document.core_properties
    about.category = about.content_status = about.identifier = about.version = ""


def _footed(document: WordPart, paper: Paper) -> None:
    """Every page says its edition, and that it is a draft where it is one, under the council’s own foot."""
    for number, section in enumerate(document.sections):
        for foot in _feet(document, section):
            if foot.is_linked_to_previous and number > 0:
                continue
            if not any(EDITION in tags_of(line.text) for line in foot.paragraphs):
                _say(foot, paper)


def _feet(document: WordPart, section: WordPart) -> Iterator[WordPart]:
    yield section.footer
    if section.different_first_page_header_footer:
        yield section.first_page_footer
    if document.settings.odd_and_even_pages_header_footer:
        yield section.even_page_footer


def _say(foot: WordPart, paper: Paper) -> None:
    is_new = foot.is_linked_to_previous
    foot.is_linked_to_previous = False
    line = foot.paragraphs[0] if is_new and foot.paragraphs else foot.add_paragraph()
    line.style = "footer"
    line.add_run(paper.footer).font.size = part("docx.shared").Pt(SMALLEST / 2)
    if is_new:
        line.add_run(" Page ").font.size = part("docx.shared").Pt(SMALLEST / 2)
        field(line, "PAGE")
