"""What Members asked for: taken from the minutes, followed, answered, and at the front of the next paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from everychild.calendar import Month
from everychild.errors import NotAllowed, UnknownReference
from everychild.journal import audit, requests
from everychild.journal.connection import point_at
from everychild.judgement.requested import Answer, Reply, Requested
from everychild.pre_flight import pre_flight
from everychild.report.committee import committee_paper
from everychild.report.document import Bullets, Heading
from everychild.roles import PARTS, Role, Viewer
from everychild.store.home import Home
from tests.editions import april_2019
from tests.narrative.test_minutes import MINUTES
from tests.web.conftest import served
from tests.web.staff import PASSWORD, signed_in, staffed
from tests.web.visiting import Visit

MAY, JUNE = date(2019, 5, 14), date(2019, 6, 18)
APRIL = Month(2019, 4)
AT = datetime(2019, 5, 15, 9, tzinfo=UTC)
ASKED = Requested(1, "Scrutiny", MAY, "Members asked for the reasons", ())


def as_a(role: Role) -> Viewer:
    part = PARTS[role]
    return Viewer(role.value, "Jo Okafor", part.may, part.reach, part.title)


def answered(reply: Reply, known: Month, words: str = "They are in this paper.") -> Requested:
    return replace(ASKED, answers=(Answer(reply, words, "Jo Okafor", "director", AT, known),))


@pytest.fixture
def own_home(home: Home, tmp_path: Path) -> Home:
    own = staffed(home, tmp_path / "home")
    point_at(own)
    return own


@pytest.fixture
def own_server(own_home: Home) -> Iterator[str]:
    yield from served(own_home, 19760)


@pytest.mark.parametrize(
    ("one", "meeting", "month", "is_told"),
    [
        (ASKED, JUNE, APRIL, True),
        (ASKED, MAY, APRIL, False),  # nothing can have become of it at the meeting that asked
        (answered(Reply.IN_HAND, Month(2018, 1)), JUNE, APRIL, True),
        (answered(Reply.ANSWERED, APRIL), JUNE, APRIL, True),
        (answered(Reply.ANSWERED, Month(2019, 3)), JUNE, APRIL, True),
        (answered(Reply.NOT_TAKEN_UP, Month(2019, 2)), JUNE, APRIL, False),  # told in the paper before
    ],
)
def test_which_paper_tells_of_it(one: Requested, meeting: date, month: Month, is_told: bool) -> None:
    assert one.is_told_at(meeting, month) is is_told


def test_the_next_paper_opens_with_what_members_asked_for_and_what_became_of_it() -> None:
    in_hand = replace(answered(Reply.IN_HAND, APRIL, "Finance is counting"), number=2, words="what does it cost?")
    paper = committee_paper(april_2019(), JUNE, requested=[answered(Reply.ANSWERED, APRIL), in_hand, ASKED])
    parts = list(paper.sections[0].parts)
    place = next(
        i for i, part in enumerate(parts) if isinstance(part, Heading) and part.text == "What Members asked for"
    )
    told = parts[place + 1]
    assert isinstance(told, Bullets)
    assert told.items == (
        "14 May 2019: Members asked for the reasons. Not answered yet.",
        "14 May 2019: What does it cost? In hand: Finance is counting.",
        "14 May 2019: Members asked for the reasons. Answered: They are in this paper.",
    )
    first = next(i for i, part in enumerate(parts) if isinstance(part, Heading) and part.text == "Summary of report")
    assert place < first


def test_a_paper_of_nothing_asked_says_nothing_of_it() -> None:
    paper = committee_paper(april_2019(), JUNE)
    assert not any(
        isinstance(part, Heading) and part.text == "What Members asked for" for part in paper.sections[0].parts
    )


def test_what_may_be_kept_and_answered_and_by_whom(own_home: Home) -> None:
    officer = as_a(Role.DEMOCRATIC_SERVICES)
    for role in (Role.COUNCILLOR, Role.TEAM_MANAGER, Role.ADMINISTRATOR):
        with pytest.raises(NotAllowed, match="does not keep minutes"):
            requests.keep("Scrutiny", MAY, ["A line"], as_a(role), AT)
    for lines, asked_on, says in (
        ([" "], MAY, "Tick at least one line"),
        (["A line"], JUNE, "not been held yet"),
        (["x" * 1001], MAY, "there is room for 1,000"),
        ([str(number) for number in range(101)], MAY, "100 can be kept at a time"),
    ):
        with pytest.raises(NotAllowed, match=says):
            requests.keep("Scrutiny", asked_on, lines, officer, AT)
    assert requests.requests() == []
    (one,) = requests.keep("Scrutiny", MAY, ["Why?", " Why? "], officer, AT)
    with pytest.raises(NotAllowed, match="kept before"):
        requests.keep("Scrutiny", MAY, ["Why?"], officer, AT)
    with pytest.raises(NotAllowed, match="what became of it"):
        requests.answer(one.number, Reply.ANSWERED, " ", APRIL, officer, AT)
    with pytest.raises(NotAllowed, match="waiting already"):
        requests.answer(one.number, Reply.WAITING, "Soon.", APRIL, officer, AT)
    with pytest.raises(NotAllowed, match="does not answer"):
        requests.answer(one.number, Reply.ANSWERED, "Because.", APRIL, as_a(Role.COUNCILLOR), AT)
    with pytest.raises(UnknownReference):
        requests.answer(99, Reply.ANSWERED, "Because.", APRIL, officer, AT)
    assert requests.answer(one.number, Reply.ANSWERED, "Because.", APRIL, officer, AT).reply is Reply.ANSWERED


def test_before_a_paper_is_published_small_numbers_and_want_of_an_answer_are_looked_for(own_home: Home) -> None:
    officer = as_a(Role.DEMOCRATIC_SERVICES)
    first, _ = requests.keep("Scrutiny", MAY, ["Who were the 3 children?", "Why?"], officer, AT)
    requests.answer(first.number, Reply.ANSWERED, "It was 2 children of one school.", APRIL, officer, AT)
    found = {check.title: check for check in pre_flight(april_2019(), JUNE, date(2019, 6, 3)).checks}
    small = " ".join(found["No small number stands in the words"].found)
    assert "3" in small
    assert "2" in small
    assert found["Each thing Members asked for has an answer"].found == ("Request 2, of 14 May 2019, has no answer.",)
    assert not found["Each thing Members asked for has an answer"].is_failure


@pytest.mark.page
def test_from_pasted_minutes_to_an_answer_on_the_pages(page: Page, own_server: str, own_home: Home) -> None:
    page.goto(f"{own_server}/sign-in/")
    page.get_by_label("Name you sign in by").fill(Role.DEMOCRATIC_SERVICES.value)
    page.get_by_label("Password").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Sign in").click()
    expect(page.locator(".who")).to_be_visible()
    Visit(page, own_server)("/requests/", everywhere=True)
    page.get_by_label("Day it met").fill("2019-05-14")
    page.get_by_label("Minutes", exact=True).fill(MINUTES)
    page.get_by_role("button", name="Show the lines").click()
    expect(page.get_by_role("heading", name="Which lines ask for something?")).to_be_visible()
    ticked = page.get_by_role("checkbox", checked=True)
    assert ticked.count() == 2
    page.get_by_role("button", name="Keep the lines that are ticked").click()
    asked = page.get_by_role("link", name="Members asked for comparisons")
    expect(asked).to_be_visible()
    asked.click()
    page.get_by_label("In a sentence or two").fill("Each area is now set beside other councils.")
    page.get_by_label("How it stands").select_option("answered")
    page.get_by_role("button", name="Say so").click()
    expect(page.get_by_text("Answered: Each area is now set beside other councils.").first).to_be_visible()
    Visit(page, own_server)("/requests/", everywhere=True)
    point_at(own_home)
    assert {entry.action for entry in audit.entries(about="request")} >= {"request kept", "request answered"}


def test_a_form_that_is_not_whole_is_shown_again_with_why_and_with_what_was_typed(own_server: str) -> None:
    officer = signed_in(own_server, Role.DEMOCRATIC_SERVICES)
    for given, says in (
        ({"asked_on": "May", "minutes": MINUTES}, "Choose the day the committee met"),
        ({"asked_on": "2019-05-14", "minutes": " "}, "there is no line"),
        ({"asked_on": "2019-05-14", "minutes": "a\n\n" * 101}, "Paste the part about this paper alone"),
        (
            {"asked_on": "2099-05-14", "keep": "yes", "committee": "S", "ticked": "1", "line-1": "Why so?"},
            "not been held",
        ),
    ):
        answer = officer.post("/requests/", **given)
        assert answer.status == 400
        assert says in answer.text
    assert "Why so?" in answer.text
    assert officer.post("/requests/1/", reply="answered", words="Because.").status == 404
