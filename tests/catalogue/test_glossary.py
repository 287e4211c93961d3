"""GLOSSARY.md: every entry has a name the code uses, and every abbreviation a reader may meet is explained."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GLOSSARY = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")
ENTRIES = [line for line in GLOSSARY.splitlines() if line.startswith("- ")]
HEARD = (
    "LAC",
    "CLA",
    "CIN",
    "CP",
    "ICPC",
    "RCPC",
    "EHA",
    "RHI",
    "RHA",
    "NFA",
    "NEET",
    "EET",
    "IRO",
    "SW",
    "MASH",
    "S47",
)

each_entry = pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.split("**")[1])


@each_entry
def test_an_entry_gives_term_code_name_and_meaning(entry: str) -> None:
    """`- **Term** (`name`): meaning.`"""
    assert re.fullmatch(r"- \*\*[^*]+\*\* \((`\w+`(, )?)+\): [^\s].*[.*]", entry)


@each_entry
def test_an_entry_names_what_the_code_calls_it(entry: str) -> None:
    """A glossary that has drifted from the code is worse than none."""
    names = re.findall(r"`(\w+)`", entry.split("):")[0])
    assert names
    assert set(names) <= words_of_the_code()


def test_abbreviations_are_explained_where_they_may_be_heard() -> None:
    for word in HEARD:
        assert re.search(rf"\b{word}\b", GLOSSARY), f"{word} is not explained"


def test_terms_stand_once_and_quotes_are_curly() -> None:
    terms = [entry.split("**")[1] for entry in ENTRIES]
    assert len(set(terms)) == len(terms)
    assert not re.search(r"['\"]", GLOSSARY)


@cache
def words_of_the_code() -> frozenset[str]:
    """Every name in our own Python and SQL."""
    sources = [path for kind in ("*.py", "*.sql") for path in (ROOT / "src" / "everychild").rglob(kind)]
    return frozenset(word for path in sources for word in re.findall(r"\w+", path.read_text(encoding="utf-8")))
