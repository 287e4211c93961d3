"""Where the expected range is drawn: stretches of points that share one, each with its low, high and average."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from everychild.catalogue.indicator import Unit
from everychild.judgement.judged import Judged
from everychild.judgement.pattern import Limits
from everychild.measure.figure import Figure


@dataclass(frozen=True)
class Stretch:
    """From the first point to the last, by their places, the range held to what can happen."""

    first: int
    last: int
    low: Fraction
    high: Fraction
    mean: Fraction


def expected_range(judged: Judged) -> tuple[Fraction, Fraction] | None:
    """The latest point's, held to what can happen: no share passes 100%, nothing is below nought."""
    limits = judged.pattern.limits
    return None if limits is None else _held(limits, judged)


def stretches(judged: Judged, figures: Sequence[Figure]) -> tuple[Stretch, ...]:
    """A point without a figure takes the range of the one before it, unless the range was begun anew there."""
    found = []
    for limits, places in groupby(enumerate(_limits_of(judged, figures)), key=lambda place: place[1]):
        at = [place for place, _ in places]
        if limits is not None:
            low, high = _held(limits, judged)
            found.append(Stretch(at[0], at[-1], low, high, limits.mean))
    return tuple(found)


def beginnings(judged: Judged, figures: Sequence[Figure]) -> tuple[int, ...]:
    """The places at which the range was begun anew, the first place drawn left out: nothing stands before it."""
    begun = [baseline.begins for baseline in judged.pattern.baselines]
    places = [next((n for n, figure in enumerate(figures) if figure.as_at >= month), None) for month in begun]
    return tuple(place for place in places if place)


def _limits_of(judged: Judged, figures: Sequence[Figure]) -> list[Limits | None]:
    told = dict(zip(judged.pattern.months, judged.pattern.expected, strict=True))
    begun = beginnings(judged, figures)
    found: list[Limits | None] = []
    for place, figure in enumerate(figures):
        before = found[-1] if found and place not in begun else None
        found.append(told.get(figure.as_at, before))
    return found


def _held(limits: Limits, judged: Judged) -> tuple[Fraction, Fraction]:
    highest = min(limits.upper, Fraction(100)) if judged.indicator.unit is Unit.PERCENT else limits.upper
    return max(limits.lower, Fraction(0)), highest
