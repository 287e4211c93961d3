"""A council’s Word file, made up: its own fonts, colours, margins, crest, foot and headings, and oddly named styles."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from everychild.report.charts import as_png

HEADING = "Borough Report Heading"
PURPLE = RGBColor(0x4B, 0x2A, 0x63)


def own_template(*, with_bullets: bool = False, drop: tuple[str, ...] = ()) -> bytes:
    """The invented council’s, with the headings a council’s papers have; `drop` takes styles out of it."""
    document = docx.Document()
    _styles(document, with_bullets=with_bullets)
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(24)
    page.different_first_page_header_footer = True
    page.first_page_header.paragraphs[0].add_run().add_picture(BytesIO(_crest()), width=Mm(20))
    page.first_page_header.add_paragraph("Northbrook Borough Council")
    page.header.paragraphs[0].text = "Northbrook Borough Council: report to committee"
    page.footer.paragraphs[0].text = "Serving every street"
    front = document.add_table(rows=0, cols=2)
    for name, said in (
        ("Report to", "{{ committee }}"),
        ("Date", "{{ meeting_date }}"),
        ("Officer", "{{lead_officer}}"),
    ):
        row = front.add_row()
        row.cells[0].text, row.cells[1].text = name, said
    broken = document.add_paragraph(style="Title")
    for piece in ("{", "{ tit", "le }", "}"):
        broken.add_run(piece)
    for text, beneath in (
        ("1. Recommendations", ""),
        ("2. Reasons for recommendations", "Members have asked to see these figures at each meeting."),
        ("3. Executive summary", ""),
        ("4. Main report", ""),
        ("5. Financial implications", "The Chief Finance Officer has been asked."),
        ("6. Legal implications", "Section 17 of the Children Act 1989 applies."),
        ("7. Background papers", ""),
    ):
        document.add_paragraph(text, style=HEADING)
        if beneath:
            document.add_paragraph(beneath)
    document.add_paragraph("Appendix A", style=HEADING)
    document.add_paragraph("{{ dashboard }}")
    document.add_paragraph("Contact officers", style=HEADING)
    for name in drop:
        style = document.styles[name].element
        style.getparent().remove(style)
    document.core_properties.author = "A. Clerk"
    document.core_properties.keywords = "old report"
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def _styles(document: Any, *, with_bullets: bool) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Georgia", Pt(12)
    for name in ("Heading 2", "Heading 3", "Heading 4", "Caption"):
        document.styles[name].font.size = Pt(13)
        document.styles[name].font.color.rgb = PURPLE
    document.styles["Heading 1"].font.size = Pt(15)
    heading = document.styles.add_style(HEADING, WD_STYLE_TYPE.PARAGRAPH)
    heading.base_style = document.styles["Heading 1"]
    heading.font.color.rgb, heading.font.small_caps = PURPLE, True
    if not with_bullets:
        bullets = document.styles["List Bullet"].element
        bullets.getparent().remove(bullets)


def _crest() -> bytes:
    return as_png('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40"/></svg>')


def changed(content: bytes, change: Any) -> bytes:
    """The file with its document changed by a function."""
    document = docx.Document(BytesIO(content))
    change(document)
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def with_field(document: Any, code: str) -> None:
    """A field over several runs, as Word writes them."""
    paragraph = document.add_paragraph()
    for kind, text in (("begin", ""), ("", code[:3]), ("", code[3:]), ("separate", ""), ("end", "")):
        run = OxmlElement("w:r")
        piece = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            piece.set(qn("w:fldCharType"), kind)
        else:
            piece.text = text
        run.append(piece)
        paragraph._p.append(run)
