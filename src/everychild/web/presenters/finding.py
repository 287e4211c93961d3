"""Finding an indicator, a team or a place, a section or a page by what people call it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from everychild import wording
from everychild.catalogue import SECTIONS
from everychild.facts import Breakdown
from everychild.judgement.judged import Judged
from everychild.roles import Need, Viewer
from everychild.web.addresses import PROGRAMS, WORKLIST
from everychild.web.presenters.desk import ROOMS
from everychild.web.presenters.figures import Shown, shown
from everychild.web.presenters.frame import Frame, frame, has_indicators
from everychild.web.presenters.marks import Mark, mark_of
from everychild.web.presenters.messages import Link
from everychild.web.presenters.profile import HEADING as PROFILE
from everychild.web.searching import Search, code_in, entry, search

if TYPE_CHECKING:
    from everychild.web.editions import Asked

LONGEST = 80
HEADING = "Find an indicator, team or page"
PLACES = frozenset({"team", "ward", "workplace", "placing_council"})
"""Breakdowns whose groups have names of their own, which people look for."""

LINKS_SHOWN = 8
OTHER_WORDS = {
    "Load": ("files", "upload", "import", "close a month", "trial", "dry run", "extract"),
    "Targets": ("register of targets", "tolerance", "floor", "try a target"),
    "Worklist": ("overdue", "due", "my work", "Monday"),
    "Commentary": ("words", "write", "sign", "approve", "inbox"),
    "Papers": ("report", "committee paper", "appendix", "write a paper"),
    "Time machine": ("as known on", "look back", "history", "restated"),
    "Tokens": ("Power BI", "Excel", "programs", "refresh"),
    "People": ("users", "roles", "sign in", "leavers"),
    "Audit": ("who saw", "log", "record"),
    "Data quality": ("rules", "errors", "checks", "validation", "reconcile", "sources compared", "differences"),
    "Overview": ("at a glance", "flags", "areas for improvement", "summary"),
}
"""What else each page goes by, by the name it has at the top of every page."""


@dataclass(frozen=True)
class Found:
    """One indicator that answers, with enough to choose by."""

    link: Link
    about: str
    meaning: str
    shown: Shown
    status: Mark


@dataclass(frozen=True)
class PlaceFound:
    """A team or place: where its figures stand, the flagged first, and its worklist for those whose it is."""

    name: str
    about: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class FindPage:
    frame: Frame
    asked_for: str
    result: str
    pages: tuple[Link, ...]
    places: tuple[PlaceFound, ...]
    found: tuple[Found, ...]


@dataclass(frozen=True)
class Group:
    """A group of a breakdown by its name."""

    kind: Breakdown
    name: str


def find_page(asked: Asked, words: str, viewer: Viewer) -> FindPage:
    words = words.strip()[:LONGEST]
    items = matching(asked.edition.indicators, words)
    is_exact = bool(items.found) and not items.instead
    pages, places = _told(_pages(asked, words, viewer), is_exact), _told(_places(asked, words, viewer), is_exact)
    is_guess = bool(items.instead and (pages or places))  # they go by what was typed, so nothing need be guessed
    shown_items = () if is_guess else items.found
    return FindPage(
        frame=frame(asked, HEADING, "find/"),
        asked_for=words,
        result=_result(words, len(shown_items), len(pages), len(places), "" if is_guess else items.instead),
        pages=pages,
        places=places,
        found=tuple(_found(item, asked) for item in shown_items),
    )


def _told[Thing](found: Search[Thing], is_exact: bool) -> tuple[Thing, ...]:
    """Nothing is guessed where indicators go by what was typed."""
    return () if is_exact and found.instead else found.found


def matching(items: Sequence[Judged], words: str) -> Search[Judged]:
    """Those in which every word stands; a word of the title or another name counts before a word of the definition."""
    return search([entry(item, _names(item), _definition(item)) for item in items], words)


def only_by_reference(items: Sequence[Judged], words: str) -> Judged | None:
    """The indicator whose reference was typed: there is nothing to choose."""
    code = code_in(words[:LONGEST])
    return next((item for item in items if item.ref.upper() == code), None)


def _names(item: Judged) -> tuple[str, ...]:
    indicator = item.indicator
    area = indicator.area.title if indicator.area else ""
    return (item.ref, item.title, area, indicator.section.title, *indicator.synonyms)


def _definition(item: Judged) -> tuple[str, ...]:
    return (item.meaning, item.indicator.why, item.indicator.of.counted_in)


def _pages(asked: Asked, words: str, viewer: Viewer) -> Search[Link]:
    """Rooms this viewer may open, and the month’s sections."""
    rooms = [entry(link, (link.words, *OTHER_WORDS.get(link.words, ()))) for need, link in ROOMS if viewer.can(need)]
    programs = entry(Link("Figures for other programs", PROGRAMS), ("API", "OpenAPI", "Power BI", "programs"))
    sections = [
        entry(Link(section.title, asked.place.section(section.name)), (section.title,))
        for section in SECTIONS
        if has_indicators(asked.edition, section.name)
    ]
    about = entry(Link(PROFILE, asked.place.profile), (PROFILE, "ChAT", "profile", "age", "ethnicity", "beside others"))
    return search([*rooms, programs, about, *sections], words)


def _places(asked: Asked, words: str, viewer: Viewer) -> Search[PlaceFound]:
    """Teams and places that have a figure in the month."""
    kinds = {
        kind.name: kind
        for item in asked.edition.indicators
        for kind in item.indicator.breakdowns
        if kind.name in PLACES
    }
    groups = {
        (figure.breakdown, figure.group): Group(kinds[figure.breakdown], figure.group)
        for figure in asked.opened.figures
        if figure.breakdown in kinds and figure.group and figure.as_at == asked.edition.as_at
    }
    found = search([entry(group, (group.name,)) for _, group in sorted(groups.items(), key=str)], words)
    return Search(tuple(_place(asked, group, viewer) for group in found.found), found.instead)


def _place(asked: Asked, group: Group, viewer: Viewer) -> PlaceFound:
    own = {
        figure.ref
        for figure in asked.opened.figures
        if (figure.breakdown, figure.group, figure.as_at) == (group.kind.name, group.name, asked.edition.as_at)
        and figure.absent is None
    }
    items = sorted((item for item in asked.edition.indicators if item.ref in own), key=lambda item: not item.is_flagged)
    links = [
        Link(item.title, f"{asked.place.indicator(item.ref, group.kind.name)}#breakdown")
        for item in items[:LINKS_SHOWN]
    ]
    if group.kind.name == "team" and viewer.can(Need.WORKLIST) and viewer.reaches(group.name, ()):
        links.insert(0, Link("Its worklist", f"{WORKLIST}?{urlencode({'team': group.name})}"))
    how_many = f"{wording.count(len(items), 'indicator')} of the month {'tells' if len(items) == 1 else 'tell'} of it"
    return PlaceFound(group.name, f"{group.kind.title}. {wording.sentence(how_many)}, the flagged first.", tuple(links))


def _found(item: Judged, asked: Asked) -> Found:
    return Found(
        link=Link(item.title, asked.place.indicator(item.ref)),
        about=f"{item.ref}. {item.indicator.section.title}.",
        meaning=item.meaning,
        shown=shown(item),
        status=mark_of(item),
    )


def _result(words: str, indicators: int, pages: int, places: int, instead: str) -> str:
    if not words:
        return "Type a word of a title, another name it goes by, a team, a page, or a reference."
    counted = [
        wording.count(how_many, *names)
        for how_many, names in (
            (indicators, ("indicator",)),
            (places, ("team or place", "teams or places")),
            (pages, ("page",)),
        )
        if how_many
    ]
    if not counted:
        return f"Nothing goes by “{words}”. Try one shorter word, or look through the sections below."
    if instead:
        return f"Nothing goes by “{words}”. {wording.sentence(wording.listed(counted))} for “{instead}”."
    return f"{wording.listed(counted)} for “{words}”."
