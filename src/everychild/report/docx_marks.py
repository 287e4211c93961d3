"""What python-docx does not say itself: header rows, whole rows, borders, tints and page numbers, in Word's XML."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from everychild.report.document import Look, Table
from everychild.report.parts import part

TWENTIETHS_IN_A_MILLIMETRE = 1440 / 25.4

WordPart = Any  # python-docx is optional, so its types are not known here

LINES: dict[Look, dict[str, tuple[int, str]]] = {
    Look.RULED: {"bottom": (4, "AEB8C0"), "insideH": (4, "D6DCE1")},
    Look.BOXED: dict.fromkeys(("top", "left", "bottom", "right", "insideH", "insideV"), (4, "7F8B95")),
    Look.PANEL: {"left": (48, "12436D"), "top": (4, "D6DCE1"), "bottom": (4, "D6DCE1"), "right": (4, "D6DCE1")},
}
"""Each look's lines: width in eighths of a point, and colour."""


def prepare_table(drawn: WordPart, table: Table) -> None:
    """Fixed widths, which cells are headings, and the caption for those who hear it."""
    properties = drawn._tbl.tblPr
    widths = [round(column.width * TWENTIETHS_IN_A_MILLIMETRE) for column in table.columns]
    drawn.autofit = False
    properties.append(_element("w:tblCaption", val=table.caption))
    look = properties.find(_name("w:tblLook"))
    if look is not None:
        properties.remove(look)
    first_column = int(table.has_row_headings)
    flags = {"firstRow": 1, "lastRow": 0, "firstColumn": first_column, "lastColumn": 0, "noHBand": 1, "noVBand": 1}
    properties.insert_element_before(
        _element("w:tblLook", val=f"{0x0620 + 0x80 * first_column:04X}", **flags), "w:tblCaption", "w:tblDescription"
    )
    for grid_column, width in zip(drawn._tbl.tblGrid.gridCol_lst, widths, strict=True):
        grid_column.set(_name("w:w"), str(width))
    for row in drawn._tbl.tr_lst:
        for cell, width in zip(row.tc_lst, widths, strict=True):
            size = cell.get_or_add_tcPr().get_or_add_tcW()
            size.set(_name("w:w"), str(width))
            size.set(_name("w:type"), "dxa")
        for (before, column), cell in zip(pairwise(table.columns), row.tc_lst[1:], strict=True):
            if before.is_number and not column.is_number:
                _stand_off(cell)


def prepare_row(row: WordPart, *, is_header: bool) -> None:
    """Never split over two pages; a header row is marked as one and stands again on each page."""
    properties = row.get_or_add_trPr()
    properties.append(_element("w:cantSplit"))
    if is_header:
        properties.append(_element("w:tblHeader"))
        for cell in row.tc_lst:
            cell.get_or_add_tcPr().append(_element("w:vAlign", val="bottom"))


def bordered(drawn: WordPart, look: Look) -> None:
    """The look's lines, and the rule (or tint) of the header row."""
    borders = _element("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        if side in LINES[look]:
            size, colour = LINES[look][side]
            borders.append(_element(f"w:{side}", val="single", sz=size, space=0, color=colour))
    after = ("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook", "w:tblCaption", "w:tblDescription")
    drawn._tbl.tblPr.insert_element_before(borders, *after)
    _padded(drawn, sides=(0, 142) if look is Look.RULED else (113, 113))
    for number, row in enumerate(drawn._tbl.tr_lst):
        for cell in row.tc_lst:
            properties = cell.get_or_add_tcPr()
            if number == 0 and look is Look.RULED:
                rule = _element("w:tcBorders")
                rule.append(_element("w:bottom", val="single", sz=12, space=0, color="13212C"))
                properties.insert_element_before(rule, "w:shd", "w:tcMar", "w:vAlign")
            if look is Look.PANEL or (number == 0 and look is Look.BOXED):
                ground = _element("w:shd", val="clear", color="auto", fill="F2F5F7")
                properties.insert_element_before(ground, "w:tcMar", "w:vAlign")


def keep_company(drawn: WordPart, rows_kept: int) -> None:
    """The header stays with the first rows, and the last rows with one another: no row stands alone on a page."""
    rows = drawn._tbl.tr_lst
    held = {*range(rows_kept), *range(len(rows) - rows_kept, len(rows) - 1)}
    for number in sorted(held & set(range(len(rows) - 1))):
        for cell in rows[number].tc_lst:
            for paragraph in cell.p_lst:
                paragraph.get_or_add_pPr().keepNext_val = True


def shaded(run: WordPart, ground: str) -> None:
    """A tint behind a run."""
    if ground:
        shade = _element("w:shd", val="clear", color="auto", fill=ground.removeprefix("#"))
        run._r.get_or_add_rPr().append(shade)


def field(paragraph: WordPart, name: str) -> None:
    """A number that Word works out, such as the page's."""
    simple = _element("w:fldSimple", instr=name)
    run, text = _element("w:r"), _element("w:t")
    text.text = "1"
    run.append(text)
    simple.append(run)
    paragraph._p.append(simple)


def _stand_off(cell: WordPart) -> None:
    """Words beside a column of numbers stand off a little, for the numbers come right up to them."""
    margin = _element("w:tcMar")
    margin.append(_element("w:left", w=170, type="dxa"))
    cell.get_or_add_tcPr().append(margin)


def _padded(drawn: WordPart, sides: tuple[int, int]) -> None:
    """Room around what a cell says, in twentieths of a point."""
    margins = _element("w:tblCellMar")
    for side, width in (("top", 40), ("left", sides[0]), ("bottom", 40), ("right", sides[1])):
        margins.append(_element(f"w:{side}", w=width, type="dxa"))
    drawn._tbl.tblPr.insert_element_before(margins, "w:tblLook", "w:tblCaption", "w:tblDescription")


def _element(name: str, **attributes: str | int) -> WordPart:
    made = part("docx.oxml").OxmlElement(name)
    for key, value in attributes.items():
        made.set(_name(f"w:{key}"), str(value))
    return made


def _name(name: str) -> str:
    qualified: str = part("docx.oxml.ns").qn(name)
    return qualified
