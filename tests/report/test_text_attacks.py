"""Text that would be a formula, markup, a template or a field somewhere comes out of every format as plain text."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from everychild.errors import EverychildError, SettingsError
from everychild.report import Said, write_paper
from everychild.report.committee import committee_paper
from tests.report.conftest import MEETING
from tests.report.lively import lively
from tests.report.payloads import AT_THE_START, NOT_IN_THE_FONT, PAYLOADS, REFUSED
from tests.report.reading import pages_of_pdf, run_together, words_of_docx

LETTERS_A_PDF_ORDERS_ITSELF = re.compile("[\u0590-\u08ff\u202a-\u202e\u2066-\u2069\u200e\u200f\u200b\u00ad\u2060]")


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The papers with every payload in what officers say, and in the settings the paper repeats."""
    print(f"{len(PAYLOADS)} payloads")
    assert len(PAYLOADS) >= 200
    edition = lively()
    committee = replace(
        edition.council.committee,
        outcome="\n\n".join(PAYLOADS),
        background="\n\n".join(AT_THE_START),
        lead_officer=PAYLOADS[0],
        contact=PAYLOADS[45],
    )
    edition = replace(edition, council=replace(edition.council, committee=committee))
    flagged = edition.areas[0].judged[0].ref
    said = {flagged: Said("\n\n".join(PAYLOADS), PAYLOADS[60], PAYLOADS[90], date(2019, 5, 20))}
    paths = write_paper(edition, MEETING, tmp_path_factory.mktemp("attacked"), said=said)
    return {path.suffix.removeprefix("."): path.read_bytes() for path in paths}


def missing_from(text: str) -> list[str]:
    run = run_together(text)
    return [payload for payload in PAYLOADS if run_together(payload) not in run]


def test_word_repeats_each_letter_for_letter(attacked: dict[str, bytes]) -> None:
    assert missing_from(words_of_docx(attacked["docx"])) == []
    with ZipFile(io.BytesIO(attacked["docx"])) as parts:
        body = parts.read("word/document.xml").decode()
        links = parts.read("word/_rels/document.xml.rels").decode()
    assert "MERGEFIELD a }<" not in body.replace("&quot;", "")
    assert not re.search(r"<w:(instrText|fldSimple)[^>]*>[^<]*(HYPERLINK|MERGEFIELD|DDE|INCLUDE|QUOTE|DATE)", body)
    assert 'TargetMode="External"' not in links


def test_the_page_repeats_each_and_runs_none(attacked: dict[str, bytes]) -> None:
    from html.parser import HTMLParser

    class Text(HTMLParser):
        said: list[str]
        tags: set[str]

        def __init__(self) -> None:
            super().__init__()
            self.said, self.tags = [], set()

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.tags.add(tag)
            assert not any(name.startswith("on") for name, _ in attrs)

        def handle_data(self, data: str) -> None:
            self.said.append(data)

    page = Text()
    page.feed(attacked["html"].decode())
    assert missing_from(" ".join(page.said)) == []
    assert page.tags.isdisjoint({"script", "iframe", "object", "form", "input", "base", "img", "noscript", "math"})


def test_the_pdf_repeats_each_and_takes_none_for_markup(attacked: dict[str, bytes]) -> None:
    text = run_together(" ".join(pages_of_pdf(attacked["pdf"])))
    lost = [
        payload
        for payload in PAYLOADS
        if payload.isascii()
        and run_together(payload).replace("-", "") not in text.replace("-", "").replace("\u2010", "")
    ]
    assert lost == []


def test_no_sheet_has_a_formula_a_link_or_a_name_from_text(attacked: dict[str, bytes]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(attacked["xlsx"]))
    assert list(book.defined_names) == [] or all("Print" in name for name in book.defined_names)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not any(cell.data_type == "f" for cell in cells)
    assert not any(cell.hyperlink.target for cell in cells if cell.hyperlink), "links lead within the workbook alone"
    with ZipFile(io.BytesIO(attacked["xlsx"])) as parts:
        assert not any("externalLink" in name or "vba" in name for name in parts.namelist())


def test_no_sheet_hides_anything_or_says_who_wrote_it(attacked: dict[str, bytes]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(attacked["xlsx"]))
    assert {sheet.sheet_state for sheet in book} == {"visible"}
    assert not any(cell.comment for sheet in book for row in sheet.iter_rows() for cell in row)
    assert not any(sheet.row_dimensions[n].hidden for sheet in book for n in sheet.row_dimensions)
    assert not any(sheet.column_dimensions[n].hidden for sheet in book for n in sheet.column_dimensions)
    assert book.properties.lastModifiedBy in (None, book.properties.creator)
    with ZipFile(io.BytesIO(attacked["xlsx"])) as parts:
        kept = [name for name in parts.namelist() if re.search("pivot|comment|custom|connection|printerSettings", name)]
    assert kept == []


@pytest.mark.parametrize("text", REFUSED)
def test_control_characters_are_refused_by_the_setting_they_are_in(text: str) -> None:
    edition = lively()
    committee = replace(edition.council.committee, background=text)
    with pytest.raises(SettingsError, match=r"background holds a character that cannot be printed \(U\+"):
        committee_paper(replace(edition, council=replace(edition.council, committee=committee)), MEETING)


@pytest.mark.parametrize("letter", NOT_IN_THE_FONT)
def test_a_letter_that_cannot_be_printed_is_refused_and_not_left_out(letter: str, tmp_path: Path) -> None:
    edition = lively()
    committee = replace(edition.council.committee, background=letter)
    with pytest.raises(EverychildError, match="has to be taken out of the text"):
        write_paper(replace(edition, council=replace(edition.council, committee=committee)), MEETING, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_open_data_begins_no_cell_like_a_formula() -> None:
    from everychild.disclosure.open_data import _csv

    content = _csv(("text",), [{"text": payload} for payload in (*PAYLOADS, *AT_THE_START)])
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))[1:]
    assert len(rows) == len(PAYLOADS) + len(AT_THE_START)
    for (shown,), payload in zip(rows, (*PAYLOADS, *AT_THE_START), strict=True):
        assert shown.removeprefix("'") == payload
        assert shown[0] not in "=+@-" or shown.lstrip("-").isdigit()


def test_a_site_with_a_council_named_like_markup_shows_the_name(tmp_path: Path) -> None:
    from everychild.released import pages, words
    from everychild.released.site import _templates

    for payload in PAYLOADS:
        frame = {
            "council": payload,
            "as_at": "",
            "known_on": "",
            "edition": "",
            "fingerprint": "",
            "is_preview": False,
            "words": words.COMMON,
            "paper": [{"path": "paper/paper.pdf", "title": payload}],
        }
        page = pages.Overview(payload, payload, (), ())
        html = _templates(frame)("overview.html", page, "").decode()
        assert "<script" not in html
        assert "<img" not in html
        assert "onerror=alert(1)>" not in html
