"""The PDF: tagged, titled, in British English, with row headings and a sentence for every picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pypdf
import pytest

from everychild.errors import EverychildError
from everychild.report.committee import committee_paper
from everychild.report.document import Paper
from everychild.report.pdf import as_pdf
from tests.report.conftest import MEETING
from tests.report.lively import lively, lively_council
from tests.report.reading import pictures_of

Element = Any  # a structure element of pypdf


@pytest.fixture(scope="module")
def pdf(written: dict[str, bytes]) -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(written["pdf"]))


@pytest.fixture(scope="module")
def tags(pdf: pypdf.PdfReader) -> list[Element]:
    return list(under(pdf.trailer["/Root"]["/StructTreeRoot"]))


def children(element: Element) -> list[Element]:
    held = element.get("/K")
    held = held.get_object() if held is not None else []
    found = [child.get_object() for child in (held if isinstance(held, list) else [held])]
    return [child for child in found if hasattr(child, "get") and "/S" in child]


def under(element: Element) -> Iterator[Element]:
    for child in children(element):
        yield child
        yield from under(child)


def scope(cell: Element) -> str | None:
    held = cell.get("/A")
    attributes = held.get_object() if held is not None else []
    for attribute in attributes if isinstance(attributes, list) else [attributes]:
        if "/Scope" in attribute.get_object():
            return str(attribute.get_object()["/Scope"])
    return None


def test_the_file_says_what_it_is_and_in_which_language(pdf: pypdf.PdfReader, paper: Paper) -> None:
    """Title shown in the window's bar, author, British English, tagged, and marked as PDF/UA."""
    root = pdf.trailer["/Root"]
    assert pdf.metadata is not None
    assert (pdf.metadata.title, pdf.metadata.author) == (paper.title, "Northbrook Borough Council")
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/MarkInfo"]["/Marked"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert pdf.pdf_header == "%PDF-1.7"


def test_headings_are_tagged_in_order(tags: list[Element], paper: Paper) -> None:
    """H1 to H4, as the paper has them, and a bookmark for each."""
    found = [str(tag["/S"]) for tag in tags if str(tag["/S"]) in ("/H1", "/H2", "/H3", "/H4")]
    assert found == [f"/H{heading.level}" for heading in paper.headings]


def test_every_heading_is_a_bookmark(pdf: pypdf.PdfReader, paper: Paper) -> None:
    """So that a reader of forty pages can jump."""

    def titles(outline: list[Any]) -> Iterator[str]:
        for item in outline:
            if isinstance(item, list):
                yield from titles(item)
            else:
                yield item.title

    assert list(titles(pdf.outline)) == [heading.text for heading in paper.headings]


def test_columns_and_rows_have_headings(tags: list[Element], paper: Paper) -> None:
    """Every table: column headings with scope Column, and where rows are named, their first cell with scope Row."""
    tables = [tag for tag in tags if tag["/S"] == "/Table"]
    assert len(tables) == len(paper.tables)
    for table, said in zip(tables, paper.tables, strict=True):
        rows = [list(children(row)) for row in under(table) if row["/S"] == "/TR"]
        assert [scope(cell) for cell in rows[0]] == ["/Column"] * len(said.columns)
        assert len(rows) == len(said.rows) + 1
        for cells in rows[1:]:
            assert (str(cells[0]["/S"]) == "/TH") == said.has_row_headings
            assert (scope(cells[0]) == "/Row") == said.has_row_headings
            assert {str(cell["/S"]) for cell in cells[1:]} == {"/TD"}


def test_every_picture_is_a_figure_with_its_sentence(tags: list[Element], paper: Paper) -> None:
    """The same sentence as in the page and in Word."""
    assert [str(tag["/Alt"]) for tag in tags if tag["/S"] == "/Figure"] == pictures_of(paper)


def test_no_letter_is_under_12_point(pdf: pypdf.PdfReader) -> None:
    """Measured as drawn, with every scale applied."""
    sizes: set[float] = set()

    def note(text: str, matrix: list[float], text_matrix: list[float], _font: object, size: float) -> None:
        if text.strip():
            sizes.add(round(abs(size * text_matrix[3] * matrix[3]), 2))

    for page in pdf.pages:
        page.extract_text(visitor_text=note)
    assert min(sizes) >= 12


def test_nothing_is_drawn_off_the_page(pdf: pypdf.PdfReader) -> None:
    """Every word lies inside its page, clear of the edge."""
    for number, page in enumerate(pdf.pages, 1):
        places: list[tuple[float, float, str]] = []

        def note(text: str, matrix: list[float], text_matrix: list[float], _font: object, _size: float) -> None:
            if text.strip():
                x = text_matrix[4] * matrix[0] + matrix[4]
                y = text_matrix[5] * matrix[3] + matrix[5]
                places.append((x, y, text))  # noqa: B023 - read before the next page begins

        page.extract_text(visitor_text=note)
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        outside = [place for place in places if not (30 < place[0] < width - 30 and 20 < place[1] < height - 30)]
        assert not outside, f"page {number}"


def test_only_our_fonts_are_in_it(pdf: pypdf.PdfReader) -> None:
    """The look does not depend on the machine that made it."""
    fonts = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for page in pdf.pages
        for font in page["/Resources"].get_object().get("/Font", {}).values()
    }
    assert fonts == {"LiberationSans", "LiberationSans-Bold"}


def test_the_dashboard_lies_on_its_side(pdf: pypdf.PdfReader) -> None:
    """Portrait, then landscape, then portrait."""
    wide = [float(page.mediabox.width) > float(page.mediabox.height) for page in pdf.pages]
    first, last = wide.index(True), len(wide) - wide[::-1].index(True)
    assert all(wide[first:last])
    assert first > 0
    assert last < len(wide)


def test_a_letter_the_font_does_not_have_is_named() -> None:
    """An accessible PDF shows every letter: one that cannot be shown is a complaint that says which."""
    council = lively_council()
    told = replace(lively(), council=replace(council, committee=replace(council.committee, background="Well done 😀")))
    with pytest.raises(EverychildError, match=r"😀.*taken out"):
        as_pdf(committee_paper(told, MEETING))
