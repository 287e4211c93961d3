"""Finding an indicator by its reference, its title, what else it is called, or a word of its definition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from everychild import wording
from everychild.judgement.judged import Judged
from everychild.web.presenters.figures import Shown, shown
from everychild.web.presenters.frame import Frame, frame
from everychild.web.presenters.marks import Mark, mark_of
from everychild.web.presenters.messages import Link

if TYPE_CHECKING:
    from everychild.web.editions import Asked

LONGEST = 80
HEADING = "Find an indicator"


@dataclass(frozen=True)
class Found:
    """One indicator that answers, with enough to choose by."""

    link: Link
    about: str
    meaning: str
    shown: Shown
    status: Mark


@dataclass(frozen=True)
class FindPage:
    frame: Frame
    asked_for: str
    result: str
    found: tuple[Found, ...]


def find_page(asked: Asked, words: str) -> FindPage:
    words = words.strip()[:LONGEST]
    items = matching(asked.edition.indicators, words)
    return FindPage(
        frame=frame(asked, HEADING, "find/"),
        asked_for=words,
        result=_result(words, len(items)),
        found=tuple(_found(item, asked) for item in items),
    )


def matching(items: tuple[Judged, ...], words: str) -> tuple[Judged, ...]:
    """Those in which every word stands; a word of the title or another name counts before a word of the definition."""
    wanted = words.lower().split()
    if not wanted:
        return ()
    by_name = [item for item in items if all(word in _names(item) for word in wanted)]
    rest = [item for item in items if item not in by_name and all(word in _everything(item) for word in wanted)]
    return (*by_name, *rest)


def only_by_reference(items: tuple[Judged, ...], words: str) -> Judged | None:
    """The indicator whose reference was typed: there is nothing to choose."""
    return next((item for item in items if item.ref.lower() == words.strip().lower()), None)


def _names(item: Judged) -> str:
    indicator = item.indicator
    area = indicator.area.title if indicator.area else ""
    return " ".join((item.ref, item.title, area, indicator.section.title, *indicator.synonyms)).lower()


def _everything(item: Judged) -> str:
    return f"{_names(item)} {item.meaning} {item.indicator.why} {item.indicator.of.counted_in}".lower()


def _found(item: Judged, asked: Asked) -> Found:
    return Found(
        link=Link(item.title, asked.place.indicator(item.ref)),
        about=f"{item.ref}. {item.indicator.section.title}.",
        meaning=item.meaning,
        shown=shown(item),
        status=mark_of(item),
    )


def _result(words: str, how_many: int) -> str:
    if not words:
        return "Type a word of its title, another name it goes by, or its reference."
    if how_many == 0:
        return f"Nothing goes by “{words}”. Try one shorter word, or look through the sections below."
    return f"{wording.sentence(wording.in_words(how_many))} for “{words}”."
