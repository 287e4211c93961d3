"""The analyst’s month end: from files dropped on a page to a published edition, and nobody near a shell."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Walks
from tests.journeys.northbrook import WORDS, Before
from tests.journeys.walking import Walk

pytestmark = pytest.mark.page


def test_from_dropped_files_to_a_published_edition(before: Before, month_end_server: str, walks: Walks) -> None:
    sam = walks("sam", month_end_server)
    load_and_close(sam, before)
    look_at_quality(sam)
    draft_words(sam)

    tess = walks("tess", month_end_server)
    for address in flagged(tess):
        tess.page.goto(month_end_server + address)
        tess.page.get_by_label("Plain text").fill(WORDS)
        tess.presses("Send for approval")
        tess.reads("The words are: sent")

    dana = walks("dana", month_end_server)
    for address in flagged(dana):
        dana.page.goto(month_end_server + address)
        dana.presses("Approve")
        dana.reads("The words are: approved, by Dana Whitlock.")
    dana.opens("Commentary")
    dana.presses("Sign April 2019: these figures, and these words")
    dana.arrives("Commentary, April 2019")
    dana.reads("Dana Whitlock, director")

    publish(sam)


def load_and_close(sam: Walk, before: Before) -> None:
    sam.opens("Load")
    sam.arrives("Load")
    sam.page.get_by_label("Files", exact=True).set_input_files(before.files)
    sam.page.get_by_label("Day the data left the case system").fill(before.dropped.extracted_on.isoformat())
    sam.pictured("load")
    sam.presses("Load")
    sam.waits_for("Every row accounted for")
    sam.arrives("Loading files")
    known_already = sam.main.get_by_text("has been loaded before").count()  # a list that no month changes
    assert sam.main.locator("table").first.locator("tbody tr").count() + known_already == len(before.files)
    sam.reads(" files and ", "set aside.", "Annex A")
    sam.pictured("load-account")
    sam.follows("Back to loading")
    sam.page.get_by_label("Month", exact=True).select_option("2019-04")
    sam.presses("Close it")
    sam.waits_for("See April 2019")
    sam.arrives("Closing a month")
    sam.follows("See April 2019")
    sam.arrives("April 2019")
    sam.reads("are flagged for improvement", "Case supervision and recording", "Changed since March 2019")


def look_at_quality(sam: Walk) -> None:
    """The rules that touch published figures come first, each with how far the figure could move."""
    sam.opens("Data quality")
    sam.arrives("Data quality")
    sam.pictured("quality")
    first = sam.main.get_by_role("heading", level=2).first
    expect(first).to_contain_text("touch published figures")


def draft_words(sam: Walk) -> None:
    """What the figures say is there already; why, and what is done, waits for somebody who knows."""
    sam.opens("Overview")
    sam.follows("Case supervision held and recorded within 1 month")
    sam.arrives("Case supervision held and recorded within 1 month")
    sam.follows("Write, or read what was written")
    sam.arrives("Case supervision held and recorded within 1 month")
    sam.reads("What the figures say", "Case supervision")
    sam.page.get_by_label("Plain text").fill(
        "In April 66.7% were held and recorded in time. Why: to be said by the manager."
    )
    sam.presses("Save as a draft")
    sam.reads("The words are: draft", "WF07")
    sam.pictured("words")
    sam.holds()


def flagged(walk: Walk) -> list[str]:
    walk.opens("Commentary")
    walk.arrives("Commentary, April 2019")
    links = walk.main.get_by_role("row").get_by_role("link")
    return [
        address for link in links.all() if re.search(r"^/c/2019-04/\w+/$", address := link.get_attribute("href") or "")
    ]


def publish(sam: Walk) -> None:
    sam.opens("Publish")
    sam.arrives("Publish")
    sam.reads("Signed: can be published", "Nothing has been published yet.")
    sam.pictured("publish")
    sam.presses("Publish")
    sam.waits_for("Done.")
    sam.reads("Release 1: April 2019.", "none can be worked out")
    sam.arrives("Publishing a month")
    sam.follows("Look at April 2019, as published")
    expect(sam.page.get_by_role("heading", level=1)).to_contain_text("Northbrook")
    assert "Preview." not in sam.page.locator("body").inner_text()
    sam.page.go_back()
    sam.opens("Publish")
    sam.reads("Published", "Releases", "sam")
    sam.holds()
