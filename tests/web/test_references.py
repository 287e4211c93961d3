"""Two references that may be one child’s: asked of the analyst with a reason, answered, and followed by the count."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from everychild import month_end
from everychild.journal import audit
from everychild.journal.connection import open_journal
from everychild.roles import Role
from everychild.same_child import answers
from everychild.store.home import Home
from tests.safekeeping.small_home import LATER, THIRD_OF_MAY, a_file
from tests.web.conftest import served
from tests.web.staff import signed_in, staffed

PAGE = "/load/references/"
FIRST = LATER.replace("0002,", "0017,")
"""Children nobody else of this home goes by."""


@pytest.fixture(scope="module")
def own_home(tmp_path_factory: pytest.TempPathFactory, home: Home) -> Iterator[Home]:
    copy = staffed(home, tmp_path_factory.mktemp("references") / "home")
    open_journal(copy)
    for number, text in enumerate((FIRST, FIRST.replace("0017,", "9017,"))):
        file = a_file(tmp_path_factory.mktemp("files"), text)
        month_end.load(copy, [file], THIRD_OF_MAY, date(2030, 7, 1 + number))
    yield copy
    open_journal(home)


@pytest.fixture(scope="module")
def own_server(own_home: Home) -> Iterator[str]:
    yield from served(own_home, 19960)


def test_a_pair_is_asked_with_a_reason_answered_and_asked_no_more(own_home: Home, own_server: str) -> None:
    analyst = signed_in(own_server, Role.ANALYST)
    asked = analyst.get(PAGE)
    assert "0017" not in asked.text
    assert "Why do you need to see" in asked.text
    analyst.post("/w/why/", why="Putting references right", next=PAGE)
    shown = analyst.get(PAGE)
    assert "0017" in shown.text
    assert "no-store" in shown.headers["cache-control"]
    nothing = analyst.post(PAGE)
    assert nothing.status == 400
    assert "Answer at least one" in nothing.text
    told = analyst.post(PAGE, **{"earlier-1": "0017", "now-1": "9017", "same-1": "yes"})
    assert told.status == 302
    after = analyst.get(told.headers["location"]).text
    assert "1 answer kept" in after
    assert "No reference waits" in after
    assert "One child" in after
    open_journal(own_home)
    assert answers(own_home) == {("0017", "9017"): True}
    said = audit.entries(action="same child said")
    assert [(row.about, row.reason) for row in said] == [("0017, 9017", "Putting references right")]
    assert audit.entries(action="references opened")
    analyst.post(PAGE, **{"earlier-1": "0017", "now-1": "9017", "same-1": "no"})
    assert "Two children" in analyst.get(PAGE).text


def test_what_is_not_asked_is_refused_and_nobody_else_comes_in(own_server: str) -> None:
    analyst = signed_in(own_server, Role.ANALYST)
    analyst.post("/w/why/", why="Putting references right", next=PAGE)
    made_up = analyst.post(PAGE, **{"earlier-1": "0001", "now-1": "0003", "same-1": "yes"})
    assert made_up.status == 400
    assert "no longer asked" in made_up.text
    for role in (Role.TEAM_MANAGER, Role.DIRECTOR, Role.COUNCILLOR):
        assert signed_in(own_server, role).get(PAGE).status in (403, 404)
