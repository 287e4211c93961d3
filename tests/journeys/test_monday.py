"""The team manager’s Monday, quarter to nine: what is overdue, why, who carries what, and a page for the huddle."""

from __future__ import annotations

import io
import re

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.journeys.conftest import Walks

pytestmark = pytest.mark.page


def test_the_team_is_ready_for_its_huddle(closed_server: str, walks: Walks) -> None:
    tess = walks("tess", closed_server)
    tess.opens("Worklist")
    tess.arrives("Worklist", shows_cases=True)
    tess.reads("overdue", "in the four weeks from", "No decision about a child is made to improve a figure")
    tess.pictured("worklist")

    hints = tess.page.locator("#overdue ~ .wide .meta").count()
    late = tess.page.locator("form.reason").first
    case = tess.page.locator("#overdue ~ .wide tbody tr").first.locator("th").inner_text()
    late.get_by_role("combobox").select_option(index=1)
    reason = late.get_by_role("combobox").locator("option").nth(1).inner_text()
    late.get_by_role("button", name="Give").click()
    given = tess.page.locator("#overdue ~ .wide tbody tr").filter(has_text=case).first
    expect(given.locator("form span")).to_contain_text(reason)
    tess.holds(shows_cases=True)
    assert tess.page.locator("#overdue ~ .wide .meta").count() == hints, "a reason puts no record right"

    tess.reads("Who is carrying what", "What this week changes")
    tess.pictured("worklist-week", from_part="#carrying")
    kind = tess.page.locator("nav.kinds a").nth(1)
    how_many = re.sub(r"^.* ", "", kind.inner_text())
    kind.click()
    tess.arrives("Worklist", shows_cases=True)
    expect(tess.page.locator("nav.kinds a[aria-current]")).to_contain_text(how_many)
    tess.page.locator("nav.kinds a").first.click()

    tess.follows("A page to print for the huddle")
    tess.reads("Print this page")
    tess.holds(shows_cases=True)
    tess.pictured("huddle")
    assert tess.page.locator("form").filter(has_text="Give").count() == 0
    printed = PdfReader(io.BytesIO(tess.page.pdf(format="A4", prefer_css_page_size=True)))
    assert len(printed.pages) == 1, "the huddle’s page is one side of A4"
    assert "Commentary" not in printed.pages[0].extract_text(), "the row of rooms is not printed"


def test_nothing_of_another_team_is_on_it(closed_server: str, walks: Walks) -> None:
    """North Safeguarding is Tess’s; nobody else’s cases are opened by an address either."""
    tess = walks("tess", closed_server)
    response = tess.page.goto(f"{closed_server}/w/?team=South+Safeguarding")
    assert response is not None
    assert response.status == 404
