"""Writing a paper with all that is known beside its edition: what falls due, what came late, what officers say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from everychild.judgement.judged import JudgedEdition
from everychild.store.home import Home


def write_papers(
    home: Home, edition: JudgedEdition, meeting: date, to: Path, *, with_questions: bool = False
) -> tuple[Path, ...]:
    """The papers of an edition, kept or worked out; with questions they could prompt, for scrutiny officers alone."""
    from everychild.ahead import ahead
    from everychild.journal import commentary
    from everychild.late import late
    from everychild.report import Said, Work, write_paper
    from everychild.store.benchmarks import library

    flagged = [item.ref for area in edition.areas for item in area.judged]
    work = Work(
        ahead=ahead(home, edition, flagged),
        first_told={ref: found.months for ref, found in late(home, edition, flagged).items()},
    )
    said = {
        ref: Said(held.text, held.author_name, held.by, held.at.date())
        for ref, held in commentary.approved_for(edition.as_at, edition.fingerprint).items()
        if held.at is not None
    }
    return write_paper(
        edition, meeting, to, published=library(home), work=work, said=said, with_questions=with_questions
    )
