"""How many of an edition's indicators and areas stand so or so, each bound to the edition it was counted in."""

from __future__ import annotations

from fractions import Fraction

from everychild import wording
from everychild.judgement.judged import JudgedEdition
from everychild.judgement.pattern import Moving
from everychild.judgement.status import Status
from everychild.narrative.bound import BoundNumber, BoundWord, Quantity, Source

ABSENT = "not judged, with its noun"
RATED = (Status.ON_TARGET, Status.CLOSE, Status.OFF_TARGET)


def with_status(edition: JudgedEdition, status: Status) -> BoundNumber:
    number = edition.how_many(status)
    return _counted(str(number), Quantity.HOW_MANY_STATUS, edition, number, status)


def not_judged(edition: JudgedEdition) -> BoundNumber:
    """With its noun: "3 indicators"."""
    number = edition.how_many(Status.NOT_JUDGED)
    return _counted(wording.count(number, "indicator"), Quantity.HOW_MANY_STATUS, edition, number, ABSENT)


def rated(edition: JudgedEdition) -> BoundNumber:
    """Those with both a figure and a target."""
    number = _rated(edition)
    return _counted(str(number), Quantity.HOW_MANY_RATED, edition, number)


def share_on_target(edition: JudgedEdition) -> BoundNumber:
    share = Fraction(edition.how_many(Status.ON_TARGET) * 100, _rated(edition) or 1)
    return _counted(wording.shown(share, "percent", out_of=1), Quantity.SHARE_ON_TARGET, edition, share)


def indicators(edition: JudgedEdition) -> BoundNumber:
    number = len(edition.indicators)
    return _counted(str(number), Quantity.HOW_MANY_INDICATORS, edition, number)


def areas(edition: JudgedEdition) -> BoundNumber:
    """In words, with its verb: "five areas are"."""
    number = len(edition.areas)
    text = f"{wording.in_words(number)} {'area is' if number == 1 else 'areas are'}"
    return _counted(text, Quantity.HOW_MANY_AREAS, edition, number)


def no_area(edition: JudgedEdition) -> BoundWord:
    assert not edition.areas, "there is an area to tell of"
    return BoundWord("No area", Source(Quantity.HOW_MANY_AREAS, month=edition.as_at), state="0")


def getting_worse(edition: JudgedEdition) -> BoundNumber:
    """Of the areas, those in which a figure is getting worse."""
    number = sum(any(item.pattern.moving is Moving.GETTING_WORSE for item in area.judged) for area in edition.areas)
    return _counted(wording.in_words(number), Quantity.HOW_MANY_GETTING_WORSE, edition, number)


def _rated(edition: JudgedEdition) -> int:
    return sum(edition.how_many(status) for status in RATED)


def _counted(
    text: str, quantity: Quantity, edition: JudgedEdition, number: int | Fraction, detail: str = ""
) -> BoundNumber:
    return BoundNumber(text, Source(quantity, month=edition.as_at, detail=detail), Fraction(number))
