"""The whole edition in a few sentences."""

from __future__ import annotations

from fractions import Fraction

from everychild import wording
from everychild.judgement.judged import Judged, JudgedEdition
from everychild.judgement.pattern import Moving
from everychild.judgement.status import Status
from everychild.narrative.sentences import value_in_words

RATED = (Status.ON_TARGET, Status.CLOSE, Status.OFF_TARGET)


def at_a_glance(edition: JudgedEdition) -> str:
    """How many are on target, how many areas are flagged, and how they move."""
    rated = sum(edition.how_many(status) for status in RATED)
    on = edition.how_many(Status.ON_TARGET)
    if rated == 0:
        return "No indicator has both a figure and a target this month."
    share = wording.shown(Fraction(on * 100, rated), "percent", out_of=1)
    first = f"{on} of the {rated} indicators with a target are on target ({share})."
    areas = len(edition.areas)
    if areas == 0:
        return f"{first} No area is flagged for improvement."
    is_are = "area is" if areas == 1 else "areas are"
    second = f" {wording.sentence(wording.in_words(areas))} {is_are} flagged for improvement"
    worse = sum(any(item.pattern.moving is Moving.GETTING_WORSE for item in area.judged) for area in edition.areas)
    third = f"; in {wording.in_words(worse)} of them a figure is getting worse." if worse else "."
    return first + second + third


def summary_sentences(edition: JudgedEdition) -> tuple[str, ...]:
    """For the paper's summary: the counts in words, for those who cannot see a chart."""
    by_status = ", ".join(
        f"{edition.how_many(status)} {status.in_words.lower()}" for status in (*RATED, Status.FOR_INFORMATION)
    )
    absent = edition.how_many(Status.NOT_JUDGED)
    rest = f" {wording.count(absent, 'indicator')} could not be judged this month." if absent else ""
    return (at_a_glance(edition), f"Of {len(edition.indicators)} indicators: {by_status}.{rest}")


def improvement_sentence(item: Judged) -> str:
    """What got better, from what to what."""
    before = item.last_financial_year
    then = f", from an average of {value_in_words(item, before)} last year" if before and before.absent is None else ""
    return f"{item.title}: {value_in_words(item)} in {wording.month(item.figure.as_at)}{then}."
