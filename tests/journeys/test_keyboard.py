"""Nobody needs a mouse: past the header first, then the search, then everything that can be pressed, always seen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from everychild.cli.demonstration import PASSWORD
from tests.journeys.conftest import Walks
from tests.journeys.walking import A_WHILE

pytestmark = pytest.mark.page

MAIN_PAGES = {
    "sam": ("/p/2019-04/", "/p/2019-04/s/workforce/", "/p/2019-04/i/WF07/", "/load/", "/targets/", "/publish/"),
    "tess": ("/w/", "/c/2019-04/", "/c/2019-04/WF07/", "/actions/", "/p/2019-04/quality/"),
    "devi": ("/calendar/", "/r/"),
}
STOPS = 60
"""How far we go through a page; what comes later is more of the same."""

TO_SEARCH = 4
"""Stops from the top of a page to the search: the way past the header, the name that leads home, the box."""

HOW_IT_LOOKS = """() => {
    const here = document.activeElement, style = getComputedStyle(here);
    const box = here.getBoundingClientRect();
    return {
        name: here.outerHTML.slice(0, 90),
        ringed: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
        nowhere: here === document.body,
    };
}"""


@pytest.mark.parametrize("name", list(MAIN_PAGES))
def test_every_stop_can_be_reached_and_seen(closed_server: str, walks: Walks, name: str) -> None:
    walk = walks(name, closed_server)
    walk.page.emulate_media(reduced_motion="reduce")  # so that a stop is in sight at once, and not on its way
    for path in MAIN_PAGES[name]:
        walk.page.goto(closed_server + path)
        walk.page.keyboard.press("Tab")
        expect(walk.page.get_by_role("link", name="Skip to main content")).to_be_focused()
        stops = _tab_on(walk.page)
        searched = [number for number, stop in enumerate(stops, 2) if 'name="q"' in str(stop["name"])]
        assert searched, f"{path}: no search is reached"
        assert searched[0] <= TO_SEARCH, f"{path}: the search is stop {searched[0]}"
        assert [stop["name"] for stop in stops if not stop["ringed"] or not stop["seen"]] == [], path


def test_a_person_signs_in_and_agrees_an_action_by_keys_alone(closed_server: str, walks: Walks) -> None:
    page = walks("", closed_server).page
    page.goto(f"{closed_server}/sign-in/?next=/actions/")
    _tab_to(page, "#name")
    page.keyboard.type("dana")
    _tab_to(page, "#password")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Actions", timeout=A_WHILE)
    _tab_to(page, "#ref")
    page.keyboard.press("ArrowDown")
    _tab_to(page, "#what")
    page.keyboard.type("Plan visits a week ahead.")
    _tab_to(page, "#owner")
    page.keyboard.type("Head of Service")
    _tab_to(page, "#due_on")
    page.keyboard.type("12122030")  # the same day in every order
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_contain_text("Plan visits a week ahead.")
    expect(page.get_by_role("main")).to_contain_text("12 December 2030")


def _tab_on(page: Page) -> list[dict[str, object]]:
    stops = []
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(HOW_IT_LOOKS)
        if stop["nowhere"]:
            break
        stops.append(stop)
    return stops


def _tab_to(page: Page, selector: str) -> None:
    wanted = page.locator(f"main {selector}")
    for _ in range(STOPS):
        if wanted.evaluate("part => part === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} cannot be reached by Tab")
