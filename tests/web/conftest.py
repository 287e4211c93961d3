"""A served home and a browser to visit it with."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import UTC, datetime, time
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Page

from everychild.journal.connection import point_at
from everychild.store.home import Home
from tests.processes import made_once, own_port
from tests.web.invented import APRIL, empty_home, invented_home

pytest.register_assert_rewrite("tests.web.visiting")  # so that its complaints show what was found

from tests.web.visiting import Visit  # noqa: E402

SERVE = """
import sys
from pathlib import Path
from everychild.web.serve import serve
serve(Path(sys.argv[1]), int(sys.argv[2]), lambda address: print(address, flush=True))
"""
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
)


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return made_once(tmp_path_factory, "invented", invented_home)


@pytest.fixture(scope="session")
def counted(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A small Northbrook, counted from its own files: here numbers must hang together as real ones do."""
    return made_once(tmp_path_factory, "counted", counted_home)


@pytest.fixture(autouse=True)
def own_journal(home: Home) -> None:
    """Other tests open other homes in this process: each test here begins with its own."""
    point_at(home)


@pytest.fixture(scope="session")
def server(home: Home) -> Iterator[str]:
    """The address of the dashboard as a user runs it, in a process of its own."""
    yield from served(home, 18700)


@pytest.fixture(scope="session")
def base_url(server: str) -> str:
    """Where the browser's relative addresses begin."""
    return server


@pytest.fixture(scope="session")
def empty_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    yield from served(empty_home(tmp_path_factory.mktemp("new") / "home"), 18800)


@pytest.fixture(scope="session")
def staff_server(home: Home, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same figures where everybody signs in, with one person of each role."""
    from tests.web.staff import staffed

    yield from served(staffed(home, tmp_path_factory.mktemp("staffed") / "home"), 18900)


def counted_home(place: Path) -> None:
    from everychild.cli.new_home import make_home  # what needs Django set up must not be imported before pytest is
    from everychild.month_end import close, load
    from everychild.northbrook import write_files

    deliveries = write_files(place.parent / "files", children=760, months=14)
    settings = files("everychild.northbrook").joinpath("council.toml").read_text(encoding="utf-8")
    made = make_home(place, settings)
    for delivery in deliveries:
        received = datetime.combine(delivery.extracted_on, time(9), tzinfo=UTC)
        load(made, [delivery.folder], received, delivery.extracted_on)
    close(made, APRIL, datetime(2019, 5, 20, 9, tzinfo=UTC))


def served(home: Home, port: int, log: Path | None = None) -> Iterator[str]:
    """A server’s address; it is looked for a free port from this one on, among this process’s own."""
    with log.open("wb") if log else nullcontext() as kept:
        process = subprocess.Popen(
            [sys.executable, "-c", SERVE, str(home.path), str(own_port(port))],
            stdout=subprocess.PIPE,
            stderr=kept,
            text=True,
        )
    try:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        assert address, "the server ended without answering"
        yield address.rstrip("/")
    finally:
        process.terminate()
        process.communicate(timeout=20)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, object]) -> dict[str, object]:
    """The system's own Chromium, silent but for the pages it is asked for."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    assert found, "page tests need Chromium: `make system` installs it, or says how"
    sandbox = ("--no-sandbox",) if os.name == "posix" and os.geteuid() == 0 else ()
    return {**browser_type_launch_args, "executable_path": found, "args": [*QUIET, *sandbox]}


@pytest.fixture
def visit(page: Page, server: str) -> Visit:
    return Visit(page, server)


@pytest.fixture(scope="session")
def pictures() -> Path | None:
    """Where to put pictures of the pages; none are taken unless EVERYCHILD_PICTURES says."""
    folder = os.environ.get("EVERYCHILD_PICTURES")
    return Path(folder) if folder else None
