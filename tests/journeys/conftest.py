"""One small Northbrook, made once; each journey walks in a copy of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser

from everychild.store.home import Home
from tests.homes import copy_of
from tests.web.conftest import browser_type_launch_args, pictures, served

pytest.register_assert_rewrite("tests.journeys.walking", "tests.web.visiting")

if TYPE_CHECKING:  # what readies Django waits until a fixture asks for it, as pytest wants it
    from tests.journeys.northbrook import Before
    from tests.journeys.walking import Walk

__all__ = ["browser_type_launch_args", "pictures"]

Walks = Callable[[str, str], "Walk"]


@pytest.fixture(scope="session")
def before(tmp_path_factory: pytest.TempPathFactory) -> Before:
    """As it stands when the analyst comes to the month end."""
    from tests.journeys import northbrook

    return northbrook.before_the_month_end(tmp_path_factory.mktemp("journeys"))


@pytest.fixture(scope="session")
def closed_home(before: Before, tmp_path_factory: pytest.TempPathFactory) -> Home:
    from tests.journeys import northbrook

    return northbrook.closed(before, tmp_path_factory.mktemp("closed") / "home")


@pytest.fixture(scope="session")
def signed_home(closed_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Home:
    from tests.journeys import northbrook

    return northbrook.signed(closed_home, tmp_path_factory.mktemp("signed") / "home")


@pytest.fixture
def month_end_server(before: Before, tmp_path: Path) -> Iterator[str]:
    own = copy_of(before.home, tmp_path / "home")
    yield from served(own, 19400)


@pytest.fixture
def closed_server(closed_home: Home, tmp_path: Path) -> Iterator[str]:
    own = copy_of(closed_home, tmp_path / "home")
    yield from served(own, 19420)


@pytest.fixture
def signed_server(signed_home: Home, tmp_path: Path) -> Iterator[str]:
    own = copy_of(signed_home, tmp_path / "home")
    yield from served(own, 19440)


@pytest.fixture(scope="session")
def published(signed_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The public site of the signed month, in a folder, as `everychild publish` writes it."""
    folder = tmp_path_factory.mktemp("public") / "site"
    own = copy_of(signed_home, folder.parent / "home")
    done = _everychild("publish", "2019-04", "--to", str(folder), "--home", str(own.path))
    assert "Release 1 of 2019-04." in done, done
    return folder


@pytest.fixture(scope="session")
def public_server(published: Path) -> Iterator[str]:
    """`everychild serve-public`, in a process that is given that folder and nothing else."""
    command = [sys.executable, "-m", "everychild", "serve-public", str(published), "--port", "19460"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            told = process.stdout.readline()
            assert " at http://127.0.0.1:" in told, told
            yield told.split()[-1].rstrip("/")
        finally:
            process.terminate()


@pytest.fixture
def walks(browser: Browser, pictures: Path | None) -> Iterator[Walks]:
    """Somebody at a browser of their own: `walks("sam", server)`. Nobody’s name is whoever does not sign in."""
    from tests.journeys.walking import Walk

    contexts = []

    def begins(sign_in_name: str, server: str) -> Walk:
        contexts.append(browser.new_context(accept_downloads=True))
        walk = Walk(contexts[-1].new_page(), server, pictures)
        if sign_in_name:
            walk.signs_in(sign_in_name)
        return walk

    yield begins
    for context in contexts:
        context.close()


def _everychild(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "everychild", *arguments], capture_output=True, text=True, timeout=600, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
