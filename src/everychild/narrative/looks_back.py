"""How far back a figure could see, where it looks further: in a sentence, wherever the figure is explained."""

from __future__ import annotations

from everychild import wording
from everychild.judgement.judged import Judged, JudgedEdition


def looks_back_to(item: Judged, edition: JudgedEdition) -> str:
    """Empty of one that saw all it looks for."""
    seen_from = edition.seen_from.get(item.ref)
    if seen_from is None:
        return ""
    day = wording.day(seen_from)
    return f"It looks back to {day} and no further: no records of before are held, so what was then is not seen."
