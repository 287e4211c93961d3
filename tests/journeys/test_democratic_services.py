"""Democratic Services: a meeting in the calendar, its papers written in time, and where they and the site stand."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import expect

from tests.journeys.conftest import Walks

pytestmark = pytest.mark.page
IN_THE_CALENDAR = date.today() + timedelta(days=60)


def test_from_the_calendar_to_the_papers(signed_server: str, walks: Walks, tmp_path: Path) -> None:
    devi = walks("devi", signed_server)
    devi.opens("Meetings")
    devi.arrives("Committee calendar")
    devi.page.get_by_label("Day it meets").fill(IN_THE_CALENDAR.isoformat())
    devi.presses("Add it")
    devi.reads("Papers out by", "Latest month that can be ready", "Before the papers go out")
    devi.holds()
    devi.pictured("calendar")
    with devi.page.expect_download() as outlook:
        devi.main.get_by_role("link", name="The dates for Outlook").click()
    assert "BEGIN:VEVENT" in Path(outlook.value.path()).read_text(encoding="utf-8")

    devi.opens("Papers")
    devi.arrives("Papers")
    devi.page.locator("#month").select_option(index=0)
    devi.page.locator("#meeting").select_option("")
    devi.page.get_by_label("Another day, if it is not in the calendar").fill("2019-06-18")
    devi.presses("Look before it is written")
    devi.arrives("April 2019")
    devi.reads("A person has confirmed each area for improvement", "No small number stands in the words")
    devi.pictured("paper-build")
    devi.presses("Write it for Members")
    devi.waits_for("Written for Members: report.docx")
    devi.arrives("Writing a paper")
    devi.follows("Papers")
    devi.arrives("Papers")
    with devi.page.expect_download() as word:
        devi.main.get_by_role("link", name="Word, April 2019").click()
    word.value.save_as(tmp_path / "report.docx")
    told = "\n".join(paragraph.text for paragraph in Document(str(tmp_path / "report.docx")).paragraphs)
    assert "18 June 2019" in told
    assert "Posts were empty in March" in told, "the words that were approved are in the paper"

    devi.opens("Publish")
    devi.arrives("Publish")
    expect(devi.main).to_contain_text("Signed: can be published")
