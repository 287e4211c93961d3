"""The editions drafts are tested on: the invented one, the lively one, and a month of another value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from everychild.judgement.judged import Judged, JudgedEdition
from everychild.narrative import at_a_glance, finding, improvement_sentence, pattern_sentence, summary_sentences
from everychild.narrative.areas import area_paragraphs, area_sentence
from everychild.narrative.bound import Bound
from everychild.narrative.cross_checks import cross_check_notes
from everychild.narrative.main_part import main_part
from everychild.narrative.profile import profile, split_sentence
from everychild.narrative.quantities import reason, value_in_words
from everychild.narrative.sentences import expectation, position, shortfall_sentence, tally_sentence
from everychild.narrative.what_moved import what_moved


def every_draft(edition: JudgedEdition) -> Iterator[Bound]:
    """Every sentence that is drafted, of every indicator and of every area flagged."""
    yield at_a_glance(edition)
    yield from summary_sentences(edition)
    for area in edition.areas:
        yield area_sentence(area, edition)
        yield from area_paragraphs(area, edition)
    yield from cross_check_notes(edition)
    yield from (split_sentence(split) for told in profile(edition) for split in told.splits)
    for item in edition.indicators:
        yield from drafts_of(item, edition)


def drafts_of(item: Judged, edition: JudgedEdition) -> Iterator[Bound]:
    yield from (finding(item), expectation(item), position(item), pattern_sentence(item), shortfall_sentence(item))
    yield from (tally_sentence(item), improvement_sentence(item), main_part(item, edition))
    yield from (Bound((reason(item, each),)) for each in item.reasons)
    yield from (value_in_words(item, figure) for figure in item.history)
    for kind in item.indicator.breakdowns:
        moved = item.moved_by(kind.name, edition.council.thresholds.small_denominator)
        if moved:
            yield what_moved(item, moved)


def each_flagged(edition: JudgedEdition) -> JudgedEdition:
    """The edition with every indicator’s own area flagged, so that every kind of paragraph is drafted."""
    from everychild.judgement.flags import flagged_areas

    judged = tuple(replace(item, is_flagged=True) for item in edition.indicators)
    return replace(edition, indicators=judged, areas=flagged_areas(judged))
