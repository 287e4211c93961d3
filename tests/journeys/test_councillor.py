"""A councillor with five minutes: the papers of a signed month, what is in them, and no figure or child besides."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.journeys.conftest import Walks

pytestmark = pytest.mark.page


def test_five_minutes_with_the_paper(signed_server: str, walks: Walks, tmp_path: Path) -> None:
    carl = walks("carl", signed_server)
    carl.arrives("Papers")
    carl.pictured("councillor-papers")
    for kind, name in (("Web page", "report.html"), ("PDF", "report.pdf")):
        with carl.page.expect_download() as paper:
            carl.main.get_by_role("link", name=f"{kind}, April 2019").click()
        paper.value.save_as(tmp_path / name)

    carl.page.goto((tmp_path / "report.html").as_uri())
    body = carl.page.locator("body")
    expect(carl.page.get_by_role("heading", level=1)).to_have_count(1)
    for words in ("Recommendation", "Case supervision", "Higher is better", "How to read", "Posts were empty in March"):
        expect(body).to_contain_text(words)
    found = Axe().run(carl.page)
    assert found.violations_count == 0, found.generate_report()
    carl.pictured("paper")
    first = PdfReader(tmp_path / "report.pdf").pages[0].extract_text()
    assert "ecommend" in first, "page 1 has the recommendation"

    carl.page.goto(signed_server)
    carl.opens("Meetings")
    carl.arrives("Committee calendar")


def test_no_figure_of_the_officers_is_opened_by_its_address(signed_server: str, walks: Walks) -> None:
    carl = walks("carl", signed_server)
    for path in ("/p/2019-04/", "/p/2019-04/i/CP22/", "/p/2019-04/i/CP22/children/", "/w/"):
        answer = carl.page.goto(signed_server + path)
        assert answer is not None
        assert answer.status == 403, path
