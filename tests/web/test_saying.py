"""Commentary from first words to signature: who may do what, and what falls away when something changes."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from everychild.roles import Role
from tests.web.staff import PASSWORD, Visitor, signed_in
from tests.web.visiting import Visit

INBOX, SOME = "/c/2019-04/", "/c/2019-04/CP22/"
WORDS = "Two workers were away in April. The team now plans visits a week ahead."


def flagged(visitor: Visitor) -> list[str]:
    return re.findall(r'href="(/c/2019-04/[A-Z0-9a-z]+/)"', visitor.get(INBOX).text)


def test_words_are_written_sent_returned_and_approved_and_never_by_their_author(staff_server: str) -> None:
    manager, director = signed_in(staff_server, Role.TEAM_MANAGER), signed_in(staff_server, Role.DIRECTOR)
    assert manager.post(SOME, text="  ", send="yes").status == 400
    assert "no words yet" in manager.post(SOME, text="", save="yes").text
    assert manager.post(SOME, text=WORDS, save="yes").status == 302
    assert "only words sent for approval" in director.post(SOME, approve="yes").text
    assert manager.post(SOME, text=WORDS, send="yes").status == 302
    assert "does not sign" in manager.post(SOME, approve="yes").text
    assert "Say in a note" in director.post(SOME, **{"return": "yes"}).text
    assert director.post(SOME, **{"return": "yes", "note": "Say by when."}).status == 302
    assert "Say by when." in manager.get(SOME).text
    assert manager.post(SOME, text=f"{WORDS} By June.", send="yes").status == 302
    assert director.post(SOME, approve="yes").status == 302
    assert "The words are: approved" in manager.get(SOME).text

    assert director.post("/c/2019-04/CP21/", text="My own words.", send="yes").status == 302
    assert "Nobody approves their own words" in director.post("/c/2019-04/CP21/", approve="yes").text


def test_an_edition_is_signed_when_every_flagged_indicator_has_its_words_and_not_before(staff_server: str) -> None:
    manager, director = signed_in(staff_server, Role.TEAM_MANAGER), signed_in(staff_server, Role.DIRECTOR)
    refused = director.post(f"{INBOX}sign/")
    assert refused.status == 400
    assert "are not approved yet" in refused.text
    for address in flagged(director):
        assert manager.post(address, text=WORDS, send="yes").status == 302
        assert director.post(address, approve="yes").status == 302
    assert manager.post(f"{INBOX}sign/").status == 403
    assert director.post(f"{INBOX}sign/").status == 302
    assert "Director Okafor, director" in director.get(INBOX).text
    assert "has fallen away" not in director.get(INBOX).text
    manager.post(flagged(director)[0], text="Something else.", send="yes")
    assert "has fallen away" in director.get(INBOX).text
    auditor = signed_in(staff_server, Role.AUDITOR).get("/audit/?action=signed").text
    assert "2019-04, edition" in auditor


def test_numbers_typed_are_held_against_the_edition_and_small_ones_pointed_out(staff_server: str) -> None:
    manager = signed_in(staff_server, Role.TEAM_MANAGER)
    manager.post("/c/2019-04/EH05/", text="3 families moved away, and 987,654 did not.", save="yes")
    page = manager.get("/c/2019-04/EH05/").text
    assert "a number this small is held back" in page
    assert "<b>987,654</b>: nothing in April 2019 says this" in page


@pytest.mark.page
@pytest.mark.parametrize("path", [INBOX, SOME, "/load/", "/targets/", "/w/"])
def test_pages_of_the_working_day_keep_the_rules(page: Page, staff_server: str, path: str) -> None:
    role = Role.ANALYST if path in ("/load/", "/targets/") else Role.DIRECTOR
    page.goto(f"{staff_server}/sign-in/")
    page.get_by_label("Name you sign in by").fill(role.value)
    page.get_by_label("Password").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Sign in").click()
    expect(page.locator(".who")).to_contain_text("Okafor")
    Visit(page, staff_server)(path)
