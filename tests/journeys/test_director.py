"""The director’s month: read on a telephone, ask what moved it, return words and approve them, agree an action, sign."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Walks
from tests.journeys.northbrook import WORDS
from tests.journeys.test_month_end import flagged
from tests.web.visiting import PHONE

pytestmark = pytest.mark.page

SUPERVISION = "Case supervision held and recorded within 1 month"


def test_from_the_overview_on_a_telephone_to_a_signature(closed_server: str, walks: Walks) -> None:
    tess, dana = walks("tess", closed_server), walks("dana", closed_server)
    for address in flagged(tess):
        tess.page.goto(closed_server + address)
        tess.page.get_by_label("Plain text").fill(WORDS)
        tess.presses("Send for approval")

    dana.page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    dana.opens("Overview")
    dana.arrives("April 2019")
    dana.reads("are flagged for improvement", "Getting worse", "Will targets be met?")
    dana.pictured("director-overview", on_a_telephone=True)
    dana.follows(SUPERVISION)
    dana.arrives(SUPERVISION)
    dana.reads("Getting worse", "Why it was flagged")
    dana.pictured("director-indicator", from_part="#flagging")

    decide_about_the_list(dana)
    return_then_approve(dana, tess, closed_server)
    agree_an_action(dana)

    for address in flagged(dana):
        dana.page.goto(closed_server + address)
        if dana.main.get_by_role("button", name="Approve", exact=True).count():
            dana.presses("Approve")
    dana.opens("Commentary")
    dana.presses("Sign April 2019: these figures, and these words")
    dana.arrives("Commentary, April 2019")
    dana.reads("Dana Whitlock, director")
    dana.pictured("signed", from_part="#signing")

    tess.page.goto(closed_server + flagged(tess)[0])
    tess.page.get_by_label("Plain text").fill("Something else happened.")
    tess.presses("Send for approval")
    dana.opens("Commentary")
    dana.reads("This signature has fallen away")
    dana.holds()


def decide_about_the_list(dana) -> None:
    dana.opens("Overview")
    area = dana.page.locator("#areas-for-improvement li").filter(has_text="Case supervision and recording").first
    area.get_by_text("Keep on the list, or take off").click()
    area.get_by_role("button", name="Keep on the list").first.click()
    expect(dana.main).to_contain_text("Dana Whitlock")
    dana.holds()


def return_then_approve(dana, tess, server: str) -> None:
    """Words go back with a note, come again, and are approved by somebody who did not write them."""
    address = flagged(dana)[0]
    dana.page.goto(server + address)
    dana.page.get_by_label("Note, if they are returned").fill("Say by when.")
    dana.presses("Return with the note")
    dana.reads("The words are: returned")
    dana.holds()
    tess.page.goto(server + address)
    tess.reads("Say by when.")
    tess.page.get_by_label("Plain text").fill(f"{WORDS} By the end of June all will be held.")
    tess.presses("Send for approval")
    dana.page.goto(server + address)
    dana.reads("By the end of June all will be held.")
    dana.pictured("approve")
    dana.presses("Approve")
    dana.reads("The words are: approved, by Dana Whitlock.")
    dana.holds()


def agree_an_action(dana) -> None:
    """What was agreed is followed; that it did not work is an answer."""
    dana.opens("Actions")
    dana.arrives("Actions")
    dana.page.get_by_label("Indicator it is about").select_option("WF07")
    dana.page.get_by_label("What will be done").fill("Every manager books the month’s supervision in its first week.")
    dana.page.get_by_label("Who owns it").fill("Head of Safeguarding")
    dana.page.get_by_label("Due").fill("2030-06-28")
    dana.presses("Agree it")
    dana.reads("Every manager books the month’s supervision")
    dana.holds()
    dana.page.locator("#state").select_option(label="Tried, and did not work")
    dana.page.locator("#words").fill("Two of three managers did, and the figure stayed.")
    dana.presses("Say so")
    dana.reads("Two of three managers did")
    dana.opens("Actions")
    dana.reads("Tried, and did not work")
    dana.pictured("actions")
    dana.holds()
