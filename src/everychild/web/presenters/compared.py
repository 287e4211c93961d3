"""A figure beside what others publish: a table with its vintages, a funnel, and the licence the numbers come under."""

from __future__ import annotations

from dataclasses import dataclass

from everychild import wording
from everychild.comparators.beside import Beside, Line
from everychild.comparators.published import ATTRIBUTION
from everychild.comparators.series import Told
from everychild.judgement.judged import Judged
from everychild.measure.figure import Absent
from everychild.narrative import compared as says
from everychild.web.addresses import Place


@dataclass(frozen=True)
class ComparedRow:
    """One area’s value, its time, and where it is from."""

    who: str
    value: str
    is_absent: bool
    when: str
    source: str
    is_ours: bool = False


@dataclass(frozen=True)
class FunnelShown:
    """The picture, its finding and its twin in words."""

    finding: str
    reading: str
    wide: str
    narrow: str
    rows: tuple[tuple[str, str, str], ...]
    cases_heading: str


@dataclass(frozen=True)
class Compared:
    """`strip` is the short telling under the title; without rows it is all there is."""

    strip: tuple[str, ...]
    heading: str
    sentences: tuple[str, ...]
    told_in: str
    rows: tuple[ComparedRow, ...]
    neighbours: str
    neighbour_rows: tuple[ComparedRow, ...]
    funnel: FunnelShown | None
    attribution: str


MOST_IN_A_TABLE = 200


def compared(item: Judged, beside: Beside | None, place: Place) -> Compared:
    """What the page says; the declared reason where nothing is published."""
    if beside is None:
        return Compared((item.indicator.comparator,), "", (), "", (), "", (), None, "")
    return Compared(
        strip=_strip(beside),
        heading=beside.series.title,
        sentences=tuple(
            str(sentence)
            for sentence in (
                says.comparable_sentence(beside),
                says.time_sentence(beside),
                says.standing_sentence(beside),
                says.began_sentence(beside),
            )
            if sentence
        ),
        told_in=beside.series.told.in_words,
        rows=(*_ours(beside), *(_row(line, beside) for line in _lines(beside)), *_middle(beside)),
        neighbours=str(says.neighbours_sentence(beside.neighbours)) if beside.neighbours else "",
        neighbour_rows=tuple(_row(line, beside) for line in beside.neighbours.lines) if beside.neighbours else (),
        funnel=_funnel(item, beside, place),
        attribution=f"{ATTRIBUTION}.",
    )


def _strip(beside: Beside) -> tuple[str, ...]:
    if not beside.comparison.is_comparable:
        return (str(says.comparable_sentence(beside)),)
    return tuple(
        str(sentence) for sentence in (says.others_sentence(beside), says.standing_sentence(beside)) if sentence
    )


def _lines(beside: Beside) -> tuple[Line, ...]:
    """England and the region; and this council as published, which may not be what it counts now."""
    return tuple(line for line in (beside.own, beside.england, beside.region) if line is not None)


def _ours(beside: Beside) -> tuple[ComparedRow, ...]:
    ours = beside.ours
    if ours is None:
        return ()
    absent = (ours.figure.absent or Absent.NOT_SUPPLIED).in_words
    value = absent if ours.value is None else says.number_in_words(ours.value, beside.series.told)
    return (
        ComparedRow("Ours, counted here", value, ours.value is None, says.when_ours(ours), "Our own records", True),
    )


def _row(line: Line, beside: Beside) -> ComparedRow:
    own = line is beside.own
    return ComparedRow(
        f"{line.name}, as published" if own else line.name,
        says.published_in_words(line, beside.series.told),
        line.value is None,
        beside.series.when.in_words(beside.year),
        line.known.release.vintage if line.known else "Nothing loaded tells it",
    )


def _middle(beside: Beside) -> tuple[ComparedRow, ...]:
    near = beside.neighbours
    if near is None or near.median is None:
        return ()
    value = says.number_in_words(near.median, beside.series.told)
    source = f"The middle of {near.known} neighbours by {near.model.name}"
    return (ComparedRow("Statistical neighbours", value, False, beside.series.when.in_words(beside.year), source),)


def _funnel(item: Judged, beside: Beside, place: Place) -> FunnelShown | None:
    funnel = beside.funnel
    if funnel is None:
        return None
    dots = [*([funnel.ours] if funnel.ours else []), *(dot for dot in reversed(funnel.dots))][:MOST_IN_A_TABLE]
    return FunnelShown(
        finding=str(says.funnel_finding(beside, funnel)),
        reading=str(says.funnel_sentence(funnel)),
        wide=place.data(f"i/{item.ref}-funnel.svg"),
        narrow=place.data(f"i/{item.ref}-funnel-narrow.svg"),
        rows=tuple(
            (dot.name or "Ours", _cases(dot.cases), says.number_in_words(dot.value, funnel.told)) for dot in dots
        ),
        cases_heading="Children in the area" if funnel.told is Told.RATE else "Cases",
    )


def _cases(cases: int) -> str:
    return wording.rounded(cases)
