"""The committee’s paper for everybody: of the very numbers a release tells, and read again before it goes out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from everychild.calendar import months_to
from everychild.disclosure.released import ReleasedEdition
from everychild.errors import NotAllowed
from everychild.journal import actions, commentary, requests
from everychild.judgement.judged import JudgedEdition
from everychild.month_end import MONTHS_SHOWN, clocks_of
from everychild.own_template import template_of
from everychild.pre_flight import (
    not_in_the_figures,
    own_words_of,
    small_numbers_in,
    whys_of_decisions,
    whys_of_ranges,
)
from everychild.report import Said, paper_files
from everychild.report.committee import committee_paper
from everychild.report.contents import Contents
from everychild.report.document import Paper
from everychild.report.for_everybody import as_agreed, as_told
from everychild.report.only_told import not_told
from everychild.store.benchmarks import library
from everychild.store.home import Home


def public_paper(home: Home, released: ReleasedEdition, meeting: date, *, is_preview: bool) -> Mapping[str, bytes]:
    """The paper in Word, PDF and as a page, by name. What falls due and what came late are no released numbers, and are
    left out. Raises NotAllowed naming each place where something else stands, and then nothing is published.
    """
    edition = released.edition
    told = as_told(released, clocks_of(edition.council), months_to(edition.as_at, MONTHS_SHOWN))
    said = {
        ref: Said(held.text, held.author_name, held.by, held.at.date())
        for ref, held in commentary.approved_for(edition.as_at, edition.fingerprint).items()
        if held.at is not None
    }
    paper = committee_paper(
        told,
        meeting,
        published=library(home),
        said=said,
        agreed=as_agreed(actions.actions(), told),
        requested=requests.requests(),
        contents=Contents(members_set=True, is_draft=is_preview, is_rounded=True),
    )
    refuse_what_is_not_told(paper, released, told, list(_people_say(told, said, meeting)))
    return paper_files(paper, template_of(home))


def refuse_what_is_not_told(
    paper: Paper, released: ReleasedEdition, told: JudgedEdition, texts: Sequence[tuple[str, str]]
) -> None:
    """Raises NotAllowed where a table has a number that the release does not tell, or where somebody’s words have."""
    council = [*own_words_of(released.edition.council.committee), *whys_of_ranges(told)]
    texts = [*texts, *whys_of_decisions(told)]
    found = (
        *(f"{place} It is not a number that is released." for place in not_told(paper, released)),
        *small_numbers_in([*texts, *council], told),
        *not_in_the_figures(texts, told),
    )
    if found:
        raise NotAllowed(
            "The paper for everybody was not written, and nothing was published: it would say what the public page "
            "does not.\n" + "\n".join(found) + "\nPut those words right, or publish without the paper."
        )


def _people_say(told: JudgedEdition, said: Mapping[str, Said], meeting: date) -> Iterable[tuple[str, str]]:
    yield from ((ref, held.text) for ref, held in said.items())
    for one in actions.actions():
        if one.is_told_with(told.as_at):
            yield f"Action {one.number}", one.what
            if one.changes:
                yield f"Action {one.number}", one.changes[-1].words
    for asked in requests.requests():
        if asked.is_told_at(meeting, told.as_at):
            yield f"Request {asked.number}", asked.words
            if asked.answers:
                yield f"Request {asked.number}", asked.answers[-1].words
