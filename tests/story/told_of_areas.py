"""What every area of a closed month should be told with, worked out beside the pages and the paper, by its parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from everychild import month_end
from everychild.ahead import ahead
from everychild.calendar import Month
from everychild.journal.connection import open_journal
from everychild.judgement.judged import Judged, JudgedEdition
from everychild.late import late
from everychild.narrative import area_paragraphs
from everychild.narrative.ahead import NOT_KNOWN_AHEAD, ahead_in_words
from everychild.narrative.bound import Bound
from everychild.narrative.compared import comparable_sentence, others_sentence
from everychild.narrative.late import NEVER_TOLD_AGAIN, NOT_KNOWN_LATE, late_in_words
from everychild.narrative.or_why_not import nothing_published, pattern_and_outlook, why_not_moved
from everychild.narrative.quantities import of_rule
from everychild.narrative.what_moved import what_moved
from everychild.report.committee import to_print
from everychild.report.compared import others_beside
from everychild.report.work import AHEAD, LATE, MOVED, Work, work_told
from everychild.store.benchmarks import library
from everychild.store.home import Home

Parts = Mapping[str, Sequence[Bound]]


@dataclass(frozen=True)
class Told:
    """An area: the parts of its paragraphs in the paper, and those of each of its indicators’ pages."""

    name: str
    in_paper: Parts
    on_pages: Mapping[str, Parts]


def told_of_areas(home: Home, month: Month) -> list[Told]:
    open_journal(home)
    opened = month_end.open_edition(home, month)
    assert opened is not None
    edition, _ = opened
    flagged = [item.ref for area in edition.areas for item in area.judged]
    to_come, came = ahead(home, edition, flagged), late(home, edition, flagged)
    work = work_told(edition, Work(to_come, {ref: found.months for ref, found in came.items()}))
    others = others_beside(edition, library(home))
    safe = to_print(edition)
    printed = {area.area.name: area for area in safe.areas}
    told = []
    for area in edition.areas:
        lead = area.judged[0]
        later = [text for other in printed.values() if other.area.name != area.area.name
                 for text in area_paragraphs(other, safe)]  # fmt: skip
        draft = area_paragraphs(printed[area.area.name], safe)
        parts = {
            name: [words for words in work[lead.ref] if f", {name}. " in str(words)] for name in (MOVED, LATE, AHEAD)
        }
        on_pages = {
            item.ref: {
                "pattern and outlook": [pattern_and_outlook(item)],
                "comparators": _compared(home, edition, item),
                "what moved it": [_moved(edition, item)],
                "what came late": late_in_words(item, came[item.ref].months, came[item.ref].lags)
                if item.clock and item.ref in came
                else [NEVER_TOLD_AGAIN if item.clock else NOT_KNOWN_LATE],
                "what lies ahead": ahead_in_words(item, to_come[item.ref]).sentences
                if item.ref in to_come
                else [NOT_KNOWN_AHEAD],
                "a draft": area_paragraphs(area, edition),
            }
            for item in area.judged
        }
        in_paper = {
            "pattern and outlook": [pattern_and_outlook(printed[area.area.name].judged[0])],
            "comparators": [others[lead.ref]],
            **parts,
            "a draft": [text for text in draft if text not in later],
        }
        told.append(Told(area.area.name, in_paper, on_pages))
    return told


def _compared(home: Home, edition: JudgedEdition, item: Judged) -> list[Bound]:
    beside = library(home).beside(item, edition.council)
    if beside is None:
        assert nothing_published(item)
        return [Bound((of_rule(item.indicator.comparator, "comparator"),))]
    return [others_sentence(beside) if beside.comparison.is_comparable else comparable_sentence(beside)]


def _moved(edition: JudgedEdition, item: Judged) -> Bound:
    """By the breakdown its page opens with."""
    kind = item.indicator.mix_by or item.indicator.breakdowns[0]
    found = item.moved_by(kind.name, edition.council.thresholds.small_denominator)
    return why_not_moved(item, (kind,)) if found is None else what_moved(item, found)
