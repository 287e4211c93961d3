"""The site answers everybody else while a file made to hurt it is refused."""

from __future__ import annotations

import time
from collections.abc import Iterator
from threading import Thread

import pytest

from everychild.roles import Role
from everychild.store.home import Home
from tests.intake.bombs import BOMBS, Bomb
from tests.web.conftest import served
from tests.web.staff import Visitor, signed_in, staffed

AT_MOST = 5
"""Seconds for a page. On a quiet machine it is a tenth of one: a test machine is slow and works for others too."""

A_WHILE = 60
PAGES = ("/p/2019-04/", "/load/", "/health")
SENT = [bomb for bomb in BOMBS if bomb.name in ("shared-text.xlsx", "many-names.xml")]
"""A workbook and a document that are small to send and take long to refuse."""


@pytest.fixture(scope="module")
def attacked_server(home: Home, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    yield from served(staffed(home, tmp_path_factory.mktemp("attacked") / "home"), 18970)


@pytest.mark.parametrize("bomb", [pytest.param(bomb, id=bomb.name) for bomb in SENT])
def test_pages_are_answered_while_a_bomb_is_refused(attacked_server: str, bomb: Bomb) -> None:
    """One person sends the file; another asks for pages all the while."""
    sender, reader = (signed_in(attacked_server, Role.ANALYST) for _ in range(2))
    for page in PAGES:
        reader.get(page)  # the first of each after the start readies what all others use
    told: list[str] = []
    sending = Thread(target=lambda: told.append(sent_and_told(sender, bomb)))
    sending.start()
    answers: list[tuple[str, int]] = []
    slowest = 0.0
    while sending.is_alive():
        for page in PAGES:
            began = time.perf_counter()
            answers.append((page, reader.get(page).status))
            slowest = max(slowest, time.perf_counter() - began)

    assert "Refused. Nothing was kept." in "".join(told)
    assert set(answers) == {(page, 200) for page in PAGES}
    assert slowest < AT_MOST


def sent_and_told(sender: Visitor, bomb: Bomb) -> str:
    """What the page of the load says when it is over, or after a while."""
    answer = sender.send("/load/", "files", bomb.name, bomb.make())
    assert answer.status == 302, bomb.name
    page = ""
    until = time.monotonic() + A_WHILE
    while time.monotonic() < until and "Nothing was kept" not in page:
        time.sleep(0.2)
        page = sender.get(answer.headers["location"]).text
    return page
