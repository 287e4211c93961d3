"""The documents’ pictures: each is taken by a test, so that taking them again shows the pages as they are."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def test_every_picture_is_shown_and_taken_by_a_test() -> None:
    kept = {path.stem for path in (ROOT / "docs" / "pictures").iterdir()}
    shown = {name for path in DOCUMENTS for name in re.findall(r"pictures/([a-z-]+)\.png\)", path.read_text("utf-8"))}
    assert len(shown) > 10
    assert kept == shown
    assert shown == {*by_journeys(), *by_the_demonstration()}


def by_journeys() -> set[str]:
    told = "".join(path.read_text("utf-8") for path in (ROOT / "tests" / "journeys").glob("test_*.py"))
    taken = re.findall(r"\.pictured\(\"([a-z-]+)\"([^)]*)\)", told)
    return {f"{name}-phone" if "telephone" in how else name for name, how in taken}


def by_the_demonstration() -> set[str]:
    from tests.story.test_demonstration import FIRST_PAGES

    return set(FIRST_PAGES)
