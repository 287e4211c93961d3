"""An action from the day it is agreed to the day it is settled: who may, what is asked, and what is written down."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from everychild.calendar import Month
from everychild.errors import NotAllowed, UnknownReference
from everychild.journal import actions, ledger
from everychild.journal.connection import open_journal
from everychild.judgement.agreed import State
from everychild.month_end import open_edition
from everychild.narrative.since_agreed import since_agreed
from everychild.roles import PARTS, Role, Viewer
from everychild.store.home import Home
from tests.homes import copy_of
from tests.web.staff import PASSWORD, Visitor, signed_in
from tests.web.visiting import Visit

FEBRUARY, APRIL = Month(2019, 2), Month(2019, 4)
NOW = datetime(2019, 5, 9, 9, tzinfo=UTC)
LONG_AHEAD = "2099-06-18"
FIELDS = {"ref": "CP22", "what": "Two agency workers for North.", "owner": "Service manager", "due_on": LONG_AHEAD}


def as_a(role: Role) -> Viewer:
    part = PARTS[role]
    return Viewer(role.value, "Jo Okafor", part.may, part.reach, part.title)


@pytest.fixture
def own_home(home: Home, tmp_path: Path) -> Home:
    own = copy_of(home, tmp_path / "home")
    open_journal(own)
    return own


def agreed_in_february() -> actions.Agreed:
    edition = ledger.newest_edition(FEBRUARY)
    assert edition is not None
    return actions.agree(
        edition, "CP22", "Plan  a week\nahead", "Team manager", date(2019, 6, 1), as_a(Role.ANALYST), NOW
    )


def test_an_action_is_bound_to_the_edition_it_was_agreed_on(own_home: Home) -> None:
    """February’s figure stays what it was; April’s is set beside it, with how far it moved and no cause."""
    agreed = agreed_in_february()
    opened = open_edition(own_home, APRIL)
    then = open_edition(own_home, FEBRUARY)
    assert opened is not None
    assert then is not None
    item, was = opened[0].by_ref("CP22"), then[0].by_ref("CP22")
    assert item is not None
    assert was is not None
    assert (agreed.figure.numerator, agreed.figure.denominator) == (was.figure.numerator, was.figure.denominator)
    told = since_agreed(item, agreed)
    assert re.match(
        r"Agreed on [\d.]+% \(February 2019\); now [\d.]+% \(April 2019\), a change of .*, (better|worse)\.", str(told)
    )
    assert not re.search(r"\d", told.stripped())
    assert f"edition {agreed.edition}, {agreed.fingerprint[:8]}" in {number.source.detail for number in told.numbers}
    assert "no later month" in str(since_agreed(was, agreed))


def test_what_became_of_it_needs_words_and_is_never_changed(own_home: Home) -> None:
    agreed, newest = agreed_in_february(), ledger.newest_edition(APRIL)
    assert newest is not None
    analyst = as_a(Role.ANALYST)
    assert (agreed.state, agreed.is_open, agreed.what) == (State.AGREED, True, "Plan a week ahead")
    with pytest.raises(NotAllowed, match="in a sentence"):
        actions.change(agreed.number, State.DONE, "  ", newest, analyst, NOW)
    with pytest.raises(NotAllowed, match="agreed already"):
        actions.change(agreed.number, State.AGREED, "Again.", newest, analyst, NOW)
    with pytest.raises(NotAllowed, match="does not agree"):
        actions.change(agreed.number, State.DONE, "Done.", newest, as_a(Role.COUNCILLOR), NOW)
    with pytest.raises(UnknownReference):
        actions.change(999, State.DONE, "Done.", newest, analyst, NOW)
    actions.change(agreed.number, State.UNDER_WAY, "One team began.", newest, analyst, NOW)
    settled = actions.change(agreed.number, State.DID_NOT_WORK, "The rota did not hold.", newest, analyst, NOW)
    assert [change.state for change in settled.changes] == [State.UNDER_WAY, State.DID_NOT_WORK]
    assert not settled.is_open
    assert actions.actions("CP22") == [settled]


def test_which_paper_tells_of_it(own_home: Home) -> None:
    """Open: in each until it is settled. Settled while April was the newest: in April’s paper and May’s, then no more."""
    agreed, newest = agreed_in_february(), ledger.newest_edition(APRIL)
    assert newest is not None
    assert not agreed.is_told_with(FEBRUARY - 1)
    assert agreed.is_told_with(APRIL + 12)
    settled = actions.change(agreed.number, State.DONE, "It held.", newest, as_a(Role.ANALYST), NOW)
    assert [settled.is_told_with(APRIL + later) for later in (0, 1, 2)] == [True, True, False]


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"what": " "}, "Say what will be done"),
        ({"owner": ""}, "who owns it"),
        ({"due_on": "soon"}, "Choose the day it is due"),
        ({"due_on": "2019-01-01"}, "has passed already"),
        ({"ref": "XX99"}, "Choose the indicator"),
        ({"what": "x" * 1001}, "there is room for 1,000"),
    ],
)
def test_a_form_that_is_not_whole_is_shown_again_with_why(staff_server: str, wrong: dict[str, str], says: str) -> None:
    answer = signed_in(staff_server, Role.TEAM_MANAGER).post("/actions/", **(FIELDS | wrong))
    assert answer.status == 400
    assert says in answer.text


def test_an_action_agreed_on_a_page_stands_where_it_is_looked_for_and_is_written_down(staff_server: str) -> None:
    manager = signed_in(staff_server, Role.TEAM_MANAGER)
    answer = manager.post("/actions/", **FIELDS)
    assert answer.status == 302
    own = answer.headers["location"]
    for place in ("/actions/", "/p/2019-04/i/CP22/", "/c/2019-04/", own):
        assert "Two agency workers for North." in manager.get(place).text, place
    assert "Two agency workers" in signed_in(staff_server, Role.PRACTITIONER).get("/p/2019-04/i/CP22/").text
    assert manager.post(own, state="done", words="").status == 400
    assert manager.post(own, state="tried, and did not work", words="They left in May.").status == 302
    assert "They left in May." in manager.get(own).text
    assert own not in manager.get("/c/2019-04/").text, "the inbox has the open ones alone"
    auditor = signed_in(staff_server, Role.AUDITOR)
    assert "CP22, 2019-04, edition 2" in auditor.get("/audit/?action=action agreed".replace(" ", "+")).text
    assert "CP22" in auditor.get("/audit/?about=action").text
    assert signed_in(staff_server, Role.COUNCILLOR).post("/actions/", **FIELDS).status == 403


def test_who_has_not_signed_in_reads_no_action(server: str) -> None:
    assert "Agree an action" not in Visitor(server).get("/p/2019-04/i/CP22/").text


@pytest.mark.page
def test_an_actions_own_page_keeps_the_rules(page: Page, staff_server: str) -> None:
    own = signed_in(staff_server, Role.ANALYST).post("/actions/", **FIELDS).headers["location"]
    page.goto(f"{staff_server}/sign-in/")
    page.get_by_label("Name you sign in by").fill(Role.ANALYST.value)
    page.get_by_label("Password").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Sign in").click()
    expect(page.locator(".who")).to_contain_text("Okafor")
    for path in (own, "/actions/?ref=CP22", "/p/2019-04/i/CP22/"):
        Visit(page, staff_server)(path)


def test_figures_of_few_are_not_told_by_way_of_an_action(own_home: Home) -> None:
    """In the paper, the figure an action was agreed on is held to the same rule as every other."""
    from everychild.report.agreed import what_became
    from everychild.report.committee import to_print

    agreed = agreed_in_february()
    few = replace(agreed, figure=replace(agreed.figure, numerator=3, denominator=8))
    opened = open_edition(own_home, APRIL)
    assert opened is not None
    heading, bullets = what_became(to_print(opened[0]), [few])
    assert heading.text == "What became of what was agreed"
    (told,) = bullets.items
    assert "Plan a week ahead. Team manager, by 1 June 2019. Nothing has been said of it since." in told
    assert "Agreed on 38% (February 2019)" in told
    assert "37.5" not in told
