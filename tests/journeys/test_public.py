"""Anybody: how many children the council helps, eight plain measures, one of them in full, and what is hidden and why."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Walks

pytestmark = pytest.mark.page
LIGHT = 50_000
"""Bytes of a page for everybody, as the specification has it."""


def test_anybody_reads_what_was_published(public_server: str, walks: Walks, tmp_path: Path) -> None:
    anybody = walks("", public_server)
    anybody.visit("/")
    anybody.reads("Eight plain measures")
    assert "Preview." not in anybody.page.locator("body").inner_text()
    anybody.pictured("public")
    measures = anybody.main.locator("a[href^='measures/']")
    assert measures.count() >= 8
    name = measures.first.inner_text()
    measures.first.click()
    anybody.arrives(name)
    with anybody.page.expect_download() as table:
        anybody.page.locator("a[href$='.csv']").first.click()
    assert Path(table.value.path()).read_text(encoding="utf-8-sig").startswith("reference,")

    anybody.page.get_by_role("link", name="What is hidden and why").click()
    anybody.arrives("What is hidden and why")
    assert anybody.page.context.cookies() == []


def test_every_public_page_is_light(published: Path) -> None:
    heavy = {page.name: size for page in published.rglob("*.html") if (size := page.stat().st_size) > LIGHT}
    assert heavy == {}


def test_the_site_leads_to_what_it_is_of(public_server: str, walks: Walks) -> None:
    """The fingerprint a reader may quote stands on each page."""
    anybody = walks("", public_server)
    anybody.visit("/data.html")
    expect(anybody.page.locator("body")).to_contain_text("ingerprint")
