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
from everychild.narrative import quantities
from everychild.narrative.bound import Bound, Quantity, said, sentences
from everychild.narrative.or_why_not import nothing_published
from everychild.report.small_numbers import protected_figure


def others_beside(edition: JudgedEdition, published: Library) -> Mapping[str, Bound]:
    """For each indicator of an area, what is told beside it; of its first, why nothing is where nothing is.

    From the edition itself, before numbers are hidden.
    """
    found = {}
    leads = {area.judged[0].ref for area in edition.areas}
    for item in (item for area in edition.areas for item in area.judged):
        beside = published.beside(item, edition.council)
        if beside is not None:
            found[item.ref] = _sentences(item, beside)
        elif item.ref in leads:
            found[item.ref] = nothing_published(item)
    return found


def is_published(told: Bound) -> bool:
    """Whether anything in it is somebody else’s, under their licence."""
    return any(number.source.quantity is Quantity.PUBLISHED for number in told.numbers)


def _sentences(item: Judged, beside: Beside) -> Bound:
    compared = said("{title}, compared with others.", title=quantities.title(item))
    told = [compared, says.others_sentence(beside)]
    if not beside.comparison.is_comparable:
        return sentences((*told, says.comparable_sentence(beside), says.sources_sentence(beside)))
    ours, is_hidden = _ours(item, beside)
    standing = Bound() if is_hidden else says.standing_sentence(beside)
    return sentences((*told, ours, standing, says.sources_sentence(beside)))


def _ours(item: Judged, beside: Beside) -> tuple[Bound, bool]:
    """Our own figure for that time as the paper may print it, and whether anything of it is hidden."""
    ours = beside.ours
    if ours is None or ours.value is None:
        return says.time_sentence(beside), True
    safe = protected_figure(ours.figure, item.indicator)
    if safe.absent is Absent.HELD_BACK:
        return said("Ours is {held_back}.", held_back=Absent.HELD_BACK.in_words.lower()), True
    told = beside.series.told
    if safe is ours.figure:
        exact, text = ours.value, says.number_in_words(ours.value, told)
    else:
        whole = safe.value(item.indicator.unit)
        assert whole is not None
        exact, text = whole, wording.rounded(whole) + ("%" if told is Told.PERCENT else "")
    value, when = says.ours_in_words(ours, text, exact), says.time_of_ours(ours)
    return said("Ours was {value} ({when}).", value=value, when=when), safe is not ours.figure
