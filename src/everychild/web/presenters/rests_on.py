"""What one figure rests on, and what to hold against it."""

from __future__ import annotations

from dataclasses import dataclass

from everychild import wording
from everychild.judgement.judged import Code, Judged, JudgedEdition
from everychild.narrative.cross_checks import notes_about
from everychild.narrative.looks_back import looks_back_to
from everychild.web.presenters.trust import age

LABELS = (Code.Q1, Code.N1)
MONTHS_NAMED = 6


@dataclass(frozen=True)
class RestsOn:
    """Facts in pairs, and cautions in sentences."""

    facts: tuple[tuple[str, str], ...]
    cautions: tuple[str, ...]
    if_none: str


def rests_on(item: Judged, edition: JudgedEdition) -> RestsOn:
    return RestsOn(
        facts=(
            ("Made from", _records(item)),
            ("Known on", _known(edition)),
            ("Rows set aside", _set_aside(edition)),
        ),
        cautions=tuple(
            caution
            for caution in (*_labels(item), *_clashes(item, edition), _gaps(item), looks_back_to(item, edition))
            if caution
        ),
        if_none="Nothing is held against this figure.",
    )


def _records(item: Judged) -> str:
    """The lists it needs, by what each row is."""
    grains = dict.fromkeys(table.grain for table in item.indicator.needs)
    return wording.sentence(wording.listed(f"one row per {grain}" for grain in grains)) + "."


def _known(edition: JudgedEdition) -> str:
    known = wording.day(edition.known_on)
    newest = edition.newest_extract
    return f"{known}; the newest extract was taken {age(edition, newest)}" if newest else known


def _set_aside(edition: JudgedEdition) -> str:
    newest = edition.newest_extract
    return f"{newest.set_aside:,} of {newest.rows:,} in the newest extract" if newest else "No extract has been loaded"


def _labels(item: Judged) -> tuple[str, ...]:
    return tuple(reason.sentence for reason in item.reasons if reason.code in LABELS)


def _clashes(item: Judged, edition: JudgedEdition) -> tuple[str, ...]:
    """Another figure that this one may seem to clash with."""
    return tuple(str(note) for note in notes_about(item, edition))


def _gaps(item: Judged) -> str:
    """Months without a figure, by name where they are few."""
    empty = [figure for figure in item.history if figure.absent is not None]
    if not empty:
        return ""
    if len(empty) > MONTHS_NAMED:
        return f"{len(empty)} of the {len(item.history)} months shown have no figure."
    named = wording.listed(
        f"{wording.month(figure.as_at)} ({figure.absent.in_words.lower() if figure.absent else ''})" for figure in empty
    )
    return f"No figure for {named}."
