"""Four files, one paper: the same words, the same numbers, the same bytes each time, and nothing in them can run."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from everychild.errors import MissingPart
from everychild.report import write_paper
from everychild.report.committee import committee_paper
from everychild.report.document import Paper, Picture
from everychild.report.parts import part
from tests.report.conftest import MEETING
from tests.report.lively import edition_of, lively, lively_council
from tests.report.reading import Page, pages_of_pdf, run_together, said_by, words_of_docx, words_of_xlsx

FILES = ("report.docx", "report.pdf", "report.html", "appendix.xlsx")
ATTACKS = (
    '#read("council.toml")',
    "{{7*7}}",
    "{% raw %}",
    "=1+1",
    "<svg onload=alert(1)>",
    "@SUM(A1)",
    "$x$ \\end *b*",
)


def words_of(written: Mapping[str, bytes], footer: str) -> dict[str, str]:
    """The words of each file that holds the whole paper, spaces and page feet taken out."""
    pages = (
        re.sub(rf"^.*{re.escape(footer)}.*$|^Page \d+$", "", page, flags=re.M) for page in pages_of_pdf(written["pdf"])
    )
    return {
        "docx": run_together(words_of_docx(written["docx"])),
        "pdf": run_together("".join(pages)),
        "html": run_together("".join(Page(written["html"]).words)),
    }


@pytest.mark.parametrize("kind", ["docx", "pdf", "html"])
def test_every_word_and_number_of_the_paper_is_in_each_file(kind: str, paper: Paper, written: dict[str, bytes]) -> None:
    """A figure is one thing everywhere: what the paper says, each file says in the same characters."""
    words = words_of(written, paper.footer)[kind]
    missing = [text for text in said_by(paper) if run_together(text) not in words]
    assert not missing


@pytest.mark.parametrize("kind", ["docx", "html"])
def test_the_paper_is_said_in_the_same_order_in_each_file(kind: str, paper: Paper, written: dict[str, bytes]) -> None:
    """Section after section, row after row: reading order is the document's."""
    words, place = words_of(written, paper.footer)[kind], 0
    for text in said_by(paper):
        place = words.index(run_together(text), place)


def test_the_workbook_says_every_figure_as_the_paper_writes_it(paper: Paper, written: dict[str, bytes]) -> None:
    """Names, words and whole texts; the numbers themselves are compared in the workbook's own tests."""
    words = words_of_xlsx(written["xlsx"])
    named = [
        row[0].text.splitlines()[0]
        for table in paper.tables
        if table.columns[0].title == "Indicator"
        for row in table.rows
    ]
    assert [name for name in named if name not in words] == []


def test_the_same_edition_gives_the_same_bytes(written: dict[str, bytes], folder: Path) -> None:
    """Written twice, a paper does not differ by a bit: no clock, no random name, no order of the day."""
    again = {path.suffix.removeprefix("."): path.read_bytes() for path in write_paper(lively(), MEETING, folder)}
    assert [kind for kind in written if written[kind] != again[kind]] == []


def test_four_files_are_written_into_a_folder_that_may_not_exist_yet(folder: Path) -> None:
    """And nothing half-written is left beside them."""
    paths = write_paper(lively(), MEETING, folder, date(2019, 6, 7))
    assert tuple(path.name for path in paths) == FILES
    assert sorted(path.name for path in folder.iterdir()) == sorted(FILES)


def test_text_that_looks_like_a_program_is_only_text(folder: Path) -> None:
    """A council's settings may hold anything: it appears letter for letter, in every file."""
    attack = " ".join(ATTACKS)
    council = lively_council()
    committee = replace(council.committee, background=attack, outcome=attack, email="=1+1")
    council = replace(council, name=attack, committee=committee)
    paths = write_paper(edition_of(council), MEETING, folder)
    written = {path.suffix.removeprefix("."): path.read_bytes() for path in paths}
    for kind, words in words_of(written, committee_paper(edition_of(council), MEETING).footer).items():
        assert words.count(run_together(attack)) >= 2, kind
    page = Page(written["html"])
    assert not page.all("script")
    assert all("onload" not in attributes for _, attributes in page.tags)
    assert attack in words_of_xlsx(written["xlsx"])


def test_a_missing_part_is_named_with_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the report's libraries the complaint says what to type."""
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MissingPart, match=r"pip install 'everychild\[report\]'"):
        part("typst")


def test_every_picture_has_a_sentence(paper: Paper) -> None:
    """Which names the indicator and says what it shows."""
    lines = [line for table in paper.tables for row in table.rows for cell in row for line in cell.lines]
    pictures = [line for line in lines if isinstance(line, Picture)]
    assert len(pictures) == len(lively().indicators) + len(lively().areas) + 1
    assert all(picture.says.endswith(".") and "April 2019" in picture.says for picture in pictures)
