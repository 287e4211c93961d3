"""A draft kept: its words with what each number is bound to, as JSON, and the same words over a newer edition."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from everychild.calendar import Month
from everychild.errors import DraftUnreadable
from everychild.judgement.judged import FlaggedArea, JudgedEdition
from everychild.measure.figure import Window
from everychild.narrative.areas import area_paragraphs
from everychild.narrative.bound import Bound, BoundNumber, BoundWord, Piece, Quantity, Source, sentences
from everychild.narrative.retold import moved_on, retold, state_now, years_on


@dataclass(frozen=True)
class Draft:
    """Paragraphs, and the edition their numbers were taken from."""

    edition: str
    """The edition’s fingerprint; empty for one that was never kept."""

    as_at: Month
    paragraphs: tuple[Bound, ...]


@dataclass(frozen=True)
class Stale:
    """A sentence that no longer holds, as it stands with its numbers moved, and why."""

    paragraph: int
    sentence: str
    because: tuple[str, ...]


@dataclass(frozen=True)
class Rebound:
    """A draft over a newer edition: numbers moved, words as they were, and the sentences somebody must read again."""

    draft: Draft
    stale: tuple[Stale, ...]


def draft_of(area: FlaggedArea, edition: JudgedEdition) -> Draft:
    """The first draft of an area."""
    return Draft(edition.fingerprint, edition.as_at, area_paragraphs(area, edition))


def rebound(draft: Draft, edition: JudgedEdition) -> Rebound:
    """The draft with every number told again. Over a later month, each is that month’s: last month stays last month.

    A number is moved and never dropped; a word that depends on a state is left as it was written and its sentence said
    to be stale, for words are a person’s to change.
    """
    paragraphs, stale = [], []
    for number, paragraph in enumerate(draft.paragraphs):
        told = []
        for sentence in paragraph.sentences():
            moved, because = _rebound(sentence, draft, edition)
            told.append(moved)
            if because:
                stale.append(Stale(number, str(moved), tuple(dict.fromkeys(because))))
        paragraphs.append(sentences(told))
    return Rebound(Draft(edition.fingerprint, edition.as_at, tuple(paragraphs)), tuple(stale))


def _rebound(sentence: Bound, draft: Draft, edition: JudgedEdition) -> tuple[Bound, list[str]]:
    pieces: list[Piece] = []
    because: list[str] = []
    for piece in sentence.pieces:
        if isinstance(piece, str) or piece.source.quantity.never_moves:
            pieces.append(piece)
            continue
        source = _moved(piece.source, draft.as_at, edition.as_at)
        if piece.source.quantity.needs_what_others_publish:
            pieces.append(piece)
            if draft.edition != edition.fingerprint:
                because.append(f"“{piece}” stands beside what others publish, and has to be drafted again")
        elif piece.source.quantity.needs_the_records:
            pieces.append(piece)
            if draft.edition != edition.fingerprint:
                because.append(f"“{piece}” was counted from the records of another edition, and has to be told again")
        elif isinstance(piece, BoundWord):
            pieces.append(replace(piece, source=source))
            if state_now(source, edition) != piece.state:
                because.append(f"“{piece}” no longer holds")
        else:
            moved, problem = _number(piece, source, edition)
            pieces.append(moved)
            because += [problem] if problem else []
    return Bound(tuple(pieces)), because


def _number(piece: BoundNumber, source: Source, edition: JudgedEdition) -> tuple[BoundNumber, str]:
    """The number now; or, where there is none, the old one and why it cannot stand."""
    now = retold(source, edition)
    if isinstance(now, BoundNumber):
        capital = piece.text[:1].isupper() and piece.text[1:2].islower()
        text = now.text[:1].upper() + now.text[1:] if capital else now.text
        return replace(now, text=text, source=source), ""
    if isinstance(now, BoundWord):
        return piece, f"“{piece}” has no number now: {now}"
    return piece, f"nothing in the edition tells “{piece}” any more"


def _moved(source: Source, was: Month, now: Month) -> Source:
    years = now.financial_year.starts_in - was.financial_year.starts_in
    return years_on(moved_on(source, now.index - was.index), years)


# As JSON


def as_json(draft: Draft) -> str:
    """The draft for keeping: a paragraph a list, plain words as strings, what is bound as objects."""
    kept = {
        "edition": draft.edition,
        "month": str(draft.as_at),
        "paragraphs": [[_piece_as_data(piece) for piece in paragraph.pieces] for paragraph in draft.paragraphs],
    }
    return json.dumps(kept, ensure_ascii=False, indent=1)


def from_json(text: str) -> Draft:
    """The draft as it was kept. Raises DraftUnreadable for anything that is not one."""
    try:
        kept = json.loads(text)
        return Draft(
            edition=kept["edition"],
            as_at=Month.of(kept["month"]),
            paragraphs=tuple(
                Bound(tuple(_piece_from_data(piece) for piece in paragraph)) for paragraph in kept["paragraphs"]
            ),
        )
    except (ValueError, KeyError, TypeError, AttributeError, AssertionError) as problem:
        raise DraftUnreadable(f"This is not a draft that was kept ({problem}). Draft the area again.") from None


def _piece_as_data(piece: Piece) -> str | dict[str, Any]:
    if isinstance(piece, str):
        return piece
    source = {
        "quantity": piece.source.quantity.value,
        "ref": piece.source.ref,
        "rule": piece.source.rule,
        "window": piece.source.window.value if piece.source.window else "",
        "month": str(piece.source.month) if piece.source.month else "",
        "breakdown": piece.source.breakdown,
        "group": piece.source.group,
        "detail": piece.source.detail,
    }
    told = {"text": piece.text, "source": {name: value for name, value in source.items() if value}}
    if isinstance(piece, BoundWord):
        return {**told, "state": piece.state}
    if piece.exact is None:
        return told
    return {**told, "exact": str(piece.exact), "rounding": piece.rounding}


def _piece_from_data(kept: str | Mapping[str, Any]) -> Piece:
    if isinstance(kept, str):
        return kept
    own = dict(kept["source"])
    source = Source(
        quantity=Quantity(own.pop("quantity")),
        window=Window(own.pop("window")) if "window" in own else None,
        month=Month.of(own.pop("month")) if "month" in own else None,
        **own,
    )
    if "state" in kept:
        return BoundWord(kept["text"], source, kept["state"])
    return BoundNumber(kept["text"], source, Fraction(kept["exact"]) if "exact" in kept else None)
