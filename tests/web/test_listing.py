"""An area kept on the list, or taken off with a reason, on the page: who may, what is written down, where it shows."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from everychild.roles import PARTS, Need, Role
from tests.web.staff import PASSWORD, Visitor, signed_in
from tests.web.visiting import Visit

OVERVIEW = "/p/2019-04/"
REASON = "Counted twice in April: the old system and the new."


def forms(visitor: Visitor, path: str = OVERVIEW) -> list[str]:
    return re.findall(r'action="(/f/2019-04/[a-z0-9-]+/)"', visitor.get(path).text)


def test_an_area_is_taken_off_only_with_a_reason_and_everybody_is_told_why(staff_server: str) -> None:
    director = signed_in(staff_server, Role.DIRECTOR)
    address = forms(director)[-1]

    refused = director.post(address, **{"take-off": "yes", "reason": " "})
    assert refused.status == 400
    assert "only with a reason" in refused.text
    too_long = director.post(address, **{"take-off": "yes", "reason": "x" * 401})
    assert too_long.status == 400
    assert "400 letters at most" in too_long.text
    assert "x" * 401 in too_long.text, "what was typed is not lost"
    assert "Not confirmed yet." in director.get(address).text

    assert director.post(address, **{"take-off": "yes", "reason": REASON}).status == 302
    page = signed_in(staff_server, Role.PRACTITIONER).get(OVERVIEW).text
    told = "Taken off the list by Director Okafor, director, on "
    assert told in page
    assert REASON in page.split("Taken off by a person, and why")[1]
    assert REASON in signed_in(staff_server, Role.AUDITOR).get("/audit/?action=flag+removed").text

    assert director.post(address, keep="yes").status == 302
    page = director.get(OVERVIEW).text
    assert told not in page
    assert "Confirmed by Director Okafor, director, on " in page
    assert "flag confirmed" in signed_in(staff_server, Role.AUDITOR).get("/audit/?action=flag+confirmed").text


def test_it_can_be_decided_where_the_indicator_is_read(staff_server: str) -> None:
    analyst = signed_in(staff_server, Role.ANALYST)
    address = forms(analyst)[0]
    item = re.findall(r'href="(/p/2019-04/i/[A-Z0-9a-z]+/)"', analyst.get(OVERVIEW).text.split('id="areas-heading"')[1])

    assert forms(analyst, item[0]) == [address]
    assert analyst.post(address, keep="yes").status == 302
    assert "Confirmed by Performance analyst Okafor" in analyst.get(item[0]).text


@pytest.mark.parametrize("role", [role for role, part in PARTS.items() if Need.LIST not in part.may])
def test_nobody_else_sees_a_form_or_may_use_one(staff_server: str, role: Role) -> None:
    director, other = signed_in(staff_server, Role.DIRECTOR), signed_in(staff_server, role)
    address = forms(director)[0]

    assert forms(other) == []
    assert other.get(address).status == 403
    assert other.post(address, keep="yes").status == 403


def test_an_edition_that_was_replaced_and_an_area_that_is_not_listed_are_not_decided_on(staff_server: str) -> None:
    director = signed_in(staff_server, Role.DIRECTOR)

    assert forms(director, f"{OVERVIEW}?v=1") == []
    missing = director.get("/f/2019-04/no-such-area/")
    assert missing.status == 404
    assert "That area is not on the list" in missing.text


def test_the_small_form_and_its_page_in_a_browser(page: Page, staff_server: str) -> None:
    visit = Visit(page, staff_server)
    page.goto(f"{staff_server}/sign-in/")
    page.get_by_label("Name").fill("director")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    visit(OVERVIEW)
    first = page.locator("details.decide").first
    first.locator("summary").click()
    first.get_by_role("button", name="Take off the list").click()
    expect(page.get_by_role("alert")).to_contain_text("only with a reason")
    visit(page.url.removeprefix(staff_server))
    expect(page.get_by_label("Why it comes off")).to_be_visible()
