"""Monday's list: what is on it, whose it is to see, and what is written down about who opened it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from everychild import month_end
from everychild.ahead import how_to_look
from everychild.behind import children_behind
from everychild.calendar import Month
from everychild.catalogue import CATALOGUE
from everychild.council import read_council
from everychild.facts import FACTS, fact
from everychild.journal import audit, people
from everychild.journal.connection import open_journal
from everychild.measure.lineage import Within
from everychild.northbrook import write_files
from everychild.recording_gaps import recording_gaps
from everychild.roles import Role
from everychild.store.home import Home
from everychild.worklist import SAME_WORK, WORK, When, Worklist, worklist
from tests.web.conftest import served
from tests.web.invented import empty_home
from tests.web.staff import PASSWORD, Visitor, signed_in
from tests.web.visiting import Visit

TEAM, OTHER_TEAM = "North Safeguarding", "South Safeguarding"


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Home:
    place = tmp_path_factory.mktemp("working")
    (delivery,) = write_files(place / "files", children=700, months=1)
    home = empty_home(place / "home")
    open_journal(home)
    month_end.load(home, [delivery.folder], datetime(2019, 5, 3, 9, tzinfo=UTC), delivery.extracted_on)
    added = datetime(2019, 5, 3, tzinfo=UTC)
    people.add("tess", "Tess Okafor", Role.TEAM_MANAGER, PASSWORD, added, "the test", teams=[TEAM])
    people.add("sam", "Sam Okafor", Role.ANALYST, PASSWORD, added, "the test")
    people.add("olu", "Olu Okafor", Role.AUDITOR, PASSWORD, added, "the test")
    worker = next(worker for worker in worklist(home).by_worker if worker)
    people.add("wren", "Wren Okafor", Role.PRACTITIONER, PASSWORD, added, "the test", worker=worker)
    return home


@pytest.fixture
def found(loaded: Home) -> Worklist:
    open_journal(loaded)
    return worklist(loaded)


@pytest.fixture(scope="module")
def working_server(loaded: Home) -> Iterator[str]:
    yield from served(loaded, 19000)


def test_every_measure_of_open_work_has_words_for_it_and_no_other() -> None:
    lookable = {item.ref for item in CATALOGUE if how_to_look(item) is not None}
    assert lookable == set(WORK) | set(SAME_WORK)


def test_overdue_is_before_the_day_due_is_in_the_four_weeks_from_it_and_the_order_is_told(found: Worklist) -> None:
    late = [piece for piece in found.pieces if piece.when is When.OVERDUE]
    due = [piece for piece in found.pieces if piece.when is When.DUE]
    assert late
    assert due
    assert all(piece.due_on is not None and piece.due_on < found.on for piece in late)
    assert all(piece.due_on and found.on <= piece.due_on <= found.on + timedelta(days=28) for piece in due)
    assert late == sorted(late, key=lambda piece: piece.due_on or found.on)
    assert sum(found.by_worker.values()) == len(found.pieces)


def test_visits_overdue_are_those_of_children_on_a_plan_not_seen_in_time(loaded: Home, found: Worklist) -> None:
    """Told another way: by the fact of children on a plan, as they stand on the day."""
    overdue = {piece.child_id for piece in found.pieces if piece.ref == "CP22" and piece.when is When.OVERDUE}
    council, seen = read_council(loaded.settings), month_end.extracts_seen(None)
    fact = next(fact for fact in FACTS if fact.name == "child_on_plan_at_month_end")
    with month_end.engine_over(loaded, council, Month.of(found.on) - 1, seen, [found.on]) as engine:
        engine.make_facts([fact])
        told = engine.connection.execute(
            "select child_id from child_on_plan_at_month_end where as_at = $on and not is_unborn "
            "and coalesce(working_days_since_seen, working_days_on_plan) > 10",
            {"on": found.on},
        ).fetchall()
    assert overdue
    assert overdue == {child for (child,) in told}


def test_what_is_likely_done_is_hinted_at_and_stays_overdue(loaded: Home, found: Worklist) -> None:
    """The same hints as the command that measures how often they prove right gives, within its three months."""
    council = read_council(loaded.settings)
    given = recording_gaps(loaded, council, month_end.indicator_called("CP22", council))
    hinted = {(piece.child_id, piece.due_on) for piece in found.pieces if piece.ref == "CP22" and piece.hint}
    late = {(piece.child_id, piece.due_on) for piece in found.pieces if piece.when is When.OVERDUE}
    assert hinted
    assert hinted <= {(hint.row.child_id, hint.row.due_on) for hint in given.hints}
    assert hinted <= late


def test_the_command_tells_the_same_list_with_the_row_each_piece_rests_on(loaded: Home, found: Worklist) -> None:
    asked = [sys.executable, "-m", "everychild", "worklist", "--home", str(loaded.path), "--json"]
    told = json.loads(subprocess.run(asked, check=True, capture_output=True, text=True).stdout)
    assert [(row["ref"], row["child"]) for row in told] == [(piece.ref, piece.child_id) for piece in found.pieces]
    assert all(row["file"] and row["row"] for row in told)
    open_journal(loaded)
    assert any("at the command line" in entry.who for entry in audit.entries(action="worklist opened"))
    refused = subprocess.run([*asked, "--team", "Nowhere"], check=False, capture_output=True, text=True)
    assert refused.returncode == 1
    assert "No open work is held by a team Nowhere" in refused.stdout + refused.stderr


def test_a_manager_sees_their_team_and_another_s_list_is_not_there(working_server: str, found: Worklist) -> None:
    manager = signed_in(working_server, "tess")
    page = manager.get("/w/").text
    for piece in found.pieces:
        if piece.when is not When.DUE:
            assert (piece.child_id in page) == any(
                other.child_id == piece.child_id and other.team == TEAM for other in found.pieces
            ), piece.child_id
    assert manager.get(f"/w/?team={OTHER_TEAM.replace(' ', '%20')}").status == 404
    assert "no-store" in manager.get("/w/").headers["cache-control"]


def test_a_practitioner_sees_own_cases(working_server: str, found: Worklist) -> None:
    page = signed_in(working_server, "wren").get("/w/")
    own = next(worker for worker in found.by_worker if worker)
    theirs = {piece.child_id for piece in found.pieces if piece.worker == own}
    others = {piece.child_id for piece in found.pieces} - theirs
    assert page.status == 200
    assert not any(f">{child}<" in page.text for child in others if child)


def test_whoever_reaches_every_team_says_why_and_it_is_written_down(working_server: str) -> None:
    analyst = signed_in(working_server, "sam")
    assert "Why do you need to see" in analyst.get("/w/").text
    assert analyst.post("/w/why/", why="no").status == 400
    assert analyst.post("/w/why/", why="Checking the April lists").status == 302
    assert TEAM in analyst.get("/w/").text
    assert analyst.get(f"/w/?team={TEAM.replace(' ', '%20')}").status == 200
    told = signed_in(working_server, "olu").get("/audit/?action=worklist+opened&who=sam").text
    assert "Checking the April lists" in told
    assert TEAM in told


def test_a_reason_is_given_for_own_work_and_for_no_other(working_server: str, found: Worklist) -> None:
    manager = signed_in(working_server, "tess")
    mine = next(piece for piece in found.pieces if piece.team == TEAM and piece.when is When.OVERDUE)
    theirs = next(piece for piece in found.pieces if piece.team != TEAM and piece.when is When.OVERDUE)
    for piece, status in ((mine, 302), (theirs, 404)):
        fields = {"ref": piece.ref, "child": piece.child_id, "due_on": str(piece.due_on), "code": "family_away"}
        assert manager.post("/w/reason/", **fields).status == status
    assert "<span>Family away</span>" in manager.get("/w/").text


def test_the_rows_behind_a_figure_are_shown_to_those_whose_they_are(working_server: str, loaded: Home) -> None:
    open_journal(loaded)
    month_end.close(loaded, Month(2019, 4), datetime(2019, 5, 3, 10, tzinfo=UTC))
    everything = {one.child_id for one in children_behind(loaded, "CP22", Month(2019, 4), date(2019, 5, 3), None)}
    own = {
        one.child_id
        for one in children_behind(loaded, "CP22", Month(2019, 4), date(2019, 5, 3), [Within(fact.TEAM, TEAM)])
    }
    assert own
    assert own < everything
    page = signed_in(working_server, "tess").get("/p/2019-04/i/CP22/children/")
    assert page.status == 200
    assert all(child in page.text for child in own)
    assert not any(f">{child}<" in page.text for child in everything - own)
    assert "no-store" in page.headers["cache-control"]
    assert "children opened" in signed_in(working_server, "olu").get("/audit/?who=tess").text
    assert "/i/CP22/children/" in signed_in(working_server, "tess").get("/p/2019-04/i/CP22/").text
    assert "/i/CP22/children/" not in Visitor(working_server).get("/p/2019-04/i/CP22/").text


def test_the_rows_behind_any_figure_can_be_asked_for_and_another_teams_are_never_among_them(
    working_server: str, loaded: Home
) -> None:
    """Early help’s front door (FD01) and placement costs (PL13) are not broken down by team, and are asked for all the same."""
    open_journal(loaded)
    month_end.close(loaded, Month(2019, 4), datetime(2019, 5, 3, 10, tzinfo=UTC))
    manager, worker = signed_in(working_server, "tess"), signed_in(working_server, "wren")
    asked = 0
    for ref in ("FD01", "PL13", "CP20", "CC06", "WF04", "QA01", "FO01", "SE10", "ED05"):
        for visitor in (manager, worker):
            assert visitor.get(f"/p/2019-04/i/{ref}/children/").status == 200, ref
            asked += 1
    assert asked == 18
    assert not any(item.mix_by in (fact.TEAM, fact.WORKER) for item in CATALOGUE), "its rows would be everybody’s"


def test_a_day_that_is_no_day_is_no_piece_of_work(working_server: str) -> None:
    fields = {"ref": "CP22", "child": "1", "due_on": "soon", "code": "court"}
    assert signed_in(working_server, "tess").post("/w/reason/", **fields).status == 404


@pytest.mark.page
def test_the_list_keeps_the_rules_of_the_house(
    page: Page, working_server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Case numbers are what this page is for: it alone may show them, to whom they belong."""
    import re

    monkeypatch.setattr("tests.web.visiting.CHILD_DETAIL", re.compile(r"child_id|date of birth"))
    page.goto(f"{working_server}/sign-in/")
    page.get_by_label("Name you sign in by").fill("tess")
    page.get_by_label("Password").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Sign in").click()
    expect(page.locator(".who")).to_contain_text("Okafor")
    Visit(page, working_server)("/w/")


def test_the_list_and_its_page_for_the_huddle_read_well_and_print_on_one_side(
    visit: Visit, working_server: str, tmp_path: Path
) -> None:
    page = visit.page
    page.goto(f"{working_server}/sign-in/?next=/w/")
    page.get_by_label("Name you sign in by").fill("tess")
    page.get_by_label("Password").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Who is carrying what")).to_be_visible()
    assert page.locator("table.load tfoot td.all").inner_text() == str(
        page.get_by_role("navigation", name="Kinds of work").get_by_role("link").first.inner_text().split()[-1]
    )
    page.get_by_role("navigation", name="Kinds of work").get_by_role("link", name="Child protection visit").click()
    assert "work=CP22" in page.url
    page.get_by_role("link", name="A page to print for the huddle").click()
    assert page.locator("h1").count() == 1
    printed = tmp_path / "huddle.pdf"
    page.goto(f"{working_server}/w/?huddle=yes")
    page.pdf(path=printed, format="A4")
    assert len(PdfReader(printed).pages) == 1
