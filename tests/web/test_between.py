"""What changed between two editions of a month, for whoever decides on a supplement."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import expect

from everychild.roles import Role
from tests.web.staff import PASSWORD, Visitor, signed_in
from tests.web.visiting import Visit

BETWEEN = "/r/2019-04/1/2/"


def test_each_figure_told_otherwise_is_told_by_both_editions(staff_server: str) -> None:
    officer = signed_in(staff_server, Role.DEMOCRATIC_SERVICES)
    page = officer.get(BETWEEN)
    assert page.status == 200
    early, late = _headlines(officer, 1), _headlines(officer, 2)
    told = ("numerator", "denominator", "status")
    changed = [ref for ref in late if any(early[ref][name] != late[ref][name] for name in told)]
    assert changed, "the invented council’s April was closed again because a figure was corrected"
    for ref in changed:
        assert f'<span class="meta">{ref}' in page.text, ref
    assert f"/p/2019-04/i/{changed[0]}/" in page.text


def test_the_earlier_edition_stands_first_whichever_is_named_first(staff_server: str) -> None:
    officer = signed_in(staff_server, Role.DEMOCRATIC_SERVICES)
    assert "between edition 1 and 2" in officer.get("/r/2019-04/2/1/").text


def test_an_edition_beside_itself_says_that_nothing_changed(staff_server: str) -> None:
    told = signed_in(staff_server, Role.DEMOCRATIC_SERVICES).get("/r/2019-04/2/2/").text
    assert "A paper of edition 2 says what one of edition 2 would." in told
    assert "Every figure is told as it was." in told


def test_an_edition_that_is_not_there_is_said_to_be_none(staff_server: str) -> None:
    answer = signed_in(staff_server, Role.DEMOCRATIC_SERVICES).get("/r/2019-04/1/9/")
    assert answer.status == 404
    assert "edition 9" in answer.text


def test_months_closed_again_lead_there_from_the_papers(staff_server: str) -> None:
    assert BETWEEN in signed_in(staff_server, Role.DEMOCRATIC_SERVICES).get("/r/").text
    assert BETWEEN not in signed_in(staff_server, Role.COUNCILLOR).get("/r/").text


@pytest.mark.page
def test_the_page_reads_well(visit: Visit, staff_server: str) -> None:
    visit.page.goto(f"{staff_server}/sign-in/")
    visit.page.get_by_label("Name you sign in by").fill(Role.DEMOCRATIC_SERVICES.value)
    visit.page.get_by_label("Password").fill(PASSWORD)
    visit.page.locator("main").get_by_role("button", name="Sign in").click()
    expect(visit.page.locator(".who")).to_be_visible()
    visit(BETWEEN, server=staff_server, everywhere=True)


def _headlines(officer: Visitor, edition: int) -> dict[str, dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(officer.get(f"/p/2019-04/overview.json?v={edition}").text)
    return {row["ref"]: row for row in rows}
