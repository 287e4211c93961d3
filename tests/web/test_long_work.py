"""Long work: done beside the pages or by a worker of its own; what is cut off says so, and what waits is still done."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from everychild.roles import Role
from everychild.store.home import Home
from tests.processes import own_port
from tests.web.conftest import SERVE
from tests.web.staff import Visitor, signed_in, staffed

pytestmark = pytest.mark.skipif(os.name == "nt", reason="ends whole groups of processes, as an operating system would")
BY_SEVERAL = SERVE.replace("flush=True))", "flush=True), 2)")
LONGEST = 120


@contextmanager
def running(program: str, *told: object) -> Iterator[subprocess.Popen[str]]:
    """In a group of its own, so that all of it can be ended at once."""
    process = subprocess.Popen(
        [sys.executable, "-c", program, *map(str, told)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        end(process, signal.SIGTERM)


def end(process: subprocess.Popen[str], how: signal.Signals) -> str:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, how)
    try:
        return process.communicate(timeout=30)[0]
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        return process.communicate()[0]


def address_told(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith("http"):
            return line.strip().rstrip("/")
    raise AssertionError("the server ended without answering")


def ask_for_a_paper(visitor: Visitor) -> str:
    answer = visitor.post("/r/", month="2019-04", meeting="2019-06-18")
    assert answer.status == 302, answer.text
    return answer.headers["location"]


def wait_until(said: str, visitor: Visitor, page: str) -> str:
    until = time.monotonic() + LONGEST
    text = ""
    while time.monotonic() < until:
        text = visitor.get(page).text
        if said in text:
            return text
        time.sleep(0.1)
    raise AssertionError(f"{page} never said {said!r}: {text}")


WORK = "import sys; from everychild.cli import main; sys.argv = ['everychild', 'work', '--home', sys.argv[1]]; main()"


@pytest.fixture
def staffed_home(home: Home, tmp_path: Path) -> Home:
    return staffed(home, tmp_path / "home")


def test_what_a_kill_cuts_off_says_so_at_the_next_start_and_what_waited_is_done(staffed_home: Home) -> None:
    with running(SERVE, staffed_home.path, own_port(19000)) as server:
        analyst = signed_in(address_told(server), Role.ANALYST)
        first, second = ask_for_a_paper(analyst), ask_for_a_paper(analyst)
        wait_until("At work.", analyst, first)
        assert "Waiting for what was asked for before it." in analyst.get(second).text
        end(server, signal.SIGKILL)
    with running(SERVE, staffed_home.path, own_port(19000)) as server:
        analyst = signed_in(address_told(server), Role.ANALYST)
        cut_off = wait_until("Cut off: the server stopped.", analyst, first)
        assert "At work." not in cut_off
        wait_until("Done.", analyst, second)


def test_several_processes_serve_pages_and_one_more_does_the_work(staffed_home: Home) -> None:
    """Until it is started the page says who should start it; a second is not let in; it ends what it began."""
    with running(BY_SEVERAL, staffed_home.path, own_port(19050)) as server:
        analyst = signed_in(address_told(server), Role.ANALYST)
        page = ask_for_a_paper(analyst)
        wait_until("Nobody does the work just now", analyst, page)
        with running(WORK, staffed_home.path) as worker:
            wait_until("At work.", analyst, page)
            with running(WORK, staffed_home.path) as another:
                assert another.wait(timeout=60) == 1
                assert another.stdout is not None
                assert "doing the work" in another.stdout.read()
            os.kill(worker.pid, signal.SIGTERM)
            wait_until("Done.", analyst, page)
            assert worker.wait(timeout=60) == 0
        second = ask_for_a_paper(analyst)
        with running(WORK, staffed_home.path) as worker:
            wait_until("At work.", analyst, second)
            end(worker, signal.SIGKILL)
        wait_until("Cut off: what was doing it has stopped.", analyst, second)
