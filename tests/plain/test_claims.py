"""What we claim about security is held to its tests: each named is there, and limits told of are the program’s own."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from scripts.claims import CHAPTERS, MET, NOT_APPLICABLE, NOT_MET, STATUSES, claims

from everychild.intake import archive, decode_child, preflight
from everychild.journal import passwords, tokens

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
TOLD = (DOCS / "nevers.md", DOCS / "accessibility.md", *sorted((DOCS / "security").glob("*.md")))
TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
DOCUMENT = re.compile(r"((?:docs/[\w/-]+|SECURITY)\.md)(?:#([\w-]+))?")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
NUMBER = re.compile(r"\d+\.\d+\.\d+")


@cache
def names_in(path: str) -> frozenset[str]:
    file = ROOT / path
    return frozenset(re.findall(r"^def (test_\w+)\(", file.read_text(encoding="utf-8"), re.MULTILINE))


def test_every_requirement_stands_once_and_none_is_missing() -> None:
    """As many as the standard has: 70 of level 1, 183 of level 2, and ten of level 3 by choice."""
    every = claims()
    numbers = [claim.number for claim in every]
    assert len(set(numbers)) == len(numbers)
    assert all(NUMBER.fullmatch(number) for number in numbers)
    assert Counter(claim.level for claim in every) == {1: 70, 2: 183, 3: 10}
    assert {claim.chapter for claim in every} == set(range(1, len(CHAPTERS) + 1))
    found = Counter(claim.status for claim in every)
    assert set(found) == set(STATUSES)
    print(", ".join(f"{status}: {found[status]}" for status in STATUSES))


def test_every_claim_is_held_to_its_test() -> None:
    """Met only with a test that is there; not applicable only with a reason; and nothing else names one as its proof."""
    held = 0
    for claim in claims():
        assert claim.requirement, claim.number
        assert bool(claim.tests) == (claim.status == MET), claim.number
        if claim.status == NOT_APPLICABLE:
            assert len(claim.note) > 10, claim.number
        for test in claim.tests:
            path, _, name = test.partition("::")
            assert name in names_in(path), f"{claim.number}: {test}"
            held += 1
    assert held > 100


def test_every_test_that_a_note_names_is_there() -> None:
    everywhere = {name for path in (ROOT / "tests").rglob("test_*.py") for name in names_in(str(path))}
    for claim in claims():
        assert set(re.findall(r"\btest_\w+", claim.note)) <= everywhere, claim.number
        assert claim.status == NOT_MET or "no test" not in claim.note, claim.number


def test_each_document_a_claim_names_is_there() -> None:
    """With the heading it names, which says something."""
    held = 0
    for claim in claims():
        for path, anchor in DOCUMENT.findall(claim.note):
            text = (ROOT / path).read_text(encoding="utf-8")
            if anchor:
                said = {slug(heading): heading for heading in HEADING.findall(text)}
                assert anchor in said, f"{claim.number}: {path}#{anchor}"
                part = text.split(f"# {said[anchor]}\n", 1)[1].split("\n## ", 1)[0]
                assert len(part) > 200, f"{claim.number}: {path}#{anchor} says next to nothing"
                held += 1
    assert held > 10


def slug(heading: str) -> str:
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("page", TOLD, ids=lambda page: page.stem)
def test_every_test_a_page_names_is_there(page: Path) -> None:
    for path, name in TEST.findall(page.read_text(encoding="utf-8")):
        assert name in names_in(path), f"{page.name}: {path}::{name}"


def test_every_never_names_a_test_or_says_that_there_is_none() -> None:
    nevers = re.split(r"^## (?=\d+\. )", (DOCS / "nevers.md").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    assert [int(never.partition(".")[0]) for never in nevers] == list(range(1, 17))
    for never in nevers:
        assert TEST.search(never) or "no check yet" in never, never


def test_the_limits_told_of_are_those_of_the_program() -> None:
    from everychild.web import come_in, second_factor, settings

    limits = {
        "One file": f"{preflight.MOST_BYTES // 1024**2} MB",
        "Files in one zip": f"{archive.MOST_FILES:,}",
        "A zip, packed": f"{archive.MOST_PACKED // 1024**2} MB",
        "A zip, unpacked": f"{archive.MOST_UNPACKED // 1024**2:,} MB",
        "Files in one upload": f"{settings.DATA_UPLOAD_MAX_NUMBER_FILES:,}",
        "Memory of the process that reads a file": f"{decode_child.MEMORY // 1024**3} GB",
        "Wrong passwords or codes before a name waits": f"{come_in.TRIES}",
        "How long it waits": f"{come_in.WAIT.seconds // 60} minutes",
        "Shortest password": f"{passwords.SHORTEST_PASSWORD} letters",
        "Without a page": f"{settings.IDLE.seconds // 60} minutes",
        "Signed in, in all": f"{settings.LONGEST.seconds // 3600} hours",
        "A code asked for after the password": f"{second_factor.TIME_FOR_A_CODE.seconds // 60} minutes",
        "A link to choose a password by": f"{settings.LINK_LASTS.total_seconds() // 3600:.0f} hours",
        "Questions by programs": f"{settings.API_QUESTIONS_A_MINUTE} a minute",
        "A token": f"{tokens.LONGEST_DAYS} days",
    }
    text = (DOCS / "security" / "hosting.md").read_text(encoding="utf-8").split("\n## Limits\n")[1].split("\n## ")[0]
    told = dict(re.findall(r"^\| ([A-Z][^|]+) \| ([^|]+) \|$", text, re.MULTILINE))
    assert told.pop("What") == "Limit"
    assert told == limits
