"""The paper in a council’s own template: its looks and words kept, ours where they belong, and nothing else let in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from lxml import etree

from everychild.errors import SettingsError
from everychild.report import Contents, TemplateFile, write_paper
from everychild.report.committee import committee_paper
from everychild.report.document import Heading, Paper, Section, Table, Terms
from everychild.report.template.arranging import arranged, as_paper
from everychild.report.template.checking import checked
from everychild.report.template.drawing import in_template
from everychild.report.template.opening import MOST_PACKED, opened
from everychild.report.template.places import PLACES, VALUES, Place, place_under, plainly
from everychild.report.template.reading import Template
from tests.report.conftest import MEETING
from tests.report.lively import lively
from tests.report.own_template import HEADING, changed, own_template, with_field
from tests.report.payloads import MARKUP, TEMPLATES
from tests.report.reading import WORD, Page, pages_of_pdf, part_of_docx, run_together, said_by, words_of_docx

NAME = "committee.docx"
MEMBERS_SET = Contents(members_set=True)
"""Drawing two hundred pictures takes its time, and shows no more."""


@pytest.fixture(scope="module")
def paper() -> Paper:
    return committee_paper(lively(), MEETING, contents=MEMBERS_SET)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The paper written in the invented council’s template."""
    template, folder = TemplateFile(NAME, own_template()), tmp_path_factory.mktemp("own")
    paths = write_paper(lively(), MEETING, folder, contents=MEMBERS_SET, template=template)
    return {path.suffix.removeprefix("."): path.read_bytes() for path in paths}


@pytest.fixture(scope="module")
def short(paper: Paper) -> Paper:
    """The same without its pictures."""
    upright, aside, last = paper.sections
    first = next(number for number, part in enumerate(aside.parts) if isinstance(part, Table))
    front = tuple(part for part in upright.parts if not isinstance(part, Table))
    return replace(paper, sections=(replace(upright, parts=front), replace(aside, parts=aside.parts[:first]), last))


def told(paper: Paper, content: bytes) -> Paper:
    return as_paper(arranged(Template(opened(content, NAME)), paper), paper)


def headings(content: bytes) -> list[str]:
    return [
        paragraph.text
        for paragraph in docx.Document(BytesIO(content)).paragraphs
        if paragraph.style is not None and paragraph.style.name == HEADING
    ]


def test_the_councils_headings_stay_in_its_order_and_its_own_words_under_them(files: dict[str, bytes]) -> None:
    """What a council’s paper must have is kept, whether or not anything of ours belongs there."""
    assert headings(files["docx"]) == [
        "1. Recommendations",
        "2. Reasons for recommendations",
        "3. Executive summary",
        "4. Main report",
        "5. Financial implications",
        "6. Legal implications",
        "7. Background papers",
        "Appendix A",
        "Contact officers",
    ]
    words = words_of_docx(files["docx"])
    for kept in ("Members have asked to see", "Chief Finance Officer", "Section 17 of the Children Act 1989"):
        assert kept in words


@pytest.mark.parametrize(
    ("heading", "begins"),
    [
        ("1. Recommendations", "That the Children’s Services performance indicators be noted"),
        ("3. Executive summary", "The figures tell the position at 30 April 2019"),
        ("4. Main report", "At the end of April 2019 the dashboard"),
        ("7. Background papers", "None."),
    ],
)
def test_what_is_ours_stands_under_the_councils_heading(files: dict[str, bytes], heading: str, begins: str) -> None:
    """And our own heading is not said beside it."""
    said = [paragraph.text for paragraph in docx.Document(BytesIO(files["docx"])).paragraphs]
    assert said[said.index(heading) + 1].startswith(begins)
    assert "Analysis of issues" not in said
    assert "Recommendation" not in said


def test_what_follows_the_councils_own_words_under_a_heading_is_ours(files: dict[str, bytes]) -> None:
    """Nothing a council wrote is taken out: only tags are."""
    said = [paragraph.text for paragraph in docx.Document(BytesIO(files["docx"])).paragraphs]
    assert said[said.index("5. Financial implications") + 1] == "The Chief Finance Officer has been asked."


@pytest.mark.parametrize("kind", ["docx", "pdf", "html"])
def test_the_three_forms_say_the_same(kind: str, files: dict[str, bytes], paper: Paper) -> None:
    """The PDF and the page follow the template’s order, and have its words and ours."""
    words = {
        "docx": lambda: words_of_docx(files["docx"]),
        "pdf": lambda: "".join(pages_of_pdf(files["pdf"])),
        "html": lambda: "".join(Page(files["html"]).words),
    }[kind]()
    whole = run_together(words)
    missing = [text for text in said_by(told(paper, own_template())) if run_together(text) not in whole]
    assert [text for text in missing if kind != "pdf" or len(text) < 60] == []


@pytest.mark.parametrize("kind", ["docx", "html"])
def test_in_the_same_order(kind: str, files: dict[str, bytes], paper: Paper) -> None:
    """Tables of the council’s own are told where they stand."""
    words = words_of_docx(files["docx"]) if kind == "docx" else "".join(Page(files["html"]).words)
    whole, place = run_together(words), 0
    for text in said_by(told(paper, own_template())):
        place = whole.index(run_together(text), place)


def test_nothing_of_ours_is_lost(files: dict[str, bytes], paper: Paper) -> None:
    """Parts without a place follow the part before them; the words of headings that became the council’s are its own."""
    whole = run_together(words_of_docx(files["docx"]))
    replaced = {place.heading for place in PLACES} | {"Children’s Services performance indicators", "Title", "Ward"}
    missing = {text for text in said_by(paper) if text not in replaced and run_together(text) not in whole}
    of_the_title_block = {term.term for part in paper.parts[:3] if isinstance(part, Terms) for term in part.items}
    of_the_title_block |= {term.means for part in paper.parts[:3] if isinstance(part, Terms) for term in part.items}
    assert missing <= of_the_title_block  # the template’s own front says whose paper it is
    for heading in ("Background", "What improved", "Cross-Council implications"):
        assert run_together(heading) in whole


def test_tags_in_the_front_are_filled_even_where_they_are_broken_over_runs(files: dict[str, bytes]) -> None:
    """Word breaks what is typed into pieces as it likes."""
    document = docx.Document(BytesIO(files["docx"]))
    front = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert front[1] == ["Date", "18 June 2019"]
    assert front[2] == ["Officer", "Director of Children’s Services"]
    titled = [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Title"]
    assert titled == ["Children’s Services performance indicators, April 2019"]
    assert "{{" not in words_of_docx(files["docx"])


def test_the_councils_pages_heads_and_feet_are_kept_and_each_foot_says_the_edition(files: dict[str, bytes]) -> None:
    """The first page with its crest, the others with theirs; margins as they were; the dashboard on its side."""
    document = docx.Document(BytesIO(files["docx"]))
    first = document.sections[0]
    assert first.left_margin == pytest.approx(Mm(24), rel=0.001)
    assert first.different_first_page_header_footer
    assert first.first_page_header.paragraphs[1].text == "Northbrook Borough Council"
    assert first.header.paragraphs[0].text == "Northbrook Borough Council: report to committee"
    assert first.footer.paragraphs[0].text == "Serving every street"
    assert "Edition 7f3a91c2" in "".join(p.text for p in first.footer.paragraphs)
    assert "Edition 7f3a91c2" in "".join(p.text for p in first.first_page_footer.paragraphs)
    assert [(page.page_width or 0) > (page.page_height or 0) for page in document.sections] == [
        False, True, False, True, False,
    ]  # fmt: skip


def test_the_councils_styles_are_as_they_were_and_the_ones_it_lacks_are_ours(files: dict[str, bytes]) -> None:
    """Fonts, colours and small capitals stay; only what was missing is added."""
    document = docx.Document(BytesIO(files["docx"]))
    assert document.styles["Normal"].font.name == "Georgia"
    assert document.styles[HEADING].font.small_caps
    assert "List Bullet" in {style.name for style in document.styles}
    bullets = [p for p in document.paragraphs if p.style is not None and p.style.name == "List Bullet"]
    assert bullets
    number = document.styles["List Bullet"].element.find(f".//{WORD}numId").get(f"{WORD}val")
    numbered = {each.get(f"{WORD}numId") for each in part_of_docx(files["docx"], "numbering").iter(f"{WORD}num")}
    assert number in numbered


def test_a_table_inside_a_table_is_told_once(short: Paper) -> None:
    """As it is read in Word: its words belong to the cell that it is in."""

    def nested(document: Any) -> None:
        outer = document.add_table(rows=1, cols=2).rows[0].cells
        outer[0].text = "Ward members"
        outer[1].text = "consulted:"
        outer[1].add_table(rows=1, cols=1).rows[0].cells[0].text = "the member for Northgate"

    said = said_by(told(short, changed(own_template(), nested)))
    assert [text for text in said if "Northgate" in text] == ["consulted: the member for Northgate"]


def test_every_table_of_ours_fits_the_councils_lines(files: dict[str, bytes]) -> None:
    """Columns of words give way; none runs off the page."""
    document = docx.Document(BytesIO(files["docx"]))
    widest = {False: 210 - 48, True: 297 - 48}
    for table in document.tables[1:]:
        assert table._tbl.tblPr.find(f"{WORD}tblCaption") is not None
        width = sum(int(column.get(f"{WORD}w")) for column in table._tbl.tblGrid.gridCol_lst) / 1440 * 25.4
        assert width <= widest[True] + 1
    body = part_of_docx(files["docx"], "document")
    for forbidden in ("gridSpan", "vMerge", "txbxContent"):
        assert next(body.iter(f"{WORD}{forbidden}"), None) is None


def test_the_same_bytes_each_time_and_nothing_of_whoever_made_the_template(short: Paper) -> None:
    """No author, no keyword, no history; British English; the paper’s own day."""
    once, _ = in_template(short, own_template(), NAME)
    again, _ = in_template(short, own_template(), NAME)
    assert again == once
    about = docx.Document(BytesIO(again)).core_properties
    assert (about.author, about.keywords, about.language) == ("Northbrook Borough Council", "", "en-GB")
    whole = b"".join(ZipFile(BytesIO(again)).read(name) for name in ZipFile(BytesIO(again)).namelist())
    assert b"A. Clerk" not in whole
    assert b"rsid" not in part_bytes(again, "word/document.xml")
    languages = {each.get(f"{WORD}val") for each in part_of_docx(again, "styles").iter(f"{WORD}lang")}
    assert languages == {"en-GB"}


def part_bytes(content: bytes, name: str) -> bytes:
    return ZipFile(BytesIO(content)).read(name)


def test_a_template_with_a_tag_for_every_part_is_told_of_nothing(short: Paper) -> None:
    """Each tag and each heading is known, and each part goes where it says."""
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(12)
    for name in ("List Bullet", "Caption", "Heading 1", "Heading 2", "Heading 3", "Heading 4"):
        document.styles[name].font.size = Pt(12)
    for place in PLACES:
        document.add_paragraph(f"{{{{{place.tag}}}}}")
    saved = BytesIO()
    document.save(saved)
    found = checked(saved.getvalue(), NAME)
    assert found.found == ()
    assert len(found.placed) == len(PLACES)
    written, _ = in_template(short, saved.getvalue(), NAME)
    assert "{{" not in words_of_docx(written)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.tag)
def test_each_heading_is_known_however_it_is_numbered(place: Place) -> None:
    """“3.”, “3.1”, “(a)”, capitals, a colon: councils number as they like."""
    for heading in (place.heading, *place.headings):
        if heading:
            for written in (heading, f"3. {heading}", f"3.1 {heading.upper()}:", f"(a) {heading}", f"4 {heading}"):
                assert place_under(written) == place, written


def test_no_two_parts_share_a_heading() -> None:
    """Else one would go where the other belongs."""
    said = [plainly(text) for place in PLACES for text in {place.heading, *place.headings} if text]
    assert len(said) == len(set(said))
    assert not {place.tag for place in PLACES} & set(VALUES)


def stopping(content: bytes) -> str:
    return " ".join(one.sentence for one in checked(content, NAME).found if one.stops)


def add(text: str, style: str | None = None) -> Callable[[Any], None]:
    def change(document: Any) -> None:
        document.add_paragraph(text, style=style)

    return change


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (add("{{ recomendation }}"), "There is no tag {{ recomendation }} (the text)"),
        (add("See {{ analysis }} below"), "stands in a line with other words"),
        (add("{{ summary }} {{ finance }}"), "Put it on a line of its own"),
        (add("{% if x %}"), "looks like a tag and is none"),
        (add("{{ summary }"), "looks like a tag and is none"),
        (add("8. Financial implications", HEADING), "are headings for the same part of the paper"),
        (add("{{ dashboard }}"), "The tag {{ dashboard }} is there twice"),
        (lambda document: setattr(document.styles["Normal"].font, "size", Pt(10)), "is of 10 point"),
        (lambda document: setattr(document.sections[0], "left_margin", Mm(90)), "Its lines are 96 mm long"),
        (lambda document: setattr(document.tables[0].rows[0].cells[1], "text", "{{ analysis }}"), "stands in a table"),
        (lambda document: with_field(document, "DDEAUTO c:\\\\x"), "has a field DDEAUTO"),
        (lambda document: with_field(document, "INCLUDETEXT x"), "has a field INCLUDETEXT"),
        (lambda document: hide(document), "holds hidden words"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_what_to_do(change: Callable[[Any], None], says: str) -> None:
    """And no paper is written in it meanwhile."""
    content = changed(own_template(), change)
    assert says in stopping(content)
    with pytest.raises(SettingsError, match="cannot be written in the template"):
        write_paper(lively(), MEETING, Path("nowhere"), template=TemplateFile(NAME, content))
    assert not Path("nowhere").exists()


def hide(document: Any) -> None:
    run = document.add_paragraph().add_run("seen by nobody")
    run.font.hidden = True


def test_a_field_that_follows_from_the_page_is_let_be() -> None:
    assert stopping(changed(own_template(), lambda document: with_field(document, "NUMPAGES"))) == ""


@pytest.mark.parametrize("style", ["Heading 3", "Heading 4", "Caption"])
def test_a_style_that_is_missing_is_told_and_ours_stands_in(style: str, short: Paper) -> None:
    """The paper is written all the same."""
    content = own_template(drop=(style,))
    found = checked(content, NAME)
    assert found.may_be_used
    assert any(style.casefold() in one.sentence.casefold() and "ours is used" in one.sentence for one in found.found)
    written, _ = in_template(short, content, NAME)
    assert style.casefold() in {each.name.casefold() for each in docx.Document(BytesIO(written)).styles}


def repacked(content: bytes, **parts: bytes) -> bytes:
    """The file with parts replaced or added; names have their slashes as two underlines."""
    names = {name.replace("__", "/").replace("_dot_", "."): held for name, held in parts.items()}
    saved = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(saved, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            if name not in names:
                after.writestr(name, before.read(name))
        for name, held in names.items():
            after.writestr(name, held)
    return saved.getvalue()


def with_kind(content: bytes, was: str, now: str) -> bytes:
    kinds = part_bytes(content, "[Content_Types].xml").decode()
    assert was in kinds
    saved = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(saved, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(name, kinds.replace(was, now) if name == "[Content_Types].xml" else before.read(name))
    return saved.getvalue()


def linked(content: bytes, kind: str, target: str) -> bytes:
    relations = part_bytes(content, "word/_rels/document.xml.rels").decode()
    one = (
        f'<Relationship Id="rId990" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
        f'Target="{target}" TargetMode="External"/>'
    )
    return repacked(content, word___rels__document_dot_xml_dot_rels=relations.replace("</R", one + "</R").encode())


MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda good: b"%PDF-1.7 and so on", "is not a Word document"),
        (lambda good: b"", "is not a Word document"),
        (lambda good: good[: len(good) // 2], "damaged"),
        (lambda good: good + bytes(MOST_PACKED), "is over 5 MB"),
        (lambda good: with_kind(good, MAIN, "application/vnd.ms-word.document.macroEnabled.main+xml"), "carries macros"),
        (lambda good: repacked(good, word__vbaProject_dot_bin=b"x"), "carries macros"),
        (lambda good: with_kind(good, MAIN, MAIN.replace("document.main", "template.main")), "is a Word template"),
        (lambda good: repacked(good, word__embeddings__oleObject1_dot_bin=b"x"), "carries an embedded object"),
        (lambda good: linked(good, "image", "https://example.org/pixel.png"), "fetches something from elsewhere"),
        (lambda good: linked(good, "hyperlink", "file:///etc/passwd"), "fetches something from elsewhere"),
        (
            lambda good: repacked(good, word__document_dot_xml=b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
            "declares entities",
        ),
        (lambda good: repacked(good, word__document_dot_xml=b"<a><b>"), "is damaged"),
        (lambda good: repacked(good, word__more_dot_xml=bytes(41 * 1024**2)), "the most we open"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_file_that_is_not_a_plain_word_document_is_refused(make: Callable[[bytes], bytes], says: str) -> None:
    """Renamed, cut short, swollen, or carrying what runs or leads elsewhere: in one sentence that says what to do."""
    found = checked(make(own_template()), NAME)
    assert not found.may_be_used
    assert [says in one.sentence for one in found.found] == [True]


def test_tracked_changes_are_refused() -> None:
    def change(document: Any) -> None:
        inserted = OxmlElement("w:ins")
        inserted.set(qn("w:author"), "A. Clerk")
        document.add_paragraph()._p.append(inserted)

    assert "tracked changes" in stopping(changed(own_template(), change))


@pytest.mark.parametrize("text", [*TEMPLATES, *MARKUP[:12]])
def test_what_a_council_says_of_itself_is_never_read_as_a_tag(text: str, paper: Paper) -> None:
    """Words we bring are put in once, as words: a tag within them is no tag."""
    asked = tuple(type(given)(given.term, text) if given.term == "committee" else given for given in paper.given)
    bare = replace(paper, sections=(Section((Heading(1, "A paper"),)),), given=asked)
    written, again = in_template(bare, own_template(), NAME)
    assert docx.Document(BytesIO(written)).tables[0].rows[0].cells[1].text == text
    assert any(run_together(text) in run_together(said) for said in said_by(again))


def test_every_element_is_one_that_word_knows(files: dict[str, bytes]) -> None:
    """The body ends with its pages, and no two sections share a paragraph."""
    body = etree.fromstring(part_bytes(files["docx"], "word/document.xml"))[0]
    assert body[-1].tag == f"{WORD}sectPr"
    assert len(body.findall(f"{WORD}sectPr")) == 1
