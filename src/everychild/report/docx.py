"""The paper as a Word file: real headings, header rows that repeat, a sentence with every picture, 12 point and above.

No text boxes and no merged cells: Democratic Services can edit it, and a screen reader can read it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from itertools import zip_longest
from typing import Any

from everychild.report.charts import as_png
from everychild.report.document import (
    Bullets,
    Cell,
    Heading,
    Inline,
    Manner,
    Mark,
    Paper,
    Paragraph,
    Part,
    Picture,
    Section,
    Shape,
    Table,
    Terms,
    Tone,
    Words,
)
from everychild.report.docx_blank import WordFile, as_bytes, blank_document
from everychild.report.docx_marks import bordered, field, keep_company, prepare_row, prepare_table, shaded
from everychild.report.parts import part

PORTRAIT_MARGIN, LANDSCAPE_MARGIN = 18, 15
A4 = (210, 297)
ROWS_KEPT = 2
"""So many rows of a table stay together where it begins and where it ends."""

GLYPHS = {
    Shape.CIRCLE: "●",
    Shape.TRIANGLE: "▲",
    Shape.SQUARE: "■",
    Shape.RING: "○",
    Shape.PLUS: "+",
    Shape.EQUALS: "=",
    Shape.MINUS: "−",
    Shape.QUESTION: "?",
    Shape.UP: "↑",
    Shape.DOWN: "↓",
}
TONES = {Tone.STRONG: "Strong", Tone.QUIET: "Quiet", Tone.LARGE: "Large Figure"}
MANNERS = {Manner.WAITING: "Waiting for an Officer"}

WordPart = Any  # a paragraph, run, table or cell of python-docx, which is optional


def as_docx(paper: Paper) -> bytes:
    """The paper as a Word file."""
    document = blank_document(paper)
    for number, section in enumerate(paper.sections):
        _begin(document, section, paper, is_first=number == 0)
        draw(document, section.parts)
    return as_bytes(document)


def draw(document: WordFile, parts: Sequence[Part]) -> None:
    """Parts of a paper, one after another at the end of a document that has the styles they are drawn in."""
    there = len(document.element.body)
    for piece, following in zip_longest(parts, parts[1:]):
        _DRAWN_BY[type(piece)](document, piece)
        if _leads_into(piece, following):
            document.paragraphs[-1].paragraph_format.keep_with_next = True
    _space_after_tables(document, there)


def _begin(document: WordFile, section: Section, paper: Paper, *, is_first: bool) -> None:
    """Pages of the section's shape, with their footer."""
    millimetres = part("docx.shared").Mm
    page = document.sections[0] if is_first else document.add_section()
    short, long = A4
    page.page_width, page.page_height = map(millimetres, (long, short) if section.is_landscape else (short, long))
    orientation = part("docx.enum.section").WD_ORIENTATION
    page.orientation = orientation.LANDSCAPE if section.is_landscape else orientation.PORTRAIT
    margin = LANDSCAPE_MARGIN if section.is_landscape else PORTRAIT_MARGIN
    page.left_margin = page.right_margin = millimetres(margin)
    page.top_margin, page.bottom_margin = millimetres(14), millimetres(19)
    page.header_distance = page.footer_distance = millimetres(9)
    page.footer.is_linked_to_previous = False
    foot = page.footer.paragraphs[0]
    foot.style = document.styles["footer"]
    right = part("docx.enum.text").WD_TAB_ALIGNMENT.RIGHT
    foot.paragraph_format.tab_stops.add_tab_stop(page.page_width - 2 * millimetres(margin), right)
    foot.add_run(f"{paper.footer}\tPage ")
    field(foot, "PAGE")


def _leads_into(piece: Part, following: Part | None) -> bool:
    """A paragraph stays with the list or table it leads into; what waits for the same officer stays together."""
    if not isinstance(piece, Paragraph):
        return False
    both_wait = isinstance(following, Paragraph) and piece.manner is following.manner is Manner.WAITING
    if both_wait or isinstance(following, Bullets):
        return True
    return isinstance(following, Table) and not following.is_caption_shown


def _space_after_tables(document: WordFile, there: int) -> None:
    """Room between a table and a plain paragraph under it, of those drawn last; a heading brings its own."""
    for element in document.element.body[max(there - 1, 0) :]:
        following = element.getnext() if element.tag.endswith("}tbl") else None
        if following is not None and following.tag.endswith("}p") and following.style is None:
            following.get_or_add_pPr().get_or_add_spacing().before = part("docx.shared").Pt(9)


def _heading(document: WordFile, heading: Heading) -> None:
    document.add_paragraph(heading.text, style=f"heading {heading.level}")


def _paragraph(document: WordFile, paragraph: Paragraph) -> None:
    placed = document.add_paragraph(style=MANNERS.get(paragraph.manner, "Normal"))
    run = placed.add_run(paragraph.text)
    if paragraph.manner is Manner.STRONG:
        run.style = "Strong"


def _bullets(document: WordFile, bullets: Bullets) -> None:
    for item in bullets.items:
        document.add_paragraph(item, style="List Bullet")


def _terms(document: WordFile, terms: Terms) -> None:
    for item in terms.items:
        placed = document.add_paragraph(style="Title Block" if terms.side_by_side else "Definition")
        placed.add_run(item.term if terms.side_by_side else f"{item.term}: ", style="Strong")
        placed.add_run(f"\t{item.means}" if terms.side_by_side else item.means)


def _table(document: WordFile, table: Table) -> None:
    if table.is_caption_shown:
        document.add_paragraph(table.caption, style="caption")
    drawn = document.add_table(rows=1 + len(table.rows), cols=len(table.columns))
    prepare_table(drawn, table)
    rows = [tuple(Cell((Words(column.title, Tone.STRONG),)) for column in table.columns), *table.rows]
    for number, (row, content) in enumerate(zip(drawn._tbl.tr_lst, rows, strict=True)):
        prepare_row(row, is_header=number == 0)
        for place, (cell, column) in enumerate(zip(row.tc_lst, table.columns, strict=True)):
            style = "Table Number" if column.is_number else "Table Text"
            _fill(part("docx.table")._Cell(cell, drawn), content[place], style)
    bordered(drawn, table.look)
    keep_company(drawn, ROWS_KEPT)


def _fill(cell: WordPart, content: Cell, style: str) -> None:
    """The cell's lines, a paragraph to each."""
    for number, line in enumerate(content.lines):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        paragraph.style = style
        _line(paragraph, line)


def _line(paragraph: WordPart, line: Inline) -> None:
    match line:
        case Picture():
            _picture(paragraph, line)
        case Mark():
            _mark(paragraph, line)
        case Words():
            paragraph.add_run(line.text, style=TONES.get(line.tone))


def _mark(paragraph: WordPart, mark: Mark) -> None:
    """The shape as a character, then its word: the word says it all."""
    for text in (f"{GLYPHS[mark.shape]}\u00a0", mark.text):
        run = paragraph.add_run(text, style="Strong")
        run.font.color.rgb = part("docx.shared").RGBColor.from_string(mark.colour.removeprefix("#"))
        shaded(run, mark.ground)


def _picture(paragraph: WordPart, picture: Picture) -> None:
    """The drawing as a picture, with its sentence as the alternative text."""
    drawn = paragraph.add_run().add_picture(BytesIO(as_png(picture.svg)), width=part("docx.shared").Mm(picture.width))
    drawn._inline.docPr.set("descr", picture.says)
    for side in ("distT", "distB", "distL", "distR"):
        drawn._inline.set(side, "0")


_DRAWN_BY: dict[type[Part], Callable[[WordFile, Any], None]] = {  # each draws its own kind of part
    Heading: _heading,
    Paragraph: _paragraph,
    Bullets: _bullets,
    Terms: _terms,
    Table: _table,
}
