"""Which parts a paper has, and that a draft says so wherever it is opened."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader

from everychild.council import council_from
from everychild.errors import SettingsError
from everychild.report import write_paper
from everychild.report.committee import FOR_MEMBERS, committee_paper
from everychild.report.contents import Contents
from everychild.report.document import Heading, Terms
from tests.editions import SETTINGS
from tests.report.lively import edition_of, lively

MEETING = date(2019, 6, 18)


def headings(contents: Contents) -> list[str]:
    paper = committee_paper(lively(), MEETING, contents=contents)
    return [part.text for part in paper.parts if isinstance(part, Heading)]


def defined(contents: Contents, edition=None) -> list[str]:
    paper = committee_paper(edition or lively(), MEETING, contents=contents)
    (terms,) = (part for part in paper.sections[2].parts if isinstance(part, Terms))
    return [term.term.rpartition("(")[2].rstrip(")") for term in terms.items]


def test_what_is_not_for_publication_says_so_in_all_four_formats(tmp_path: Path) -> None:
    """A draft on its first page, in its name and at the foot of every page; and exact figures, that they are Members’."""
    for is_draft in (True, False):
        folder = tmp_path / str(is_draft)
        write_paper(lively(), MEETING, folder, contents=Contents(is_draft=is_draft))
        word = Document(str(folder / "report.docx"))
        pdf = PdfReader(folder / "report.pdf")
        book = load_workbook(folder / "appendix.xlsx")
        told = {
            "Word": [*(p.text for p in word.paragraphs[:3]), *(s.footer.paragraphs[0].text for s in word.sections)],
            "PDF": [page.extract_text() for page in pdf.pages],
            "page": [(folder / "report.html").read_text(encoding="utf-8")],
            "workbook": [" ".join(str(cell.value) for row in book["Cover"].iter_rows() for cell in row)],
        }
        for name, texts in told.items():
            assert any("DRAFT" in text for text in texts) is is_draft, name
            assert any(FOR_MEMBERS in " ".join(text.split()) for text in texts) is not is_draft, name
        if is_draft:
            assert all("DRAFT" in page for page in told["PDF"])
            assert all("DRAFT" in section.footer.paragraphs[0].text for section in word.sections)
        else:
            assert all(FOR_MEMBERS in " ".join(page.split()) for page in told["PDF"])
            assert all(FOR_MEMBERS in section.footer.paragraphs[0].text for section in word.sections)


def test_the_rounded_paper_alone_is_marked_as_nobodys() -> None:
    paper = committee_paper(lively(), MEETING, contents=Contents(is_rounded=True))
    assert FOR_MEMBERS not in paper.footer
    assert FOR_MEMBERS in committee_paper(lively(), MEETING).footer


def test_without_the_areas_in_full_their_table_and_everything_else_stays() -> None:
    whole, brief = headings(Contents()), headings(Contents(with_exceptions=False))
    assert "Analysis of issues" in whole
    assert "Analysis of issues" not in brief
    assert "Why it is on this list" not in brief
    assert {"Summary of report", "What improved", "Contact", "Appendix: dashboard"} <= set(brief)


def test_the_members_set_is_what_the_council_names_or_every_indicator_with_a_target() -> None:
    edition = lively()
    assert defined(Contents(members_set=True)) == [item.ref for item in edition.indicators if item.target is not None]
    assert defined(Contents()) == [item.ref for item in edition.indicators]
    named = SETTINGS.replace("[committee]\n", '[committee]\nmembers_set = ["cp22", "EH04"]\n')
    assert "members_set" in named
    asked = edition_of(council_from(named))
    assert sorted(defined(Contents(members_set=True), asked)) == ["CP22", "EH04"]


def test_a_members_set_with_an_indicator_there_is_not_is_refused() -> None:
    edition = lively()
    committee = replace(edition.council.committee, members_set=("XX99",))
    wrong = replace(edition, council=replace(edition.council, committee=committee))
    with pytest.raises(SettingsError, match="XX99"):
        committee_paper(wrong, MEETING, contents=Contents(members_set=True))
