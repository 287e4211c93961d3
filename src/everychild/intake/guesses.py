"""What a council's own heading or value may mean, likeliest first: offered to a person, and never taken by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from rapidfuzz import fuzz

from everychild.intake.mapping import codes_of, columns_of
from everychild.intake.recognise import LAYOUTS
from everychild.layouts.layout import Heading, SheetLayout

LIKE = 60
"""Out of 100: what is less like is not called a guess."""

MOST = 3
LISTS_OFFERED = 5

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")


def columns_like(layout: SheetLayout, written: str) -> tuple[str, ...]:
    """The columns a heading may stand for."""
    return _best((heading.title, _likeness(written, _names(heading))) for heading in columns_of(layout))


def codes_like(heading: Heading, written: str) -> tuple[str, ...]:
    """The codes a value may stand for."""
    if heading.codes is None:
        return ()
    also: dict[str, list[str]] = {}
    for form, code in heading.codes.also.items():
        also.setdefault(code, []).append(form)
    forms = heading.codes.written
    return _best(
        (code, _likeness(written, (code, meaning, forms[code], *also.get(code, ()))))
        for code, meaning in codes_of(heading)
    )


def lists_like(header: Sequence[str]) -> tuple[str, ...]:
    """The lists a sheet with these headings may be, by name: those whose columns find the most of them alike."""
    liked = [(name, _share_alike(layout, header)) for name, layout in LAYOUTS.items()]
    return tuple(name for name, share in sorted(liked, key=lambda each: -each[1])[:LISTS_OFFERED] if share)


def _share_alike(layout: SheetLayout, header: Sequence[str]) -> float:
    """How alike, on average, what the list must have and may expect is to the best of the headings."""
    expected = [heading for heading in columns_of(layout) if heading.expected or heading.required]
    best = [max((_likeness(written, _names(heading)) for written in header), default=0.0) for heading in expected]
    return sum(like for like in best if like >= LIKE) / max(len(best), 1)


def _best(liked: Iterable[tuple[str, float]]) -> tuple[str, ...]:
    found = sorted(((name, like) for name, like in liked if like >= LIKE), key=lambda each: -each[1])
    return tuple(name for name, _ in found[:MOST])


def _likeness(written: str, names: Iterable[str]) -> float:
    words = _words(written)
    return max((fuzz.WRatio(words, _words(name)) for name in names if name), default=0.0)


@cache
def _words(text: str) -> str:
    """In small letters and single spaces, parted where camels and underscores part them."""
    return " ".join(_WORD.findall(text)).casefold()


@cache
def _names(heading: Heading) -> tuple[str, ...]:
    return (heading.title, *heading.aliases, *heading.likely_aliases)
