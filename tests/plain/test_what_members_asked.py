"""Each thing Members asked for names a test that is there; and three of them are shown here."""

from __future__ import annotations

import re
from pathlib import Path

from everychild.catalogue import CATALOGUE
from everychild.catalogue.indicator import Influence

ROOT = Path(__file__).parents[2]
ASKED = ROOT / "docs" / "what-members-asked.md"
NAMED = re.compile(r"^\| (\d+) \|.*`(tests/[\w/]+\.py)::(test_\w+)` \|$", re.MULTILINE)


def test_every_ask_names_a_test_that_is_there() -> None:
    text = ASKED.read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if re.match(r"\| \d+ \|", line)]
    named = NAMED.findall(text)
    assert [int(number) for number, _, _ in named] == list(range(1, len(rows) + 1))
    assert len(named) >= 20
    for number, path, name in named:
        assert re.search(rf"^def {name}\(", (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE), (
            f"{number}: {name}"
        )


def test_every_measure_says_how_far_the_council_can_move_it() -> None:
    assert {indicator.influence for indicator in CATALOGUE} == set(Influence)


def test_quality_and_the_childs_voice_stand_beside_timeliness() -> None:
    titles = {indicator.ref: indicator.title for indicator in CATALOGUE}
    assert "audits graded good" in titles["QA02"]
    assert "views were given" in titles["CP30"]
    assert "seen alone" in titles["CP24"]
    assert "took part" in titles["RH02"]


def test_no_measure_is_a_bundle_of_others() -> None:
    """What is counted are the rows of one fact, under conditions on those rows: nothing is made of other measures."""
    refs = {indicator.ref for indicator in CATALOGUE}
    for indicator in CATALOGUE:
        assert not any(re.search(rf"\b{ref}\b", indicator.of.select) for ref in refs), indicator.ref
