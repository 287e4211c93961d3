"""Sources held against each other, as each may read it: counts without a child, and children for those whose they are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from everychild import month_end
from everychild.calendar import Month
from everychild.journal import audit, people
from everychild.journal.connection import open_journal, point_at
from everychild.looked_round import look_round, sources_kept
from everychild.reconciled import reconciled_of
from everychild.roles import Role
from everychild.store.home import Home
from tests.processes import made_once
from tests.reconciliation.homes import two_sources
from tests.web.conftest import served
from tests.web.staff import PASSWORD, Visitor, signed_in
from tests.web.visiting import Visit

MARCH = Month(2025, 3)
AT = datetime(2025, 5, 2, 9, tzinfo=UTC)
CHILDREN = "/p/2025-03/sources/child_protection_plan/children/"


def closed_home(place: Path) -> None:
    """Two sources, closed and looked round, with one person of three roles."""
    place.parent.mkdir(parents=True, exist_ok=True)
    home = two_sources(place.parent, place.name)
    edition = month_end.close(home, MARCH, AT)
    look_round(home, edition, AT)
    for role, teams in ((Role.ANALYST, ()), (Role.TEAM_MANAGER, ("South",)), (Role.DEMOCRATIC_SERVICES, ())):
        people.add(role.value, f"{role.value} Okafor", role, PASSWORD, AT, "the test", teams=teams)


@pytest.fixture(scope="module")
def sources_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return made_once(tmp_path_factory, "two-sources", closed_home)


@pytest.fixture(scope="module")
def sources_server(sources_home: Home) -> Iterator[str]:
    yield from served(sources_home, 18750)


@pytest.fixture(autouse=True)
def own_journal(home: Home, sources_home: Home) -> Iterator[None]:
    """And the home other tests of pages look at again afterwards."""
    point_at(sources_home)
    yield
    point_at(home)


def test_what_is_kept_beside_the_edition_is_what_would_be_worked_out_and_names_no_child(sources_home: Home) -> None:
    open_journal(sources_home)
    found = month_end.open_edition(sources_home, MARCH)
    assert found is not None
    kept = sources_kept(sources_home, found[0])

    assert kept == reconciled_of(sources_home, found[0]).summary
    assert kept.differing == 3
    (path,) = (sources_home.path / "editions").rglob("*-sources.json")
    assert '"102"' not in path.read_text(encoding="utf-8")


def test_counts_are_told_to_those_who_put_data_right(sources_server: str) -> None:
    manager = signed_in(sources_server, Role.TEAM_MANAGER)

    page = manager.get("/p/2025-03/sources/").text
    as_data = json.loads(manager.get("/p/2025-03/sources.json").text)

    assert "3 differences between what two sources tell" in page
    assert "Annex A: 3, the children in need census: 2. 1 child counted by one and not by another." in page
    counted = [(row["one"], row["number"]) for row in as_data if row["about"] == "at_month_end"]
    assert counted[:2] == [("Annex A", 3), ("the children in need census", 2)]
    assert "Sources held against each other" in manager.get("/p/2025-03/quality/").text
    assert "3 differences between what two of them tell" in manager.get("/p/2025-03/").text
    assert signed_in(sources_server, Role.DEMOCRATIC_SERVICES).get("/p/2025-03/sources/").status == 403
    assert (
        "Sources held against"
        not in signed_in(sources_server, Role.DEMOCRATIC_SERVICES).get("/p/2025-03/quality/").text
    )


def test_a_team_manager_sees_the_differences_of_own_teams_alone(sources_server: str) -> None:
    """102 is the South team’s; 103 the North’s."""
    page = signed_in(sources_server, Role.TEAM_MANAGER).get(CHILDREN).text

    assert "1 difference of children last held by your teams." in page
    assert "differs by 2 days" in page
    assert "list 7.csv" in page
    assert "census.xml" in page
    assert "103" not in page


def test_who_reaches_everybody_says_why_and_it_is_written_down(sources_home: Home, sources_server: str) -> None:
    analyst = Visitor(sources_server)
    analyst.sign_in("analyst")

    asked = analyst.get(CHILDREN).text
    assert "Why do you need to see children’s cases?" in asked
    assert "differs by 2 days" not in asked
    analyst.post("/w/why/", why="Reconciling the return", next=CHILDREN)
    page = analyst.get(CHILDREN).text

    assert "differs by 2 days" in page
    assert "103" in page
    newest = audit.entries(who="analyst", action="differences between sources opened")[0]
    assert (newest.about, newest.reason) == ("child_protection_plan, 2025-03", "Reconciling the return")
    assert analyst.get("/p/2025-03/sources/nothing/children/").status == 404


@pytest.mark.page
def test_the_pages_can_be_read(page: Page, sources_server: str, pictures: Path | None) -> None:
    """And one leads to the other."""
    page.goto(f"{sources_server}/sign-in/")
    page.locator("#name").fill("team_manager")
    page.locator("#password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    visit = Visit(page, sources_server)

    visit("/p/2025-03/sources/")
    taken(page, pictures, "sources")
    page.locator(f'a[href="{CHILDREN}"]').first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Two sources otherwise: Child protection plans")
    visit(CHILDREN, shows_cases=True)
    taken(page, pictures, "differences")


def taken(page: Page, pictures: Path | None, name: str) -> None:
    for width in (1280, 390) if pictures else ():
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=pictures / f"{name}-{width}.png", full_page=True)
