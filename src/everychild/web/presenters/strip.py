"""Every indicator at once: one mark each, by section, worst first."""

from __future__ import annotations

from dataclasses import dataclass

from everychild.catalogue import SECTIONS
from everychild.judgement.judged import Judged, JudgedEdition
from everychild.judgement.status import Status
from everychild.web.addresses import Place
from everychild.web.presenters.figures import value_text
from everychild.web.presenters.marks import Mark, mark_of, urgency

COUNTED = ((Status.OFF_TARGET, "off"), (Status.CLOSE, "close"), (Status.ON_TARGET, "on"))


@dataclass(frozen=True)
class MarkLinked:
    """A mark and where it leads; `name` is what it is called, for whoever cannot see it and on a pointer's rest."""

    mark: Mark
    address: str
    name: str


@dataclass(frozen=True)
class SectionStrip:
    """A section's marks, with its counts in words."""

    title: str
    address: str
    counts: str
    marks: tuple[MarkLinked, ...]


def strips(edition: JudgedEdition, place: Place) -> tuple[SectionStrip, ...]:
    """A strip a section, in committee order."""
    found = []
    for section in SECTIONS:
        items = [item for item in edition.indicators if item.indicator.section == section]
        if items:
            marks = tuple(_linked(item, place) for item in sorted(items, key=urgency))
            found.append(SectionStrip(section.title, place.section(section.name), counts(items), marks))
    return tuple(found)


def counts(items: list[Judged], *, in_full: bool = False) -> str:
    """ "1 off, 2 close, 6 on", of those with a target; in full, "1 off target"."""
    present = [item for item in items if item.figure.absent is None]
    parts = [
        f"{how_many} {status.in_words.lower() if in_full else word}"
        for status, word in COUNTED
        if (how_many := sum(item.status is status for item in present))
    ]
    return ", ".join(parts) or "no targets"


def _linked(item: Judged, place: Place) -> MarkLinked:
    mark = mark_of(item)
    said = mark.words if item.value is None else f"{value_text(item)}. {mark.words}"
    return MarkLinked(mark, place.indicator(item.ref), f"{item.title}: {said} ({item.ref})")
