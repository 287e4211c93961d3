"""What stands round every page: whose figures, of which month and edition, the ways out, and the key."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from everychild import wording
from everychild.catalogue import SECTIONS
from everychild.judgement.judged import JudgedEdition
from everychild.web.presenters.marks import KEY, KEY_MOVEMENTS, KEY_OUTLOOKS, Mark, Movement
from everychild.web.presenters.messages import PRODUCT, Link

if TYPE_CHECKING:
    from everychild.web.editions import Asked

FINGERPRINT_SHOWN = 8


@dataclass(frozen=True)
class Frame:
    """The parts of a page that are the same on all of one edition's pages."""

    heading: str
    title: str
    council: str
    product: str
    home: str
    as_at: str
    earlier: Link | None
    later: Link | None
    edition: str
    known: str
    fingerprint: str
    citation: str
    replaced_by: Link | None
    find: str
    pinned: str
    known_day: str
    overview: Link
    sections: tuple[Link, ...]
    key: tuple[Mark, ...] = KEY
    key_movements: tuple[Movement, ...] = KEY_MOVEMENTS
    key_outlooks: tuple[Mark, ...] = KEY_OUTLOOKS


def frame(asked: Asked, heading: str, here: str, section: str | None = None) -> Frame:
    """`here` is the page's own path within a month, for leading to the same page of another."""
    edition, opened = asked.edition, asked.opened
    named = f"Edition {opened.number}" if asked.place.known is None else f"As known on {wording.day(asked.place.known)}"
    return Frame(
        heading=heading,
        title=f"{heading}{'' if wording.month(edition.as_at) in heading else ', ' + wording.month(edition.as_at)}, "
        f"{edition.council.short_name} {PRODUCT.lower()}",
        council=edition.council.name,
        product=PRODUCT,
        home=asked.place.overview,
        as_at=wording.day(edition.as_at.last_day),
        earlier=_neighbour(asked, here, -1),
        later=_neighbour(asked, here, +1),
        edition=f"{named}, closed {wording.day(opened.closed_on)}"
        if asked.place.known is None
        else f"{named}, worked out {wording.day(opened.closed_on)}",
        known=wording.day(edition.known_on),
        fingerprint=edition.fingerprint[:FINGERPRINT_SHOWN],
        citation=_pinned(asked, here),
        replaced_by=_replaced_by(asked, here),
        find=asked.place.find,
        pinned="" if asked.place.edition is None else str(asked.place.edition),
        known_day="" if asked.place.known is None else asked.place.known.isoformat(),
        overview=Link("Overview", asked.place.overview, is_here=here == ""),
        sections=section_links(asked, section),
    )


def section_links(asked: Asked, here: str | None) -> tuple[Link, ...]:
    """Every section that has an indicator, in committee order."""
    return tuple(
        Link(section.title, asked.place.section(section.name), is_here=section.name == here)
        for section in SECTIONS
        if has_indicators(asked.edition, section.name)
    )


def has_indicators(edition: JudgedEdition, section: str) -> bool:
    return any(item.indicator.section.name == section for item in edition.indicators)


def _neighbour(asked: Asked, here: str, months: int) -> Link | None:
    """The same page of the closed month before or after; its own newest edition, whichever this one is.

    Not from a month looked back at: the one beside it was not known to anybody who had this.
    """
    if asked.place.known is not None:
        return None
    month = asked.edition.as_at + months
    return Link(wording.month(month), f"/p/{month}/{here}") if month in asked.months else None


def _replaced_by(asked: Asked, here: str) -> Link | None:
    if asked.opened.number == asked.newest:
        return None
    return Link(f"Edition {asked.newest}", replace(asked.place, edition=None).at(here))


def _pinned(asked: Asked, here: str) -> str:
    return asked.place.pinned(asked.opened.number).at(here)
