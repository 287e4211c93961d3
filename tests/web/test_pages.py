"""Every kind of page, visited in a browser and held to the rules in `visiting`."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from everychild.catalogue import CATALOGUE
from everychild.roles import Role
from tests.web.staff import PASSWORD
from tests.web.visiting import PHONE, Visit

pytestmark = pytest.mark.page

OVERVIEW = "/p/2019-04/"
SECTION = "/p/2019-04/s/child-protection/"
COUNT = "/p/2019-04/i/EH03/"
PERCENT = "/p/2019-04/i/CP22/?by=ethnic_group"
DAYS = "/p/2019-04/i/EH04/"
EACH = "/p/2019-04/i/WF01/"
NOT_SUPPLIED = "/p/2019-04/i/MS08/"
SMALL = "/p/2019-04/i/MS05/"
BESIDE_OTHERS = "/p/2019-04/i/FD08/"
NOT_LIKE_OTHERS = "/p/2019-04/i/CP10/"


@pytest.mark.parametrize(
    "path",
    [
        OVERVIEW,
        SECTION,
        "/p/2019-04/s/workforce/",
        COUNT,
        PERCENT,
        DAYS,
        EACH,
        NOT_SUPPLIED,
        SMALL,
        BESIDE_OTHERS,
        NOT_LIKE_OTHERS,
        "/p/2019-04/?v=1",
        "/p/2019-03/",
        "/p/2019-04/find/?q=missing",
        "/p/2019-04/find/?q=parks",
        "/p/2019-04/quality/",
        "/p/2019-04/quality/?v=1",
        "/p/2019-04/profile/",
        "/p/2019-04/profile/?v=1",
    ],
)
def test_every_kind_of_page_keeps_the_rules(visit: Visit, path: str) -> None:
    """A reader finds the same care on each: words, shapes, labels, sizes, and nobody else told."""
    visit(path)


@pytest.mark.parametrize(
    ("path", "role"),
    [
        ("/sign-in/", None),
        ("/people/", Role.ADMINISTRATOR),
        ("/audit/", Role.AUDITOR),
        ("/p/2019-04/", Role.DEMOCRATIC_SERVICES),
        ("/publish/", Role.ANALYST),
        ("/r/", Role.DEMOCRATIC_SERVICES),
        ("/r/", Role.COUNCILLOR),
        ("/p/2019-04/i/CP22/", Role.DIRECTOR),
        ("/p/2019-04/quality/", Role.TEAM_MANAGER),
        ("/actions/", Role.ANALYST),
        ("/calendar/", Role.DEMOCRATIC_SERVICES),
        ("/calendar/", Role.COUNCILLOR),
        ("/r/build/?month=2019-04&meeting=2019-06-18", Role.DEMOCRATIC_SERVICES),
    ],
)
def test_pages_for_people_keep_the_rules_too(page: Page, staff_server: str, path: str, role: Role | None) -> None:
    """Signed in as somebody whose page it is."""
    if role is not None:
        page.goto(f"{staff_server}/sign-in/")
        page.get_by_label("Name you sign in by").fill(role.value)
        page.get_by_label("Password").fill(PASSWORD)
        page.locator("main").get_by_role("button", name="Sign in").click()
        expect(page.locator(".who")).to_contain_text("Okafor")
    Visit(page, staff_server)(path)


@pytest.mark.parametrize(
    "path", ["/nowhere/", "/p/2017-01/", "/p/soon/", "/p/2019-04/?v=9", "/p/2019-04/i/XX99/", "/p/2019-04/s/parks/"]
)
def test_a_page_that_is_not_there_says_so_and_where_to_go(visit: Visit, path: str) -> None:
    """Plain words, and at least one way on."""
    page = visit(path, status=404)
    assert page.locator("main a").count() >= 1


def test_a_council_on_its_first_day_is_told_what_to_do(visit: Visit, empty_server: str) -> None:
    """No month is closed: not an error, and not an empty dashboard."""
    page = visit("/p/latest/", server=empty_server)
    expect(page.get_by_role("heading", level=1)).to_have_text("No month has been closed yet")
    expect(page.get_by_role("main")).to_contain_text("everychild close")


def test_a_sentence_first_then_areas_then_everything(visit: Visit) -> None:
    """The overview in the order a councillor with five minutes reads it."""
    page = visit(OVERVIEW)
    assert page.get_by_role("heading", level=2).all_inner_texts()[:5] == [
        "Areas for improvement",
        "Every indicator, by section",
        "Will targets be met?",
        "Changed since March 2019",
        "Can we trust these figures?",
    ]
    expect(page.get_by_role("main")).to_contain_text("areas are flagged for improvement")


def test_every_reason_shows_its_points_and_its_threshold(visit: Visit) -> None:
    """Members asked why a thing was red: the answer is on the page and needs no click."""
    area = visit(OVERVIEW).locator("#area-early-help-timeliness")
    expect(area).to_contain_text("43 against a target of 30 or fewer; close would be within 3 working days.")
    expect(area).to_contain_text("+3")
    expect(area).to_contain_text("Commentary: not written")


def test_every_mark_has_a_name_and_leads_to_its_indicator(visit: Visit) -> None:
    """One mark an indicator; whoever cannot see the shape hears what it says."""
    page = visit(OVERVIEW)
    marks = page.locator(".marks a")
    assert marks.count() == len(CATALOGUE)
    page.get_by_role("link", name="Average time to complete an early help assessment: 43 working days").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Average time to complete an early help assessment")


def test_a_number_in_the_grid_lists_its_indicators_without_any_script(visit: Visit) -> None:
    page = visit(OVERVIEW)
    listed = page.locator("#getting-worse-wont-be-met")
    expect(listed).to_be_hidden()
    page.locator("a[href='#getting-worse-wont-be-met']").click()
    expect(listed).to_be_visible()
    expect(listed).to_contain_text("Case supervision held and recorded within 1 month")


def test_the_first_tab_offers_a_way_past_the_header(visit: Visit) -> None:
    page = visit(DAYS)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_chart_its_title_and_its_text_alternative_say_one_sentence(visit: Visit) -> None:
    page = visit(DAYS)
    finding = "43 working days in April 2019, off target, inside its usual range"
    expect(page.get_by_role("heading", name=finding)).to_be_visible()
    chart = page.get_by_role("img", name=finding)
    assert chart.evaluate("image => image.complete && image.naturalWidth > 0")


def test_a_narrow_screen_is_given_a_narrow_chart(visit: Visit) -> None:
    page = visit(DAYS)
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    page.reload()
    assert "-narrow.svg" in page.locator(".chart").evaluate("chart => chart.currentSrc")


def test_the_picture_has_a_table_behind_it(visit: Visit) -> None:
    page = visit(DAYS)
    page.get_by_text("Show the picture as a table").click()
    table = page.locator("#trend details table")
    assert table.locator("tbody tr").count() == 25
    expect(table.locator("tbody tr").first).to_contain_text("April 2019")


def test_a_breakdown_is_chosen_by_a_link_and_its_empty_group_says_so(visit: Visit) -> None:
    page = visit(DAYS)
    page.get_by_role("navigation", name="Breakdowns").get_by_role("link", name="Ethnic group").click()
    expect(page.get_by_role("heading", name="By ethnic group, April 2019")).to_be_visible()
    expect(page.locator(".groups")).to_contain_text("None were due")


def test_what_was_not_supplied_says_so_and_is_never_nought(visit: Visit) -> None:
    page = visit(NOT_SUPPLIED)
    expect(page.locator(".facts .number")).to_have_text("Not supplied")
    expect(page.locator("#flagging")).to_contain_text("no figure this month")


def test_small_numbers_are_written_whole_and_named(visit: Visit) -> None:
    page = visit(SMALL)
    assert "." not in page.locator(".facts .number").inner_text()
    expect(page.locator("#data-quality")).to_contain_text("Small numbers: fewer than 10")


def test_an_older_edition_says_it_was_replaced_and_keeps_the_reader_in_it(visit: Visit) -> None:
    """A link is a citation: what edition 1 said can be read for good, and leads only to itself."""
    page = visit("/p/2019-04/?v=1")
    expect(page.get_by_text("This edition has been replaced.")).to_be_visible()
    page.get_by_role("navigation", name="Sections", exact=True).get_by_role("link", name="Early help").click()
    assert page.url.endswith("?v=1")


def test_an_indicator_is_found_by_what_else_it_is_called(visit: Visit) -> None:
    """Somebody who says LAC is led to children in care; the search box works with no script."""
    page = visit(OVERVIEW)
    page.get_by_label("Find an indicator").fill("lac visits")
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_contain_text("Children in care visited")
    page.get_by_label("Find an indicator").fill("eh04")
    page.get_by_role("button", name="Find").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Average time to complete an early help assessment")
