"""One paper, written once, for every test that reads it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from everychild.report import write_paper
from everychild.report.committee import committee_paper
from everychild.report.document import Paper
from tests.report.lively import lively

MEETING = date(2019, 6, 18)


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
