"""The web page as a browser shows it: no accessibility fault, no scrolling sideways, no word lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

UNDER_12_POINT = """() => [...document.querySelectorAll("body *")]
    .filter(element => [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
    .filter(element => parseFloat(getComputedStyle(element).fontSize) < 16)
    .map(element => element.outerHTML.slice(0, 80))"""


@pytest.mark.page
@pytest.mark.parametrize("width", [1320, 390, 320])
def test_the_page_can_be_read_at_any_width(
    width: int, browser: Browser, written: dict[str, bytes], tmp_path: Path
) -> None:
    """By everybody (axe's rules), without scrolling sideways, and nowhere under 12 point (WCAG 2.2, 1.4.10)."""
    (tmp_path / "report.html").write_bytes(written["html"])
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto((tmp_path / "report.html").as_uri())
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(UNDER_12_POINT) == []
