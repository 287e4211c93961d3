"""The committee’s papers: written by officers, and read by councillors once the month is signed and not before."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from everychild.roles import Role
from everychild.store.home import Home
from tests.web.conftest import served
from tests.web.staff import Visitor, signed_in, staffed

PDF = "/r/2019-04/report.pdf"


@pytest.fixture
def own_home(home: Home, tmp_path: Path) -> Home:
    return staffed(home, tmp_path / "home")


@pytest.fixture
def own_server(own_home: Home) -> Iterator[str]:
    yield from served(own_home, 19100)


def signed(server: str) -> None:
    manager, director = signed_in(server, Role.TEAM_MANAGER), signed_in(server, Role.DIRECTOR)
    for address in set(re.findall(r'href="(/c/2019-04/[A-Z0-9a-z]+/)"', director.get("/c/2019-04/").text)):
        assert manager.post(address, text="The team is short of workers.", send="yes").status == 302
        assert director.post(address, approve="yes").status == 302
    assert director.post("/c/2019-04/sign/").status == 302


def on_the_shelf(home: Home, text: str) -> Path:
    folder = home.path / "reports" / "2019-04"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.pdf").write_text(text)
    return folder / "report.pdf"


def test_a_councillor_reads_what_was_written_after_signing_and_nothing_before(own_server: str, own_home: Home) -> None:
    early = on_the_shelf(own_home, "a draft")
    os.utime(early, (time.time() - 60, time.time() - 60))
    councillor, officer = signed_in(own_server, Role.COUNCILLOR), signed_in(own_server, Role.DEMOCRATIC_SERVICES)
    assert officer.get(PDF).body == b"a draft"
    assert councillor.get(PDF).status == 404
    signed(own_server)
    assert councillor.get(PDF).status == 404, "a draft written before signing is not what was signed"
    on_the_shelf(own_home, "the paper")
    assert councillor.get(PDF).body == b"the paper"
    assert PDF in councillor.get("/r/").text


def test_no_other_file_of_the_home_can_be_fetched_as_a_paper(own_server: str, own_home: Home) -> None:
    on_the_shelf(own_home, "a draft")
    officer = signed_in(own_server, Role.DIRECTOR)
    for name in ("../../council.toml", "..%2f..%2fcouncil.toml", "council.toml", "secret-key", "report.pdf%00"):
        assert officer.get(f"/r/2019-04/{name}").status == 404, name
    assert officer.get("/r/nonsense/report.pdf").status == 404


def test_a_councillor_writes_no_paper(own_server: str) -> None:
    councillor: Visitor = signed_in(own_server, Role.COUNCILLOR)
    answer = councillor.post("/r/", month="2019-04", meeting="2019-06-18")
    assert answer.status == 400
    assert "written by officers" in answer.text


def test_a_meeting_that_is_no_day_is_said_to_be_none(own_server: str) -> None:
    answer = signed_in(own_server, Role.DIRECTOR).post("/r/", month="2019-04", meeting="June")
    assert answer.status == 400
    assert "the day the committee meets" in answer.text
