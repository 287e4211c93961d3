"""Walking through the pages as one person does: by what they read and press, each page held to the rules of the house."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

from everychild.cli.demonstration import PASSWORD, PEOPLE
from tests.web.visiting import Visit

PRACTITIONER = ("pat", "Pat Quill")
"""Added where a test wants one: the demonstration has none, because its cases belong to nobody."""
NAMES = {sign_in_name: name for sign_in_name, name, _, _ in PEOPLE} | dict([PRACTITIONER])
DESK, TELEPHONE = (1320, 1100), (400, 860)
A_WHILE = 240_000
"""Milliseconds that long work may take on a machine that is busy with other things."""


class Walk:
    """One person at their own browser. `presses` and `follows` act; `arrives` says where that led, and holds the page."""

    def __init__(self, page: Page, server: str, pictures: Path | None) -> None:
        self.page = page
        self.server = server
        self.pictures = pictures
        self.visit = Visit(page, server)

    @property
    def main(self) -> Locator:
        return self.page.get_by_role("main")

    def signs_in(self, sign_in_name: str) -> None:
        self.page.goto(f"{self.server}/sign-in/")
        self.page.get_by_label("Name you sign in by").fill(sign_in_name)
        self.page.get_by_label("Password").fill(PASSWORD)
        self.main.get_by_role("button", name="Sign in").click()
        expect(self.page.locator(".who")).to_contain_text(NAMES[sign_in_name])

    def opens(self, room: str) -> None:
        """A link of the row under the name of the council."""
        self.page.locator("nav.desk").get_by_role("link", name=room, exact=True).click()

    def follows(self, words: str) -> None:
        self.main.get_by_role("link", name=words).first.click()

    def presses(self, words: str) -> None:
        self.main.get_by_role("button", name=words, exact=True).click()

    def arrives(self, heading: str, shows_cases: bool = False) -> None:
        """The page says so in its heading, and is then opened anew by its address and held to every rule."""
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(heading)
        self.holds(shows_cases)

    def holds(self, shows_cases: bool = False) -> None:
        asked = urlsplit(self.page.url)
        self.visit(asked.path + (f"?{asked.query}" if asked.query else ""), shows_cases=shows_cases)

    def waits_for(self, words: str) -> None:
        """Long work: the page looks again by itself."""
        expect(self.main).to_contain_text(words, timeout=A_WHILE)

    def reads(self, *words: str) -> None:
        for each in words:
            expect(self.main).to_contain_text(each)

    def pictured(self, name: str, from_part: str = "", on_a_telephone: bool = False) -> None:
        """For the documentation, where EVERYCHILD_PICTURES says: what meets the eye, from a part of the page on."""
        if self.pictures is None:
            return
        self.pictures.mkdir(parents=True, exist_ok=True)
        width, height = TELEPHONE if on_a_telephone else DESK
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.wait_for_load_state("networkidle")
        if from_part:
            self.page.locator(from_part).first.evaluate("part => part.scrollIntoView()")
        self.page.screenshot(path=self.pictures / f"{name}{'-phone' if on_a_telephone else ''}.png")
