"""Words somebody wrote and somebody else approved, as the paper carries them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from everychild import wording
from everychild.judgement.judged import FlaggedArea
from everychild.narrative import waiting_for
from everychild.report.document import Heading, Manner, Paragraph


@dataclass(frozen=True)
class Said:
    """Why, and what is being done: the text, who wrote it, who approved it and when."""

    text: str
    written_by: str
    approved_by: str
    approved_on: date

    @property
    def paragraphs(self) -> tuple[str, ...]:
        return tuple(" ".join(part.split()) for part in self.text.split("\n\n") if part.strip())


def officers_words(area: FlaggedArea, said: Mapping[str, Said]) -> Iterator[Heading | Paragraph]:
    """What officers say of an area, under its own heading; where nobody has yet, that it is waited for."""
    held = [(item, said[item.ref]) for item in area.judged if item.ref in said]
    if not held:
        yield Paragraph(waiting_for["cause"], Manner.WAITING)
        yield Paragraph(waiting_for["action"], Manner.WAITING)
        return
    yield Heading(4, "What officers say")
    told: set[str] = set()
    for item, words in held:
        if words.text in told:
            continue
        told.add(words.text)
        named = f"{item.title}: " if len(held) > 1 else ""
        first, *rest = words.paragraphs
        yield Paragraph(named + first)
        yield from (Paragraph(paragraph) for paragraph in rest)
        yield Paragraph(
            f"Written by {words.written_by}, approved by {words.approved_by} on {wording.day(words.approved_on)}."
        )
