"""No child’s identifier, and no word that was not approved, in anything the public or a councillor can get."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from everychild.journal.connection import point_at
from everychild.month_end import open_edition
from everychild.papers import write_drafts
from everychild.publishing import publish
from everychild.roles import Role
from everychild.store.home import Home
from tests.web.conftest import served
from tests.web.invented import APRIL
from tests.web.leaking import canaries, hits, in_folder
from tests.web.staff import signed_in, staffed

LEAST = 10_000
DRAFT = "CANARY0DRAFT0NOTE"
MEETING = date(2019, 6, 18)
AT = datetime(2019, 5, 20, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def sought(counted: Home) -> frozenset[str]:
    found = canaries(counted)
    print(f"{len(found):,} canaries")
    assert len(found) >= LEAST
    return found | {DRAFT}


def papers_of(home: Home, to: Path) -> Path:
    point_at(home)
    found = open_edition(home, APRIL)
    assert found is not None
    write_drafts(home, found[0], MEETING, to)
    return to


def test_what_is_released_holds_no_canary(counted: Home, sought: frozenset[str], tmp_path: Path) -> None:
    point_at(counted)
    publish(counted, APRIL, tmp_path / "site", "Ana Lyst", "Analyst", AT)
    files, found = in_folder(tmp_path / "site", sought)
    assert files > 400
    assert found == []


def test_a_councillor_can_get_no_canary_from_paper_page_or_refusal(
    counted: Home, sought: frozenset[str], tmp_path: Path
) -> None:
    own = staffed(counted, tmp_path / "home")
    for address in served(own, 19330):
        manager, councillor = signed_in(address, Role.TEAM_MANAGER), signed_in(address, Role.COUNCILLOR)
        assert manager.post("/c/2019-04/CP22/", text=f"Not for others: {DRAFT}.", save="yes").status == 302
        files, found = in_folder(papers_of(own, tmp_path / "papers"), sought)
        assert files == 4
        assert found == []
        seen, waiting = (
            set(),
            ["/", "/r/", "/calendar/", "/nowhere/", "/p/2019-04/i/CP22/children/", "/w/", "/c/2019-04/CP22/"],
        )
        child = next(iter(sorted(sought - {DRAFT})))
        waiting += [f"/p/2019-04/find/?q={child}", f"/find/?q={child[:4]}"]
        while waiting:
            place = waiting.pop()
            if place in seen:
                continue
            seen.add(place)
            answer = councillor.get(place)
            told = answer.body if child not in place else answer.body.replace(child.encode(), b"")
            assert list(hits(place, told, sought)) == []
            assert not any(word in sought for value in answer.headers.values() for word in re.findall(r"\w+", value))
            waiting += [link for link in re.findall(r'href="(/[^"#]*)"', answer.text) if link not in seen]
        assert len(seen) > 8


def test_a_canary_that_gets_out_is_found(counted: Home, sought: frozenset[str], tmp_path: Path) -> None:
    """The negative control: words with a child’s number in them, approved against all rules, are seen in each paper."""
    own = staffed(counted, tmp_path / "home")
    child = next(iter(sorted(sought - {DRAFT})))
    for address in served(own, 19340):
        manager, director = signed_in(address, Role.TEAM_MANAGER), signed_in(address, Role.DIRECTOR)
        flagged = re.findall(r'href="(/c/2019-04/[A-Z0-9a-z]+/)"', director.get("/c/2019-04/").text)
        assert manager.post(flagged[0], text=f"It was late for {child}.", send="yes").status == 302
        assert director.post(flagged[0], approve="yes").status == 302
    _, found = in_folder(papers_of(own, tmp_path / "papers"), sought)
    assert {hit.where.partition("!")[0] for hit in found} >= {"report.docx", "report.html", "report.pdf"}
