"""An edition made ready to print: every indicator changed the same way, and nothing left pointing at the old ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from everychild.judgement.judged import FlaggedArea, Judged, JudgedEdition


def with_each(edition: JudgedEdition, change: Callable[[Judged], Judged]) -> JudgedEdition:
    """The edition with each indicator changed, in its list, its area and its improvements alike."""
    changed = {item.ref: change(item) for item in edition.indicators}
    return replace(
        edition,
        indicators=tuple(changed.values()),
        areas=tuple(FlaggedArea(area.area, tuple(changed[item.ref] for item in area.judged)) for area in edition.areas),
        improvements=tuple(changed[item.ref] for item in edition.improvements),
    )
