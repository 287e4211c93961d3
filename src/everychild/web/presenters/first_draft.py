"""The first draft of a flagged area on its indicators’ pages: words from the figures alone, for officers to add to."""

from __future__ import annotations

from everychild.judgement.judged import Judged, JudgedEdition
from everychild.narrative import area_paragraphs


def first_draft(item: Judged, edition: JudgedEdition) -> tuple[str, ...]:
    """The draft of the area it is flagged in, a paragraph a line; of an indicator in none, nothing."""
    area = next((area for area in edition.areas if item in area.judged), None)
    if area is None:
        return ()
    return tuple(str(paragraph) for paragraph in area_paragraphs(area, edition))
