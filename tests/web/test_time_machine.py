"""Any month as it was known on any day: worked out once, kept, and cited by an address that never says another thing."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from html import unescape

import pytest

from everychild.calendar import Month
from everychild.errors import NothingSupplied
from everychild.journal import look_backs, people
from everychild.journal.connection import open_journal, point_at
from everychild.looked_back import look_back, open_look_back
from everychild.month_end import open_edition
from everychild.roles import Role
from everychild.safekeeping.verify import verify
from everychild.store.home import Home
from tests.homes import copy_of
from tests.web.conftest import served
from tests.web.staff import PASSWORD, Visitor, signed_in
from tests.web.visiting import Visit

APRIL = Month(2019, 4)
BEFORE, AFTER = date(2019, 5, 20), date(2019, 6, 10)
LATER = datetime(2019, 7, 1, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def small(kept_home: Home, tmp_path_factory: pytest.TempPathFactory, home: Home) -> Iterator[Home]:
    """Two deliveries: what the second tells of April was not known in May."""
    made = copy_of(kept_home, tmp_path_factory.mktemp("small") / "home")
    point_at(made)
    for role in (Role.ANALYST, Role.COUNCILLOR, Role.DIRECTOR):
        people.add(role.value, role.value, role, PASSWORD, LATER, "the test")
    yield made
    point_at(home)


@pytest.fixture(scope="module")
def small_server(small: Home, home: Home) -> Iterator[str]:
    open_journal(home)
    yield from served(small, 19100)


def test_what_was_known_is_what_the_edition_of_that_day_said(small: Home) -> None:
    """Figure by figure: the edition closed in May knew the same; the one closed in June knew more."""
    point_at(small)
    edition, figures = open_look_back(small, look_back(small, APRIL, BEFORE, LATER, "sam"))
    _, then = open_edition(small, APRIL, 1) or pytest.fail("closed")
    _, now = open_edition(small, APRIL, 2) or pytest.fail("closed")
    assert figures == then != now
    assert edition.known_on == BEFORE
    assert open_look_back(small, look_back(small, APRIL, AFTER, LATER, "sam"))[1] == now


def test_asking_again_is_the_same_until_something_has_changed(small: Home) -> None:
    point_at(small)
    one = look_back(small, APRIL, BEFORE, LATER, "sam")
    assert look_back(small, APRIL, BEFORE, LATER, "tess").pk == one.pk
    settings = small.settings.read_text()
    small.settings.write_text(
        settings + '\n[[target]]\nindicator = "EH02"\nvalue = 80\nwho = "D"\nsince = 2017-04-01\n'
    )
    another = look_back(small, APRIL, BEFORE, LATER, "sam")
    small.settings.write_text(settings)
    assert (another.number, another.fingerprint != one.fingerprint) == (one.number + 1, True)
    kept = look_backs.numbered(APRIL, BEFORE, one.number)
    assert kept is not None
    assert open_look_back(small, kept)[0].fingerprint == one.fingerprint
    assert verify(small, counting_again=False).faults == ()


def test_a_day_before_anything_was_known_or_yet_to_come_is_refused(small: Home) -> None:
    point_at(small)
    with pytest.raises(NothingSupplied, match="No extract has been loaded by 2019-01-01"):
        look_back(small, APRIL, date(2019, 1, 1), LATER, "sam")
    with pytest.raises(NothingSupplied, match="has not come yet"):
        look_back(small, APRIL, date(2019, 8, 1), LATER, "sam")


def worked_out(visitor: Visitor, month: str, known_on: str) -> str:
    """Asks on the page and waits; gives the address it came to, or the page where it was refused."""
    answer = visitor.post("/time/", month=month, known_on=known_on)
    assert answer.status == 302, answer.text
    for _ in range(240):
        page = visitor.get(answer.headers["location"])
        if "refresh" not in page.headers:
            found = re.search(r'href="(/p/[^"]+known=[^"]+)"', page.text)
            return unescape(found[1]) if found else page.text
        time.sleep(0.25)
    pytest.fail("it never ended")


def test_it_is_asked_for_on_a_page_and_kept_under_an_address_that_names_both_days(small_server: str) -> None:
    visitor = signed_in(small_server, Role.ANALYST)
    missing = visitor.get("/p/2019-04/?known=2019-05-25")
    assert missing.status == 404
    assert "/time/?month=2019-04&amp;known_on=2019-05-25" in missing.text
    address = worked_out(visitor, "2019-04", "2019-05-25")
    assert address == "/p/2019-04/?known=2019-05-25&v=1"
    page = visitor.get(address)
    assert "As known on 25 May 2019" in page.text
    assert visitor.get("/p/2019-04/?known=2019-05-25").status == 200
    assert address.replace("&", "&amp;") in visitor.get("/time/").text
    assert visitor.get(address.replace("v=1", "v=7")).status == 404
    assert visitor.get("/p/2019-04/?known=May").status == 404


def test_every_link_from_it_stays_in_it(small_server: str) -> None:
    visitor = signed_in(small_server, Role.ANALYST)
    start = worked_out(visitor, "2019-04", "2019-05-26")
    waiting, seen = [start], set()
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        answer = visitor.get(path)
        assert answer.status == 200, path
        if "text/html" in answer.headers["content-type"]:
            body = answer.text.partition("</nav>")[2] if 'class="desk"' in answer.text else answer.text
            found = {unescape(link).partition("#")[0] for link in re.findall(r'(?:href|src|srcset)="(/p/[^"]*)"', body)}
            assert all("known=2019-05-26" in link for link in found), (path, found)
            waiting += [link for link in found if "/i/" not in link or "EH04" in link]
    assert len(seen) > 15
    figures = json.loads(visitor.get("/p/2019-04/figures.json?known=2019-05-26&v=1").text)
    assert {row["known_on"] for row in figures} == {"2019-05-26"}


def test_nothing_is_written_or_decided_in_a_month_looked_back_at(small_server: str) -> None:
    director = signed_in(small_server, Role.DIRECTOR)
    page = director.get(worked_out(director, "2019-04", "2019-06-11")).text
    assert "<textarea" not in page.partition("<main")[2]
    assert "confirmed by a person" not in page
    assert 'class="act" href="/r/"' not in page
    indicator = director.get("/p/2019-04/i/EH04/?known=2019-06-11").text
    assert "/c/2019-04/" not in indicator
    assert "children/" not in indicator


def test_a_refusal_is_said_in_words(small_server: str) -> None:
    visitor = signed_in(small_server, Role.ANALYST)
    assert "No extract has been loaded by 2018-01-01" in worked_out(visitor, "2019-04", "2018-01-01")
    assert visitor.post("/time/", month="2019-04", known_on="soon").status == 400
    assert visitor.post("/time/", month="", known_on="2019-05-20").status == 400
    assert "has not come yet" in visitor.post("/time/", month="2019-04", known_on="2999-01-01").text


def test_another_kind_of_work_is_not_told_of_here(small_server: str) -> None:
    visitor = signed_in(small_server, Role.ANALYST)
    answer = visitor.post("/load/close/", month="2019-04")
    number = answer.headers["location"].rstrip("/").rpartition("/")[2]
    assert visitor.get(f"/time/{number}/").status == 404


@pytest.mark.page
def test_the_pages_read_well(visit: Visit, small_server: str) -> None:
    visit.page.goto(f"{small_server}/sign-in/")
    visit.page.get_by_label("Name you sign in by").fill("analyst")
    visit.page.get_by_label("Password").fill(PASSWORD)
    visit.page.get_by_role("button", name="Sign in").click()
    address = worked_out(signed_in(small_server, Role.ANALYST), "2019-04", "2019-06-12")
    visit("/time/", server=small_server)
    page = visit(address, server=small_server)
    page.get_by_label("Find").first.fill("EH04")
    page.get_by_role("button", name="Find").click()
    assert "known=2019-06-12" in page.url
    visit("/p/2019-04/i/EH04/?known=2019-06-12", server=small_server)
    visit("/p/2019-04/?known=2019-02-01", status=404, server=small_server)
