"""Every address that renders a page, for every role it is open to, at every width: read from the list of addresses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime

import pytest
from playwright.sync_api import expect

from everychild.roles import PARTS, Need, Role
from everychild.store.home import Home
from tests.homes import copy_of
from tests.journeys.conftest import Walks
from tests.journeys.walking import PRACTITIONER, Walk
from tests.web.conftest import served
from tests.web.test_access import needs_by_address

CHILDREN = "/p/2019-04/i/CP22/children/"
DIFFERENCES = "/p/2019-04/sources/early_help_assessment/children/"
PAGES: Mapping[str, tuple[str, ...]] = {
    "sign-in/": ("/sign-in/",),
    "second-factor/": ("/second-factor/",),
    "password/": ("/password/",),
    r"/children/$": (CHILDREN,),
    "w/": ("/w/", "/w/?team=North+Safeguarding", "/w/?team=North+Safeguarding&huddle=yes"),
    "c/<str:month>/": ("/c/2019-04/",),
    "c/<str:month>/<str:ref>/": ("/c/2019-04/WF07/",),
    "f/<str:month>/<str:area>/": ("/f/2019-04/supervision/",),
    "actions/": ("/actions/",),
    "actions/<int:number>/": ("/actions/1/",),
    "requests/": ("/requests/",),
    "load/references/": ("/load/references/",),
    "requests/<int:number>/": ("/requests/1/",),
    "calendar/": ("/calendar/",),
    "r/": ("/r/",),
    "r/<int:number>/": ("/r/1/",),
    "r/<str:month>/<int:earlier>/<int:later>/": ("/r/2019-04/1/1/",),
    "r/build/": ("/r/build/?month=2019-04&meeting=2019-06-18",),
    "publish/": ("/publish/",),
    "publish/<int:number>/": ("/publish/1/",),
    "targets/": ("/targets/",),
    "load/": ("/load/",),
    "load/<int:number>/": ("/load/1/",),
    "load/words/": ("/load/words/",),
    "load/words/<slug:name>/": ("/load/words/strategy_discussions/", "/load/words/list_7/"),
    "people/": ("/people/",),
    "audit/": ("/audit/",),
    "time/": ("/time/",),
    "tokens/": ("/tokens/",),
    "api/": ("/api/",),
    "p/<str:month>/": ("/p/2019-04/", "/p/2019-03/"),
    "p/<str:month>/find/": ("/p/2019-04/find/?q=visits", "/p/2019-04/find/?q=zzzz"),
    "p/<str:month>/profile/": ("/p/2019-04/profile/",),
    "p/<str:month>/quality/": ("/p/2019-04/quality/",),
    "p/<str:month>/sources/": ("/p/2019-04/sources/",),
    "p/<str:month>/sources/<slug:kind>/children/": (DIFFERENCES,),
    "p/<str:month>/s/<slug:name>/": ("/p/2019-04/s/child-protection/", "/p/2019-04/s/workforce/"),
    r"/$": ("/p/2019-04/i/WF07/", "/p/2019-04/i/CP22/?by=team"),
}
"""For each address that renders a page, where it is visited."""

ELSEWHERE: Mapping[str, str] = {
    "sign-in/choose/": "by a link from an administrator: visited in test_passwords",
    "sign-in/code/": "between a password and its code: visited in test_second_factor",
    "load/words/asked/<int:number>/": "what is asked of one file: visited in test_own_words",
    "time/<int:number>/": "a month being worked out: visited in test_time_machine",
    "letters/<int:number>/": "letters being written: visited in test_letters",
    "publish/<str:month>/<path:name>": "the public site: visited in test_published and test_public",
}
LEADS_ON = {
    "",
    "sign-in/choose/<int:number>/<slug:code>/",
    "sign-in/council/",
    "c/",
    "f/<slug:code>/",
    "find/",
    "p/latest/",
    "quality/",
}
FILES = {"health", "calendar/committee.ics", "r/<str:month>/<str:name>", "r/<str:month>/draft/<str:name>"}
ACTS = {
    "sign-out/",
    "sign-in/council/back/",
    "w/why/",
    "w/reason/",
    "c/<str:month>/ask/",
    "c/<str:month>/sign/",
    "calendar/change/",
    "targets/decide/",
    "load/close/",
}
"""Answered to a form alone; what they refuse is said on the form’s own page."""

OF_CASES = (CHILDREN, DIFFERENCES, "/w/")
NAMES = {
    Role.PRACTITIONER: "pat",
    Role.TEAM_MANAGER: "tess",
    Role.SERVICE_MANAGER: "hana",
    Role.ANALYST: "sam",
    Role.DIRECTOR: "dana",
    Role.DEMOCRATIC_SERVICES: "devi",
    Role.COUNCILLOR: "carl",
    Role.ADMINISTRATOR: "ada",
    Role.AUDITOR: "olu",
}


@pytest.fixture(scope="module")
def lived_in(signed_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A signed month in a home where an action is agreed, a meeting is due and long work is over."""
    from everychild import worklist
    from everychild.intake.mapping_steps import say_value
    from everychild.intake.own_words import Chosen
    from everychild.intake.unknown_words import UnknownValue, UnknownWords
    from everychild.journal import (
        actions,
        asked_words,
        committee_calendar,
        jobs,
        ledger,
        mappings,
        people,
        requests,
    )
    from everychild.journal.connection import point_at
    from everychild.journal.models import Person
    from tests.journeys.northbrook import APRIL

    home = copy_of(signed_home, tmp_path_factory.mktemp("lived in") / "home")
    point_at(home)
    at = datetime(2019, 5, 21, 9, tzinfo=UTC)
    edition = ledger.newest_edition(APRIL)
    assert edition is not None
    director, officer = (people.viewer_of(Person.objects.get(sign_in_name=name)) for name in ("dana", "devi"))
    actions.agree(
        edition, "WF07", "Supervision is booked a month ahead.", "Head of Service", date(2030, 6, 28), director, at
    )
    asked = "Members asked for the reasons why visits were late."
    requests.keep("Scrutiny", date(2019, 5, 14), [asked], officer, at)
    committee_calendar.announce("Children’s Services Overview and Scrutiny Committee", date(2030, 6, 18), officer, at)
    busy = next(worker for worker in worklist.worklist(home).by_worker if worker)
    password = "invented-northbrook"
    people.add(*PRACTITIONER, Role.PRACTITIONER, password, at, "the test", worker=busy)
    number = jobs.ask("load", "1 files", "sam", at)
    jobs.refused(number, at, "notes.csv is no list that Everychild knows.")
    header = ("Client ref", "Strat disc held on", "Outcome of meeting")
    values = (UnknownValue("outcome", "CIN/NFA", 12),)
    known = UnknownWords("april.csv", "april", "strategy_discussions", header, ("Chair",), values, 3)
    asked_words.ask(["april.csv"], [known], at)
    asked_words.ask(["meetings.csv"], [UnknownWords("meetings.csv", "meetings", "", header, header)], at)
    said = say_value("outcome", "See notes", "no_further_action", Chosen("Sam Okafor", at.date()))
    mappings.change(home, "strategy_discussions", [said], "sam", "performance analyst", at)
    return home


@pytest.fixture(scope="module")
def lived_in_server(lived_in: Home) -> Iterator[str]:
    yield from served(lived_in, 19480)


def test_every_address_that_renders_a_page_is_visited(lived_in: Home) -> None:
    """A page added to the list of addresses fails here until somebody visits it."""
    known = needs_by_address(lived_in)
    told = (".json", ".csv", ".csv$", ".json$", ".svg$", ")$")
    data = {address for address in known if address.endswith(told) or address.startswith("api/1/")}
    accounted = [set(PAGES), set(ELSEWHERE), LEADS_ON, FILES, ACTS, data]
    for address in known:
        held = [address in kind for kind in accounted]
        assert sum(held) == 1, f"{address or 'the front door'} is visited by no test, or is accounted for twice"
    assert set().union(*accounted) == set(known)


def test_what_is_said_to_render_no_page_renders_none(lived_in: Home, lived_in_server: str) -> None:
    from tests.web.staff import Visitor
    from tests.web.test_access import SAMPLES

    needs = needs_by_address(lived_in)
    visitors = {role: Visitor(lived_in_server) for role in Role}
    for role, visitor in visitors.items():
        assert visitor.sign_in(NAMES[role], "invented-northbrook").status == 302
    for address in sorted((LEADS_ON | FILES | ACTS) - {"sign-out/", "f/<slug:code>/"}):
        role = next(role for role, part in PARTS.items() if needs[address] in part.may)
        answer = visitors[role].get(SAMPLES[address])
        is_page = answer.status == 200 and answer.headers["content-type"].startswith("text/html")
        assert not is_page or address in FILES, (address, answer.status)


@pytest.mark.page
@pytest.mark.parametrize("role", list(Role), ids=str)
def test_every_page_open_to_a_role_keeps_the_rules_at_every_width(
    lived_in: Home, lived_in_server: str, walks: Walks, role: Role
) -> None:
    needs, walk = needs_by_address(lived_in), walks(NAMES[role], lived_in_server)
    says_why(walk, PARTS[role].may)
    visited = 0
    for address, paths in PAGES.items():
        if needs[address] not in PARTS[role].may:
            continue
        for path in paths:
            if role is Role.PRACTITIONER and "team=" in path:
                continue  # a practitioner has own cases and no team’s list
            walk.visit(path, shows_cases=path.startswith(OF_CASES), everywhere=True)
            visited += 1
    assert visited >= 3


def says_why(walk: Walk, may: frozenset[Need]) -> None:
    """Whoever reaches every team is asked first: that page is visited, and then what lies behind it."""
    if Need.WORKLIST not in may:
        return
    walk.page.goto(f"{walk.server}/w/")
    if walk.main.get_by_label("Reason").count():
        walk.arrives("Why do you need to see children’s cases?")
        walk.page.get_by_label("Reason").fill("To prepare the month’s meeting.")
        walk.presses("Go on")
        expect(walk.page.get_by_role("heading", level=1)).to_contain_text("Worklist")


@pytest.mark.page
def test_a_page_of_another_role_is_refused_in_plain_words(lived_in_server: str, walks: Walks) -> None:
    walks("carl", lived_in_server).visit("/w/", status=403)
