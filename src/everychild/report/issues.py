"""Analysis of issues: each area, its figure, its draft, why it is listed, and what a person must add."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from everychild import wording
from everychild.comparators.published import ATTRIBUTION
from everychild.judgement.agreed import Agreed
from everychild.judgement.judged import FlaggedArea, Judged, JudgedEdition
from everychild.narrative import Bound, area_paragraphs, quantities
from everychild.narrative.questions import questions
from everychild.report import cells
from everychild.report.agreed import agreed_about
from everychild.report.compared import is_published
from everychild.report.document import (
    Bullets,
    Cell,
    Column,
    Heading,
    Look,
    Paragraph,
    Part,
    Table,
    Tone,
    Words,
    words,
)
from everychild.report.said import Said, officers_words

PICTURE_WIDTH, PICTURE_HEIGHT = 76.0, 22.0


def areas_in_brief(edition: JudgedEdition) -> Table:
    """The areas in a small table: last month, this month, target, status, pattern and outlook."""
    return Table(
        caption="Areas for improvement, the most pressing first",
        columns=(
            Column("Area for improvement", 73),
            Column(wording.month(edition.as_at - 1), 18, is_number=True),
            Column(wording.month(edition.as_at), 18, is_number=True),
            Column("Target", 23),
            Column("Status, pattern and outlook", 42),
        ),
        rows=tuple(_in_brief(number, area) for number, area in enumerate(edition.areas, 1)),
        is_caption_shown=True,
    )


def analysis(
    edition: JudgedEdition,
    others: Mapping[str, Bound],
    work: Mapping[str, Sequence[Bound]],
    said: Mapping[str, Said],
    agreed: Sequence[Agreed] = (),
    *,
    with_questions: bool = False,
) -> Iterator[Part]:
    """Every area in turn, numbered as in the summary.

    `others` is what is published beside an indicator, `work` what is told of its work, `said` what officers say of it;
    `agreed` what was agreed about any.
    """
    drafts = [area_paragraphs(area, edition) for area in edition.areas]
    for number, area in enumerate(edition.areas, 1):
        later = {text for draft in drafts[number:] for text in draft}
        yield Heading(3, f"{number}. {area.area.title}")
        yield _panel(area.judged[0], edition)
        yield from (Paragraph(str(text)) for text in drafts[number - 1] if text not in later)
        yield from (Paragraph(str(others[item.ref])) for item in area.judged if item.ref in others)
        yield from (Paragraph(str(text)) for item in area.judged for text in work.get(item.ref, ()))
        yield Heading(4, "Why it is on this list")
        for item in area.judged:
            yield Paragraph(f"{quantities.title(item)}: {quantities.points(item)}.")
            yield Bullets(tuple(str(quantities.reason(item, reason)) for reason in item.reasons))
        yield from officers_words(area, said)
        yield from agreed_about(area, agreed)
        if with_questions:
            yield Heading(4, "Questions this could prompt")
            yield Bullets(questions(area))
    if any(is_published(told) for told in others.values()):
        yield Paragraph(f"The figures of England and the regions are published ones. {ATTRIBUTION}.")


def _in_brief(number: int, area: FlaggedArea) -> tuple[Cell, ...]:
    lead = area.judged[0]
    unit = f", {cells.unit(lead)}" if cells.unit(lead) else ""
    return (
        Cell(
            (
                Words(f"{number}. {area.area.title}", Tone.STRONG),
                Words(f"{lead.title}{unit}", Tone.QUIET),
                *cells.why_longer(lead),
            )
        ),
        words(cells.value(lead, lead.last_month)),
        cells.month_cell(lead, Tone.STRONG),
        words(cells.target(lead)),
        Cell(
            (
                cells.status_mark(lead.status),
                cells.pattern_mark(lead.pattern.moving),
                Words(cells.outlook(lead)),
            )
        ),
    )


def _panel(lead: Judged, edition: JudgedEdition) -> Table:
    """The leading figure at a glance."""
    unit = cells.unit(lead)
    said = [*cells.month_cell(lead, Tone.LARGE).lines, *cells.why_longer(lead)]
    said += [Words(text, Tone.QUIET) for text in (unit, cells.numbers(lead, lead.figure)) if text]
    target = f"Target {cells.target(lead)}" if lead.target else cells.NO_TARGET
    return Table(
        caption=f"{lead.title}, at a glance",
        columns=(
            Column(wording.month(edition.as_at), 44),
            Column("25 months", PICTURE_WIDTH + 4),
            Column("Pattern and outlook", 50),
        ),
        rows=(
            (
                Cell((*said, Words(target), cells.status_mark(lead.status))),
                Cell((cells.picture(lead, PICTURE_WIDTH, PICTURE_HEIGHT),)),
                Cell((cells.pattern_mark(lead.pattern.moving), Words(cells.outlook(lead)))),
            ),
        ),
        look=Look.PANEL,
        has_row_headings=False,
    )
