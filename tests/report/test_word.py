"""The Word file as Democratic Services needs it: editable, readable aloud, and nothing under 12 point."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from lxml import etree

from everychild.report.document import Paper
from everychild.report.docx_blank import FIXED_TIME
from tests.report.reading import WORD, part_of_docx, pictures_of

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


@pytest.fixture(scope="module")
def body(written: dict[str, bytes]) -> etree._Element:
    return part_of_docx(written["docx"], "document")


def test_no_size_in_the_file_is_under_12_point(written: dict[str, bytes]) -> None:
    """Members asked for 12 point: every size in the text, the styles and the feet, in half points."""
    names = [name for name in ZipFile(BytesIO(written["docx"])).namelist() if name.startswith("word/")]
    parts = [name.removeprefix("word/").removesuffix(".xml") for name in names if name.endswith(".xml")]
    sizes = [
        int(size.get(f"{WORD}val", "0"))
        for name in parts
        if "/" not in name
        for tag in ("sz", "szCs")
        for size in part_of_docx(written["docx"], name).iter(f"{WORD}{tag}")
        if size.getparent().tag == f"{WORD}rPr"
    ]
    assert len(sizes) >= 10
    assert min(sizes) == 24


def test_headings_are_headings(written: dict[str, bytes], paper: Paper) -> None:
    """Real heading styles, in the paper's own levels."""
    paragraphs = docx.Document(BytesIO(written["docx"])).paragraphs
    found = [(p.style.name, p.text) for p in paragraphs if p.style and p.style.name.startswith("Heading")]
    assert found == [(f"Heading {heading.level}", heading.text) for heading in paper.headings]


def test_every_table_has_a_header_row_that_repeats_and_no_cell_is_merged(body: etree._Element, paper: Paper) -> None:
    """Header rows marked as such; rows never split over pages; nothing merged, nested or floating."""
    tables = list(body.iter(f"{WORD}tbl"))
    assert len(tables) == len(paper.tables)
    for table, said in zip(tables, paper.tables, strict=True):
        rows = table.findall(f"{WORD}tr")
        marked = [row.find(f"{WORD}trPr/{WORD}tblHeader") is not None for row in rows]
        assert marked == [True, *(False for _ in said.rows)]
        assert all(row.find(f"{WORD}trPr/{WORD}cantSplit") is not None for row in rows)
        assert table.find(f"{WORD}tblPr/{WORD}tblCaption").get(f"{WORD}val") == said.caption
        look = table.find(f"{WORD}tblPr/{WORD}tblLook")
        assert (look.get(f"{WORD}firstRow"), look.get(f"{WORD}firstColumn")) == ("1", str(int(said.has_row_headings)))
    for forbidden in ("gridSpan", "vMerge", "hMerge", "txbxContent", "framePr"):
        assert body.find(f".//{WORD}{forbidden}") is None, forbidden


def test_every_picture_says_what_it_shows(body: etree._Element, paper: Paper) -> None:
    """The alternative text is the chart's own finding."""
    assert [element.get("descr") for element in body.iter(f"{DRAWING}docPr")] == pictures_of(paper)


def test_pictures_have_numbers_of_their_own(body: etree._Element) -> None:
    """Word repairs a file whose pictures share one."""
    numbers = [element.get("id") for element in body.iter(f"{DRAWING}docPr")]
    assert len(set(numbers)) == len(numbers)


def test_the_file_is_in_british_english_and_says_what_it_is(written: dict[str, bytes], paper: Paper) -> None:
    """Language, title and the council as its author."""
    language = part_of_docx(written["docx"], "styles").find(f".//{WORD}docDefaults//{WORD}lang")
    assert language is not None
    assert language.get(f"{WORD}val") == "en-GB"
    about = docx.Document(BytesIO(written["docx"])).core_properties
    assert (about.title, about.author, about.language) == (paper.title, "Northbrook Borough Council", "en-GB")
    assert about.created is not None
    assert about.created.date() == paper.written_on


def test_the_appendix_lies_on_its_side_and_every_page_is_numbered(written: dict[str, bytes]) -> None:
    """Portrait, landscape, portrait; each foot with the edition and the page."""
    document = docx.Document(BytesIO(written["docx"]))
    assert [(page.page_width or 0) > (page.page_height or 0) for page in document.sections] == [False, True, False]
    for page in document.sections:
        foot = page.footer.paragraphs[0]
        assert "Edition 7f3a91c2" in foot.text
        assert "PAGE" in {field.get(f"{WORD}instr") for field in foot._p.iter(f"{WORD}fldSimple")}


def test_only_styles_of_ours_are_used_and_all_of_them_exist(body: etree._Element, written: dict[str, bytes]) -> None:
    """A style that is named and missing would fall back to who knows what."""
    styles = {style.get(f"{WORD}styleId") for style in part_of_docx(written["docx"], "styles").iter(f"{WORD}style")}
    used = {style.get(f"{WORD}val") for tag in ("pStyle", "rStyle") for style in body.iter(f"{WORD}{tag}")}
    assert used <= styles


def test_nothing_of_somebody_elses_template_is_left(written: dict[str, bytes]) -> None:
    """No thumbnail, no second set of styles; every entry with the same fixed time."""
    entries = ZipFile(BytesIO(written["docx"])).infolist()
    assert {entry.date_time for entry in entries} == {FIXED_TIME}
    assert not [entry.filename for entry in entries if "thumbnail" in entry.filename or "customXml" in entry.filename]
