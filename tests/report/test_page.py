"""The web page: one file, no script, nothing fetched, tables and drawings that say what they are."""

from __future__ import annotations

import re

import pytest

from everychild.report.document import Paper
from tests.report.reading import Page, pictures_of


@pytest.fixture(scope="module")
def page(written: dict[str, bytes]) -> Page:
    return Page(written["html"])


def test_the_page_needs_nothing_else(page: Page, written: dict[str, bytes]) -> None:
    """No script, no link to a file, no picture or style from elsewhere, and no style on an element."""
    assert not page.all("script")
    assert not page.all("link")
    assert not page.all("img")
    assert not [attributes for _, attributes in page.tags if "style" in attributes or "src" in attributes]
    addresses = set(re.findall(r"https?://[^\s\"'<]+", written["html"].decode()))
    assert addresses == {"http://www.w3.org/2000/svg"}


def test_the_page_is_in_british_english_and_titled(page: Page, paper: Paper) -> None:
    """The language, the title and one main heading."""
    assert page.all("html") == [{"lang": "en-GB"}]
    assert f"{paper.title}. {paper.council}" in page.words
    assert len(page.all("h1")) == 1


def test_no_text_is_under_12_point(written: dict[str, bytes]) -> None:
    """16 pixels are 12 point: the root is 1 rem, and no size is under it."""
    style = written["html"].decode().split("<style>")[1].split("</style>")[0]
    sizes = re.findall(r"font(?:-size)?:\s*([\d.]+)(rem|em|px|pt)", style)
    least = {"rem": 1.0, "em": 1.0, "px": 16.0, "pt": 12.0}
    assert len(sizes) >= 6
    assert [size for size, unit in sizes if float(size) < least[unit]] == []
    assert "<text" not in written["html"].decode()  # drawings hold no letters of their own


def test_tables_have_captions_and_headings_with_scope(page: Page, paper: Paper) -> None:
    """Column headings by scope col, row headings by scope row, and no spanning cell."""
    scopes = [cell.get("scope") for cell in page.all("th")]
    assert len(page.all("caption")) == len(page.all("table")) == len(paper.tables)
    assert scopes.count("col") == sum(len(table.columns) for table in paper.tables)
    assert scopes.count("row") == sum(len(table.rows) for table in paper.tables if table.has_row_headings)
    assert not [cell for tag in ("th", "td") for cell in page.all(tag) if "colspan" in cell or "rowspan" in cell]


def test_every_drawing_is_a_figure_with_title_description_and_caption(page: Page, paper: Paper) -> None:
    """The sentence is the caption; the drawing names itself as well."""
    drawings = [attributes for attributes in page.all("svg") if attributes.get("class") == "sparkline"]
    assert len(drawings) == len(page.all("figure")) == len(page.all("figcaption")) == len(pictures_of(paper))
    assert len(page.all("desc")) == len(drawings)
    assert all(attributes["role"] == "img" for attributes in drawings)
    said = "".join(page.words)
    assert all(sentence in said for sentence in pictures_of(paper))


def test_the_page_prints(written: dict[str, bytes]) -> None:
    """Headers repeat, rows stay whole, the dashboard is landscape."""
    style = written["html"].decode()
    for rule in ("@media print", "size: A4 landscape", "display: table-header-group", "break-inside: avoid"):
        assert rule in style
