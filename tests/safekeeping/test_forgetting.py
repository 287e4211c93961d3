"""A server that is running forgets what was deleted past it, at the next page that is asked for."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection

import everychild
from everychild.journal import deletions, people
from everychild.journal.connection import open_journal
from everychild.journal.deletions import Deleted, Kind
from everychild.journal.remembered import until_a_deletion
from everychild.roles import Role
from everychild.safekeeping.erase import look
from everychild.store.home import Home
from tests.homes import copy_of
from tests.safekeeping.small_home import THIRD_OF_MAY
from tests.web.conftest import served
from tests.web.staff import PASSWORD, signed_in

CHILD, ANOTHER = "0001", "0002"
LISTED = "/p/2019-04/i/EH04/children/"
SOURCE = Path(everychild.__file__).parent
READS_ROWS = ("web/", "store/", "journal/")
OF_NOBODY = {
    "calendar.py": "England’s bank holidays",
    "council.py": "settings",
    "reconciled.py": "codes that a layout cannot write",
    "sign_in.py": "settings",
    "store/asking.py": "titles of lists",
    "store/benchmarks.py": "councils’ published figures",
    "store/counting.py": "names of records",
    "store/software.py": "this software’s own digest",
    "store/spark/spoken.py": "statements",
    "web/committee_calendar.py": "holidays",
    "web/furniture.py": "addresses of the style sheet",
}
"""What remembers for as long as a process lives, and what."""


@pytest.fixture
def home(kept_home: Home, tmp_path: Path) -> Home:
    copy = copy_of(kept_home, tmp_path / "home")
    open_journal(copy)
    people.add("tess", "Tess Okafor", Role.TEAM_MANAGER, PASSWORD, THIRD_OF_MAY, "the test", teams=["North", "South"])
    return copy


@pytest.fixture
def server(home: Home) -> Iterator[str]:
    yield from served(home, 19350)


def test_a_child_who_is_erased_by_a_command_stands_on_no_page_of_a_server_that_goes_on(home: Home, server: str) -> None:
    tess = signed_in(server, "tess")
    assert CHILD in tess.get(LISTED).text
    key = look(home, CHILD).key
    asked = ["erase", CHILD, "--confirm", key, "--who", "Ada Okafor", "--why", "By order of the court"]
    done = subprocess.run(
        [sys.executable, "-m", "everychild", *asked, "--home", str(home.path)],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    answer = tess.get(LISTED)
    assert answer.status == 200
    assert CHILD not in answer.text
    assert ANOTHER in answer.text, "the other is still there"


def test_nothing_that_tells_of_children_is_remembered_past_a_deletion() -> None:
    """Whatever is kept in memory for good tells of nobody, and is named here with what it is."""
    found = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        if re.search(r"^@(functools\.)?(lru_)?cache\b", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert {name for name in found if name.startswith(READS_ROWS) or "/" not in name} == set(OF_NOBODY)


def test_an_answer_worked_out_while_something_was_deleted_is_given_to_nobody_after(home: Home) -> None:
    begun, go_on, asked = threading.Event(), threading.Event(), []

    @until_a_deletion(at_most=4)
    def told(of: str) -> int:
        asked.append(of)
        if len(asked) == 1:
            begun.set()
            assert go_on.wait(20)
        return len(asked)

    def slowly() -> None:
        told("EH04")
        connection.close()

    slow = threading.Thread(target=slowly)
    slow.start()
    assert begun.wait(20)
    at = datetime(2019, 6, 4, tzinfo=UTC)
    deletions.record(Deleted("a" * 64, Kind.PURGE, {}, "Ada Okafor", "The schedule", at, ()))
    assert told("EH04") == 2
    go_on.set()
    slow.join()
    assert told("EH04") == 2, "what was begun before is not told"
    assert told("EH04") == 2, "and what is told is remembered"
    deletions.record(Deleted("b" * 64, Kind.PURGE, {}, "Ada Okafor", "Again", at + timedelta(days=1), ()))
    assert told("EH04") == 3
