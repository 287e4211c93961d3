"""Northbrook from files to paper, as a new user would run it: the story of the committee paper of June 2019."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from html import unescape
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from playwright.sync_api import Browser, ViewportSize, expect
from pypdf import PdfReader

from everychild.calendar import Month
from everychild.store.home import Home
from tests.processes import own_port
from tests.story.told_of_areas import told_of_areas

FIVE_AREAS = {
    "early_help_timeliness",
    "reports_to_meetings",
    "return_interviews",
    "supervision",
    "child_protection_visits",
}

DESK: ViewportSize = {"width": 1320, "height": 1500}
FIRST_PAGES = {"overview": "/p/2019-04/", "indicator": "/p/2019-04/i/EH04/", "profile": "/p/2019-04/profile/"}


def everychild(*arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "everychild", *arguments, "--home", str(home)],
        check=True,
        capture_output=True,
        text=True,
        timeout=600,
    )


def asked(*arguments: str, home: Path):
    return json.loads(everychild(*arguments, "--json", home=home).stdout)


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Path:
    """The demo's home, made once by the command itself."""
    folder = tmp_path_factory.mktemp("northbrook") / "home"
    made = everychild("demo", "--no-serve", home=folder)
    assert "report.docx" in made.stdout
    return folder


@pytest.fixture(scope="module")
def figures(home):
    return asked("figures", "2019-04", home=home)


@pytest.fixture(scope="module")
def papers(home) -> Path:
    return home / "reports" / "2019-04" / "draft"


def one(figures, ref, window, as_at):
    (found,) = [
        row
        for row in figures
        if (row["ref"], row["window"], row["as_at"], row["breakdown"]) == (ref, window, as_at, None)
    ]
    return found


@pytest.mark.demo
def test_the_five_areas_of_the_paper_are_found_and_nothing_else(home):
    """By the rules alone, each with its reasons and figures."""
    areas = asked("flags", "2019-04", home=home)

    assert {area["area"] for area in areas} == FIVE_AREAS
    assert len(areas) == 5
    for area in areas:
        assert area["reasons"]
        assert area["sentence"]
        assert area["points"] >= 3
        assert {figure["ref"] for figure in area["figures"]} == set(area["indicators"])


@pytest.mark.demo
def test_early_help_assessments_took_what_the_paper_says(figures):
    """43 working days in April, 30 or fewer in March, 40 over 2018-19."""
    assert one(figures, "EH04", "month", "2019-04-30")["value"] == 43
    assert one(figures, "EH04", "month", "2019-03-31")["value"] <= 30
    assert one(figures, "EH04", "financial_year", "2019-03-31")["value"] == 40


@pytest.mark.demo
def test_the_rest_of_the_story_is_in_the_figures(figures):
    """Late reports, late interviews, supervision not written up, and more children seen within fifteen days."""
    for ref in ("CP08", "CP09", "RH03", "MS06", "WF07"):
        april = one(figures, ref, "as_at" if ref == "WF07" else "month", "2019-04-30")["value"]
        year = one(figures, ref, "financial_year", "2019-03-31")["value"]
        assert april < year - 15, ref
    assert one(figures, "CP21", "as_at", "2019-04-30")["status"] == "off_target"
    assert one(figures, "CP23", "as_at", "2019-04-30")["value"] > one(figures, "CP23", "as_at", "2018-04-30")["value"]
    assert one(figures, "WF09", "month", "2019-04-30")["value"] > one(figures, "WF09", "month", "2018-04-30")["value"]


@pytest.mark.demo
def test_every_figure_has_a_value_or_the_reason_why_not(figures):
    """Never blank, never both."""
    assert len(figures) > 3_000
    for row in figures:
        assert (row["value"] is None) == (row["absent"] is not None), row


@pytest.mark.demo
def test_the_same_number_stands_on_the_page_and_in_all_four_papers(home, papers, figures):
    """43 working days, in five places."""
    said = {
        "Word": _word(papers / "report.docx"),
        "PDF": _pdf(papers / "report.pdf"),
        "HTML": _page((papers / "report.html").read_text(encoding="utf-8")),
        "workbook": _workbook(papers / "appendix.xlsx"),
        "page": _page(*_served(home, "/p/2019-04/i/EH04/")),
    }
    value = one(figures, "EH04", "month", "2019-04-30")["value"]
    supervised = one(figures, "WF07", "as_at", "2019-04-30")

    for place, text in said.items():
        assert re.search(rf"\b{value}\b", text), place
    share = f"{supervised['numerator']} of {supervised['denominator']}"
    for place in ("Word", "PDF", "HTML"):
        assert share in said[place], place
        for title in ("Recommendation", "Background", "Analysis of issues", "Financial implications", "Contact"):
            assert title.lower() in said[place].lower(), (place, title)


@pytest.mark.demo
def test_every_digit_drafted_of_the_five_areas_resolves_to_a_figure(home, tmp_path):
    """The kept drafts, stripped of what is bound, hold no digit; and over their own edition nothing of them is stale."""
    everychild("draft", "2019-04", "--to", str(tmp_path), home=home)
    kept = sorted(tmp_path.glob("*.json"))

    assert {path.stem for path in kept} == FIVE_AREAS
    for path in kept:
        pieces = [piece for paragraph in json.loads(path.read_text())["paragraphs"] for piece in paragraph]
        assert sum(isinstance(piece, dict) for piece in pieces) > 10
        assert not any(letter.isdigit() for piece in pieces if isinstance(piece, str) for letter in piece)
        assert "To be read again" not in everychild("redraft", str(path), "2019-04", home=home).stdout


@pytest.mark.demo
def test_every_area_is_told_with_six_parts_on_its_pages_and_in_the_paper_and_every_digit_is_bound(home, papers):
    """Pattern and outlook, comparators, what moved it, what came late, what lies ahead, and a draft; or why not."""
    told = told_of_areas(Home(home), Month(2019, 4))
    paper = _plain((papers / "report.html").read_text(encoding="utf-8"))

    assert len(told) == len(FIVE_AREAS)
    refs = [ref for area in told for ref in area.on_pages]
    pages = dict(zip(refs, _served(home, *(f"/p/2019-04/i/{ref}/" for ref in refs)), strict=True))
    for area in told:
        for part, said in area.in_paper.items():
            assert said, (area.name, part)
            for paragraph in said:
                assert str(paragraph) in paper, (area.name, part)
                assert not re.search(r"\d", paragraph.stripped()), str(paragraph)
        for ref, parts in area.on_pages.items():
            for part, said in parts.items():
                assert said, (ref, part)
                for sentence in said:
                    assert str(sentence) in _plain(pages[ref]), (ref, part, str(sentence))
                    assert not re.search(r"\d", sentence.stripped()), str(sentence)


@pytest.mark.demo
def test_the_rows_behind_every_flagged_figure_add_up_to_it(home, figures):
    """Every row is named by file, sheet and row, with its reason."""
    for ref in ("EH05", "CP21", "MS06", "WF07", "RH03"):
        rows = asked("behind", ref, "2019-04", home=home)
        figure = next(row for row in figures if row["ref"] == ref and row["as_at"] == "2019-04-30")
        parts = [row["part"] for row in rows]
        assert parts.count("numerator") == figure["numerator"]
        assert parts.count("numerator") + parts.count("denominator") == figure["denominator"]
        assert all(row["file"] and row["row"] and row["why"] for row in rows)


@pytest.mark.demo
def test_running_the_demo_again_changes_nothing(home, figures):
    """Every file has been loaded before; the edition is the one that is there."""
    everychild("demo", "--no-serve", home=home)

    assert asked("figures", "2019-04", home=home) == figures


@pytest.mark.demo
def test_the_first_pages_meet_the_eye_as_the_documents_show_them(
    home: Path, browser: Browser, pictures: Path | None
) -> None:
    """The top of each, at a desk: pictures for the documents, where EVERYCHILD_PICTURES says."""
    with _serving(home) as root, closing(browser.new_context(viewport=DESK)) as context:
        page = context.new_page()
        for name, address in FIRST_PAGES.items():
            page.goto(root + address)
            expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
            if pictures is not None:
                page.wait_for_load_state("networkidle")
                page.screenshot(path=pictures / f"{name}.png")


def _word(path: Path) -> str:
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def _pdf(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def _page(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def _plain(html: str) -> str:
    """As it is read: a tag is no space."""
    return unescape(" ".join(re.sub(r"<[^>]+>", "", html).split()))


def _workbook(path: Path) -> str:
    book = openpyxl.load_workbook(path)
    return " ".join(
        str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None
    )


def _served(home: Path, *addresses: str) -> list[str]:
    with _serving(home) as root:
        return [urllib.request.urlopen(root + address, timeout=60).read().decode() for address in addresses]


@contextmanager
def _serving(home: Path) -> Iterator[str]:
    """Where the demonstration is served, as a new user meets it."""
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "everychild", "serve", "--home", str(home), "--port", str(own_port(8741))],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as serving:
        try:
            assert serving.stdout is not None
            yield next(
                found.group() for line in serving.stdout if (found := re.search(r"http://127\.0\.0\.1:\d+", line))
            )
        finally:
            serving.terminate()
            serving.wait(timeout=30)
