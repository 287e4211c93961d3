"""One paper, written once, for every test that reads it."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from everychild.report import write_paper
from everychild.report.committee import committee_paper
from everychild.report.document import Paper
from tests.report.lively import lively

MEETING = date(2019, 6, 18)
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def paper() -> Paper:
    return committee_paper(lively(), MEETING)


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Each file by its ending."""
    paths = write_paper(lively(), MEETING, tmp_path_factory.mktemp("paper"))
    return {path.suffix.removeprefix("."): path.read_bytes() for path in paths}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "reports" / "2019-04"


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, object]) -> dict[str, object]:
    """The system's own Chromium."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    assert found, "page tests need Chromium: `make system` installs it, or says how"
    sandbox = ["--no-sandbox"] if os.name == "posix" and os.geteuid() == 0 else []
    return {**browser_type_launch_args, "executable_path": found, "args": sandbox}
