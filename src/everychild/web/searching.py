"""Finding by what people type: whole words or their beginnings, other names, and a slip of the finger forgiven."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import chain

from everychild.catalogue.heard import HEARD

WORD = re.compile(r"[a-z0-9&]+(?:[-’'][a-z0-9&]+)*")
SHORTEST_BEGINNING = 3
"""Shorter than this, a word must be typed whole: “in” begins too much."""

SHORTEST_SLIP = 4
ALIKE = 0.75
"""How alike a slip and a word must be, as difflib counts: “refferal” and “referral” are 0.93."""


@dataclass(frozen=True)
class Entry[Thing]:
    """Something that can be found: by its names, or failing that by what is said of it."""

    thing: Thing
    names: frozenset[str]
    rest: frozenset[str]


@dataclass(frozen=True)
class Search[Thing]:
    """What answers, best first; `instead` where nothing went by what was typed and something goes by this."""

    found: tuple[Thing, ...]
    instead: str = ""


def entry[Thing](thing: Thing, names: Iterable[str], rest: Iterable[str] = ()) -> Entry[Thing]:
    return Entry(thing, frozenset(_indexed(names)), frozenset(_indexed(rest)))


def search[Thing](entries: Sequence[Entry[Thing]], typed: str) -> Search[Thing]:
    """Those in which every word stands, by its own name before by what is said of it; a slip only where none does."""
    found = _matching(entries, typed)
    if found or not typed.strip():
        return Search(found)
    instead = _put_right(entries, typed)
    return Search(_matching(entries, instead), instead) if instead else Search(())


def words_of(text: str) -> list[str]:
    """The words of a text, each without its plural and with its hyphens closed up: “re-referrals” is “rereferral”."""
    return [_plain(word) for word in WORD.findall(text.lower())]


def code_in(typed: str) -> str:
    """What was typed as a reference would be: “cp 22” and “CP-22” are CP22."""
    return re.sub(r"[\s-]", "", typed).upper()


def _matching[Thing](entries: Sequence[Entry[Thing]], typed: str) -> tuple[Thing, ...]:
    ways = _ways_to_say(words_of(typed))
    by_name = [one for one in entries if any(_all_in(words, one.names) for words in ways)]
    rest = [
        one for one in entries if one not in by_name and any(_all_in(words, one.names | one.rest) for words in ways)
    ]
    return tuple(one.thing for one in (*by_name, *rest))


def _ways_to_say(words: list[str]) -> list[list[str]]:
    """As it was typed, and with each name that is heard replaced by the words it stands for."""
    if not words:
        return []
    ways = [words]
    for heard, meant in HEARD.items():
        said = words_of(heard)
        at = next((place for place in range(len(words)) if words[place : place + len(said)] == said), None)
        if at is not None:
            ways += [[*words[:at], *words_of(stands_for), *words[at + len(said) :]] for stands_for in meant]
    return ways


def _all_in(wanted: Sequence[str], words: frozenset[str]) -> bool:
    return all(
        one in words or (len(one) >= SHORTEST_BEGINNING and any(word.startswith(one) for word in words))
        for one in wanted
    )


def _put_right[Thing](entries: Sequence[Entry[Thing]], typed: str) -> str:
    """What was typed with each unknown word made the nearest known one; nothing where that changes nothing."""
    known = frozenset(chain.from_iterable(one.names | one.rest for one in entries)) | {
        word for heard in HEARD for word in words_of(heard)
    }
    words = words_of(typed)
    better = [word if _all_in([word], known) else _nearest(word, known) for word in words]
    return " ".join(better) if better != words else ""


def _nearest(word: str, known: frozenset[str]) -> str:
    if len(word) < SHORTEST_SLIP:
        return word
    return next(iter(get_close_matches(word, sorted(known), 1, ALIKE)), word)


def _indexed(texts: Iterable[str]) -> Iterable[str]:
    """Each word, and the parts of one with a hyphen as well."""
    for text in texts:
        for word in WORD.findall(text.lower()):
            yield _plain(word)
            if "-" in word:
                yield from map(_plain, word.split("-"))


def _plain(word: str) -> str:
    word = re.sub(r"[-’']", "", word)
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
