"""Writing a paper with all that is known beside its edition: what falls due, what came late, what officers say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from everychild.ahead import ahead
from everychild.journal import actions, commentary, requests
from everychild.judgement.judged import JudgedEdition
from everychild.late import late
from everychild.looked_round import ahead_kept, late_kept
from everychild.own_template import template_given, template_of
from everychild.pre_flight import must_be_ready, pre_flight
from everychild.report import Said, Work, write_brief, write_paper
from everychild.report.brief import ToDo
from everychild.report.contents import WHOLE, Contents
from everychild.store.benchmarks import library
from everychild.store.home import Home

DRAFTS = "draft"
"""The folder, within a month’s own, in which a home keeps papers that are not for publication."""


def write_drafts(
    home: Home,
    edition: JudgedEdition,
    meeting: date,
    to: Path,
    contents: Contents = WHOLE,
    *,
    with_questions: bool = False,
    template: Path | None = None,
) -> tuple[Path, ...]:
    """The papers of an edition, kept or worked out, each page marked as a draft.

    With questions they could prompt, for scrutiny officers alone. `template` is a Word file of the council’s; without,
    the one council.toml names, or ours.
    """
    return _write(home, edition, meeting, to, replace(contents, is_draft=True), template, with_questions=with_questions)


def write_for_members(
    home: Home,
    edition: JudgedEdition,
    meeting: date,
    to: Path,
    today: date,
    contents: Contents = WHOLE,
    *,
    template: Path | None = None,
) -> tuple[Path, ...]:
    """The same for Members, marked as theirs and not for publication: its figures are exact, and nobody attacked them.

    Raises NotAllowed naming each thing that stands in the way, and then writes nothing.
    """
    must_be_ready(pre_flight(edition, meeting, today))
    return _write(home, edition, meeting, to, replace(contents, is_draft=False), template)


def write_brief_of(edition: JudgedEdition, meeting: date, to: Path, today: date) -> Path:
    """One page for the lead member and the director, with what still stands in the way of the paper."""
    to_do = [ToDo(check.title, len(check.found)) for check in pre_flight(edition, meeting, today).failures]
    return write_brief(edition, meeting, to, requests.requests(), to_do)


def _write(
    home: Home,
    edition: JudgedEdition,
    meeting: date,
    to: Path,
    contents: Contents,
    template: Path | None,
    *,
    with_questions: bool = False,
) -> tuple[Path, ...]:
    in_template = template_given(template) if template is not None else template_of(home)
    flagged = [item.ref for area in edition.areas for item in area.judged]
    kept_ahead, kept_late = ahead_kept(home, edition), late_kept(home, edition)
    came_late = late(home, edition, flagged) if kept_late is None else kept_late
    work = Work(
        ahead=ahead(home, edition, flagged) if kept_ahead is None else kept_ahead,
        first_told={ref: found.months for ref, found in came_late.items()},
    )
    said = {
        ref: Said(held.text, held.author_name, held.by, held.at.date())
        for ref, held in commentary.approved_for(edition.as_at, edition.fingerprint).items()
        if held.at is not None
    }
    return write_paper(
        edition,
        meeting,
        to,
        published=library(home),
        work=work,
        said=said,
        agreed=actions.actions(),
        contents=contents,
        requested=requests.requests(),
        with_questions=with_questions,
        template=in_template,
    )
