"""A file in the council's own words, from the page alone: refused, said what it is, loaded, and never asked again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from everychild.intake.unknown_words import UnknownValue, UnknownWords
from everychild.journal import asked_words, audit, mappings, people
from everychild.journal.connection import open_journal, point_at
from everychild.roles import Role
from everychild.store.home import Home
from tests.web.conftest import served
from tests.web.invented import empty_home
from tests.web.staff import PASSWORD, Visitor
from tests.web.visiting import Visit

pytestmark = pytest.mark.page
A_WHILE = 60_000
LIST = "strategy_discussions"
APRIL = """Client ref,Strat disc held on,Outcome of meeting
0001,01/04/2019,CIN/NFA
0002,02/04/2019,NFA
0004,04/04/2019,CIN/NFA
0005,05/04/2019,CIN/NFA
"""
AT = datetime(2019, 5, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def own_home(tmp_path_factory: pytest.TempPathFactory, home: Home) -> Home:
    """One for all of these: each test says the words of a list of its own."""
    place = empty_home(tmp_path_factory.mktemp("own words") / "home")
    open_journal(place)
    people.add("sam", "Sam Okafor", Role.ANALYST, PASSWORD, AT, "the test")
    people.add("tess", "Tess Green", Role.TEAM_MANAGER, PASSWORD, AT, "the test", teams=("North",))
    return place


@pytest.fixture(scope="module")
def own_server(own_home: Home) -> Iterator[str]:
    yield from served(own_home, 19620)


@pytest.fixture
def at_load(page: Page, own_server: str) -> Page:
    page.goto(f"{own_server}/sign-in/?next=/load/")
    page.get_by_label("Name you sign in by").fill("sam")
    page.get_by_label("Password").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Load", exact=True)).to_be_visible()
    return page


def asked_of(file: str) -> int:
    """The number of what is asked of a file."""
    (number,) = [number for number, words in asked_words.asked({}) if words.file == file]
    return number


def load(page: Page, server: str, path: Path) -> None:
    page.goto(f"{server}/load/")
    page.get_by_label("Files", exact=True).set_input_files(path)
    page.get_by_role("button", name="Load", exact=True).click()


def test_a_file_nobody_knew_is_said_to_be_a_list_loads_and_then_its_values_are_said(
    at_load: Page, own_server: str, own_home: Home, tmp_path: Path
) -> None:
    page, path = at_load, tmp_path / "meetings.csv"
    path.write_text(APRIL)
    load(page, own_server, path)
    expect(page.get_by_text("Refused. Nothing was kept.")).to_be_visible(timeout=A_WHILE)
    page.get_by_role("link", name="Say what the unknown words mean").click()
    page.get_by_role("link", name="Say what they mean").click()
    page.get_by_label("List", exact=True).select_option(label="“Strategy discussions”")
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_label("“Client ref”")).to_have_value("")  # a guess is never taken by itself
    page.get_by_label("“Client ref”").select_option(label="“person id”")
    page.get_by_label("“Strat disc held on”").select_option(label="“held at”")
    page.get_by_label("“Outcome of meeting”").select_option(label="“outcome”")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_contain_text("version 1 of your words. What has been loaded stays")

    load(page, own_server, path)
    expect(page.get_by_text("Every row accounted for")).to_be_visible(timeout=A_WHILE)
    expect(page.get_by_text("the column headed “Client ref” was read as “person_id”, by your mapping")).to_be_visible()
    page.get_by_role("link", name="Say what the unknown words mean").click()
    page.get_by_role("link", name="Say what they mean").click()
    page.get_by_label("“CIN/NFA” in “outcome”, 3 rows").select_option(label="“No further action”")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_contain_text("version 2 of your words")
    expect(page.get_by_text("“meetings.csv”")).to_have_count(0)

    point_at(own_home)
    assert [entry.who for entry in audit.entries(action=mappings.CHANGED, about=LIST)] == ["sam"] * 5
    assert 'by = "Sam Okafor"' in (own_home.mappings / f"{LIST}.toml").read_text(encoding="utf-8")


def test_what_could_mean_two_things_is_refused_and_the_form_keeps_what_was_chosen(
    at_load: Page, own_server: str, own_home: Home
) -> None:
    point_at(own_home)
    header = ("Client ref", "Met on", "Kind")
    asked_words.ask(["groups.csv"], [UnknownWords("groups.csv", "groups", "", header, header)], AT)
    page = at_load
    page.goto(f"{own_server}/load/words/asked/{asked_of('groups.csv')}/?list=core_groups")
    page.get_by_label("“Client ref”").select_option(label="“person id”")
    page.get_by_label("“Kind”").select_option(label="“person id”")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("two headings for one column cannot be told apart")
    expect(page.get_by_label("“Client ref”")).to_have_value("person_id")
    assert page.title().startswith("Error: ")
    assert mappings.versions("core_groups") == []


def test_a_list_s_words_are_added_removed_and_every_change_listed(at_load: Page, own_server: str) -> None:
    page = at_load
    page.goto(f"{own_server}/load/words/")
    page.get_by_label("Any other list").select_option(value="pre_proceedings")
    page.get_by_role("button", name="Open it").click()
    page.get_by_label("A heading of yours").fill("Client ref")
    page.get_by_label("The column it stands for").select_option(label="“person id”")
    page.get_by_role("button", name="Add the heading").click()
    expect(page.get_by_text("“Client ref” is the column “person id”")).to_be_visible()
    page.get_by_label("A value of yours").fill("See notes")
    page.get_by_label("What it means").select_option(value="outcome=nothing known")
    page.get_by_role("button", name="Add the value").click()
    expect(page.get_by_text("“See notes” in “outcome”: Nothing is known by it")).to_be_visible()
    Visit(page, own_server)("/load/words/pre_proceedings/", everywhere=True)
    page.get_by_role("button", name="Remove “Client ref”").click()
    expect(page.get_by_text("“Client ref” is the column")).to_have_count(0)
    expect(page.get_by_role("listitem").filter(has_text="Version 3: sam")).to_be_visible()


def test_the_pages_keep_the_rules_of_the_house(at_load: Page, own_server: str, own_home: Home) -> None:
    """A list of forty columns and codes, forty values of them, and one that is put away."""
    point_at(own_home)
    values = tuple(UnknownValue("Ethnicity", f"Code 'W{number}' is not mapped", 12) for number in range(45))
    known = UnknownWords("Annex A.xlsx", "List 1", "list_1", (), ("Contact ref",), values, 3)
    none = UnknownWords("other.csv", "other", "", ("Their ref", "Said on", "Came of it"), ("Their ref", "Said on"))
    asked_words.ask(["Annex A.xlsx", "other.csv"], [known, none], AT)
    first, second = asked_of("Annex A.xlsx"), asked_of("other.csv")
    visit = Visit(at_load, own_server)
    for path in ("", f"asked/{first}/", f"asked/{second}/", f"asked/{second}/?list={LIST}", "list_7/", "list_1/"):
        visit(f"/load/words/{path}", everywhere=True)
    visit("/load/words/asked/999/", status=404)
    visit("/load/words/no-such-list/", status=404)
    page = visit(f"/load/words/asked/{first}/")
    expect(page.get_by_text("5 more values will be asked after these.", exact=False)).to_be_visible()
    page.goto(f"{own_server}/load/words/")
    page.get_by_role("button", name="Put away (“Annex A.xlsx”").click()
    expect(page.get_by_text("“Annex A.xlsx”")).to_have_count(0)


def test_only_who_may_load_may_say(own_home: Home, own_server: str) -> None:
    """And nobody without the form’s own token."""
    tess, sam = Visitor(own_server), Visitor(own_server)
    assert (tess.sign_in("tess").status, sam.sign_in("sam").status) == (302, 302)
    fields = {"heading": "Client ref", "column": "person_id"}
    assert tess.post("/load/words/visits/", **fields).status == 403
    assert sam.post_without_a_token("/load/words/visits/", **fields).status == 403
    point_at(own_home)
    assert mappings.versions("visits") == []
    assert sam.post("/load/words/visits/", **fields).status == 302
    assert len(mappings.versions("visits")) == 1
