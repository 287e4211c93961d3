"""What the paper tells of an indicator’s work: what falls due next. Small numbers are not in it."""

from __future__ import annotations

from collections.abc import Mapping

from everychild.judgement.judged import Judged, JudgedEdition
from everychild.measure.due import Ahead
from everychild.narrative.ahead import ahead_sentence
from everychild.report.small_numbers import is_small


def work_told(edition: JudgedEdition, ahead: Mapping[str, Ahead]) -> Mapping[str, tuple[str, ...]]:
    """For each indicator of an area, its paragraphs. From the edition itself, before numbers are hidden."""
    told = {}
    for item in (item for area in edition.areas for item in area.judged):
        if item.ref in ahead:
            told[item.ref] = (_looking_ahead(item, ahead[item.ref]),)
    return told


def _looking_ahead(item: Judged, ahead: Ahead) -> str:
    """Where any of its numbers is small none is told, and the percentages are whole."""
    target = item.target.value if item.target else None
    needed = None if target is None else ahead.needed(target)
    numbers = (ahead.met, ahead.lost, ahead.to_do, ahead.considered, ahead.meetings, needed)
    said = ahead_sentence(item, ahead, with_numbers=not any(is_small(number) for number in numbers))
    return f"{item.title}, the next four weeks. {said}"
