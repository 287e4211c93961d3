"""Visiting a page: it is opened as a reader would, and held to the rules of the house. No test need remember them."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Response

DESKTOP, PHONE, ZOOMED = (1320, 900), (360, 740), (320, 256)
"""Zoomed is what a window 1,280 by 1,024 has left at 400% (WCAG 2.2, 1.4.10 Reflow)."""

PAGE_BYTES = 150_000
QUOTED = re.compile(r"“[^”]*”")
"""What a council’s own file says, or a heading of it: others’ words, which we tell as they are."""

ABBREVIATIONS = re.compile(r"\b(LAC|CLA|CIN|CPP|ICPC|RCPC|S47|EHA|RHI|IRO|NFA|MASH|KPI)\b")
LOADED_WORDS = re.compile(
    r"\b(fail(s|ing|ure)|slip(s|ped|ping)?|massive(ly)?|dramatic(ally)?|plummet\w*|soar\w*|alarming\w*|shocking\w*"
    r"|underperform\w*|looked after child(ren)?|service users?|clients?)\b",
    re.IGNORECASE,
)
"""What judges instead of telling, or calls children what they are not called: “off target”, “children in care”."""

FINANCIAL_YEAR_OR_MONTH = re.compile(r"(?<!\d)(19|20)\d\d-\d\d(?!\d)")  # in a file’s name too
HYPHEN_IN_RANGE = re.compile(r"\d\s?[-–]\s?\d")
CHILD_DETAIL = re.compile(r"child_id|worker_id|date of birth\W{0,3}\d|\bUPN\b|\b\d{6,}\b", re.IGNORECASE)
NAMED_DETAIL = re.compile(r"child_id|worker_id|date of birth\W{0,3}\d|\bUPN\b", re.IGNORECASE)
"""Where the case system’s number of a child may stand, nothing more of the child may."""

UNLABELLED = """() => [...document.querySelectorAll("input:not([type=hidden]), select, textarea, button")]
    .filter(control => !control.labels?.length && !control.getAttribute("aria-label") && !control.textContent.trim())
    .map(control => control.outerHTML)"""
EVERY_TEXT = """() => {
    const texts = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode.data);
    return texts.join("\\n");
}"""
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
CUT_OFF = """() => [...document.querySelectorAll("main *")]
    .filter(part => part.getBoundingClientRect().right > innerWidth + 1)
    .filter(part => !part.closest(".wide, .unseen, svg, thead, .skip"))
    .map(part => part.outerHTML.slice(0, 120))"""


class Visit:
    """`visit("/p/2019-04/")` opens a page, checks it whole and gives it back for the test's own question."""

    def __init__(self, page: Page, server: str) -> None:
        self.page = page
        self.server = server

    def __call__(
        self,
        path: str,
        status: int = 200,
        server: str | None = None,
        shows_cases: bool = False,
        everywhere: bool = False,
    ) -> Page:
        """`shows_cases` where the page is of children’s cases and its reader answers for them; `everywhere` runs axe at
        every width.
        """
        asked, complaints = [], []
        self.page.on("request", lambda request: asked.append(request.url))
        self.page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda error: complaints.append(str(error)))
        self.page.set_viewport_size({"width": DESKTOP[0], "height": DESKTOP[1]})
        response = self.page.goto((server or self.server) + path)
        assert response is not None
        assert response.status == status
        if status != 200:  # Chromium reports the page's own status as an error
            complaints = [text for text in complaints if str(status) not in text]
        assert complaints == []
        _asks_nobody_else(asked, server or self.server)
        _is_guarded(response)
        _is_light(response)
        _is_well_made(self.page)
        _reads_well(self.page, shows_cases)
        _is_accessible(self.page)
        _fits(self.page, everywhere)
        return self.page


def _asks_nobody_else(asked: list[str], server: str) -> None:
    own = urlsplit(server).netloc
    assert asked
    assert [url for url in asked if urlsplit(url).netloc != own and not url.startswith("data:")] == []


def _is_guarded(response: Response) -> None:
    headers = response.all_headers()
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "script-src" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["x-frame-options"] == "DENY"


def _is_light(response: Response) -> None:
    size = len(response.body())
    assert size < PAGE_BYTES, f"{size:,} bytes"


def _is_well_made(page: Page) -> None:
    assert page.locator("html").get_attribute("lang") == "en-GB"
    assert page.locator("h1").count() == 1
    assert page.title().startswith(page.locator("h1").inner_text())
    assert page.locator("[style], style, script").count() == 0
    assert page.evaluate(UNLABELLED) == []


def _reads_well(page: Page, shows_cases: bool) -> None:
    text = page.evaluate(EVERY_TEXT)
    assert "'" not in text, text[max(0, text.index("'") - 60) : text.index("'") + 60]
    assert '"' not in text, text[max(0, text.index('"') - 60) : text.index('"') + 60]
    assert HYPHEN_IN_RANGE.findall(FINANCIAL_YEAR_OR_MONTH.sub("", text)) == []
    assert ABBREVIATIONS.findall(QUOTED.sub("", text)) == []
    assert [found[0] for found in LOADED_WORDS.finditer(QUOTED.sub("", text))] == []
    for fingerprint in page.locator(".print").all_text_contents():
        text = text.replace(fingerprint[-8:], "")
    assert (NAMED_DETAIL if shows_cases else CHILD_DETAIL).findall(text) == []


def _is_accessible(page: Page) -> None:
    found = Axe().run(page)
    assert found.response["passes"], "axe ran no rule"
    assert found.violations_count == 0, found.generate_report()


def _fits(page: Page, everywhere: bool) -> None:
    """Nothing leaves the page sideways, on a desk, on a phone or enlarged four times."""
    for width, height in (DESKTOP, PHONE, ZOOMED):
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate(SIDEWAYS) == 0, f"the page scrolls sideways at {width} pixels"
        assert page.evaluate(CUT_OFF) == [], f"cut off at {width} pixels"
        if everywhere and (width, height) != DESKTOP:
            _is_accessible(page)
    page.set_viewport_size({"width": DESKTOP[0], "height": DESKTOP[1]})
