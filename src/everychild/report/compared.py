"""What others publish beside the paper’s areas for improvement, with our own part of it protected."""

from __future__ import annotations

from collections.abc import Mapping

from everychild import wording
from everychild.comparators.beside import Beside
from everychild.comparators.library import Library
from everychild.comparators.series import Told
from everychild.judgement.judged import Judged, JudgedEdition
from everychild.measure.figure import Absent
from everychild.narrative import compared as says
from everychild.report.small_numbers import protected_figure


def others_beside(edition: JudgedEdition, published: Library) -> Mapping[str, str]:
    """For each indicator of an area, what is told beside it. From the edition itself, before numbers are hidden."""
    found = {}
    for item in (item for area in edition.areas for item in area.judged):
        beside = published.beside(item, edition.council)
        if beside is not None:
            found[item.ref] = _sentences(item, beside)
    return found


def _sentences(item: Judged, beside: Beside) -> str:
    said = [f"{item.title}, compared with others. {says.others_sentence(beside)}"]
    if not beside.comparison.is_comparable:
        said.append(says.comparable_sentence(beside))
        return " ".join((*said, _source(beside)))
    ours, is_hidden = _ours(item, beside)
    said.append(ours)
    if not is_hidden:
        said.append(says.standing_sentence(beside))
    return " ".join(sentence for sentence in (*said, _source(beside)) if sentence)


def _ours(item: Judged, beside: Beside) -> tuple[str, bool]:
    """Our own figure for that time as the paper may print it, and whether anything of it is hidden."""
    ours = beside.ours
    if ours is None or ours.value is None:
        return says.time_sentence(beside), True
    safe = protected_figure(ours.figure, item.indicator)
    if safe.absent is Absent.HELD_BACK:
        return f"Ours is {Absent.HELD_BACK.in_words.lower()}.", True
    told = beside.series.told
    if safe is ours.figure:
        value = says.number_in_words(ours.value, told)
    else:
        whole = safe.value(item.indicator.unit)
        assert whole is not None
        value = wording.rounded(whole) + ("%" if told is Told.PERCENT else "")
    return f"Ours was {value} ({says.when_ours(ours)}).", safe is not ours.figure


def _source(beside: Beside) -> str:
    vintages = dict.fromkeys(
        line.known.release.vintage for line in (beside.england, beside.region) if line is not None and line.known
    )
    return f"Source: {wording.listed(vintages)}."
