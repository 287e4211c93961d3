"""The main part of a figure: the group whose part of it is out of proportion, by how the work is shared out.

By team or by ward and by nothing a child is: a paper that told sex or ethnic group apart here would seem to say why.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from everychild.catalogue.indicator import Good
from everychild.judgement.contribution import Contribution
from everychild.judgement.judged import Judged, JudgedEdition
from everychild.measure.figure import Figure
from everychild.measure.tally import NOT_KNOWN
from everychild.narrative import quantities
from everychild.narrative.bound import Bound, BoundNumber, BoundWord, Quantity, said
from everychild.narrative.what_moved import what_moved

WAYS = ("team", "ward")
FEWEST = 10
"""No number under this is told of a group or left to be worked out by subtraction, nought apart."""

OUT_OF_PROPORTION = Fraction(5, 4)
"""A group stands out from a quarter more than its share of what was counted."""

WORTH_TELLING = Fraction(1, 4)
"""And where its part is a quarter of the whole, or more."""


@dataclass(frozen=True)
class StandingOut:
    """A group, of which breakdown, and its part of what fell short."""

    breakdown: str
    figure: Figure
    amiss: int


def moved_most(item: Judged, edition: JudgedEdition) -> Bound:
    """What moved it since last month, by how the work is shared out; nothing where last month’s groups are hidden."""
    found = contribution_by_work(item, edition)
    return what_moved(item, found) if found and found.change else Bound()


def contribution_by_work(item: Judged, edition: JudgedEdition) -> Contribution | None:
    ways = (item.moved_by(way, edition.council.thresholds.small_denominator) for way in WAYS)
    return next((found for found in ways if found is not None), None)


def main_part(item: Judged, edition: JudgedEdition) -> Bound:
    """The group that stands out most this month, if one does."""
    out = stands_out(item)
    if out is None:
        return Bound()
    breakdown = next(kind for kind in item.indicator.breakdowns if kind.name == out.breakdown)
    return said(
        "By {way}, {group} {stands_out}: {amiss} of the {all_amiss} that fell short, with {counted} of the "
        "{all_counted} {counted_in}.",
        way=breakdown.title.lower(),
        group=quantities.group(item, out.figure),
        stands_out=BoundWord(
            "stands out most",
            quantities.source_of(item, Quantity.STANDS_OUT),
            state=state_of(out),
        ),
        amiss=_amiss(item, out.figure),
        all_amiss=_amiss(item, item.figure),
        counted=quantities.denominator(item, out.figure),
        all_counted=quantities.denominator(item, item.figure),
        counted_in=quantities.counted_in(item),
    )


def stands_out(item: Judged) -> StandingOut | None:
    """Of a share with a good and a bad side: the group furthest out of proportion, in the first way that has one."""
    if not item.indicator.is_share or item.indicator.mix_by or item.indicator.good not in (Good.HIGHER, Good.LOWER):
        return None
    for way in WAYS:
        found = sorted(_standing_out(item, way), key=lambda out: (-_excess(item, out), out.figure.group or ""))
        if found:
            return found[0]
    return None


def state_of(out: StandingOut | None) -> str:
    return f"{out.breakdown}: {out.figure.group}" if out else "nothing"


def _standing_out(item: Judged, way: str) -> Iterator[StandingOut]:
    whole = item.figure
    if whole.numerator is None or not whole.denominator:
        return
    amiss = _side(item, whole)
    for figure in item.groups.get(way, ()):
        if figure.numerator is None or figure.denominator is None or figure.group == NOT_KNOWN:
            continue
        out = StandingOut(way, figure, _side(item, figure))
        told = (out.amiss, figure.denominator - out.amiss, amiss - out.amiss)
        rest = (whole.denominator - figure.denominator, whole.denominator - amiss - (figure.denominator - out.amiss))
        if not all(number == 0 or number >= FEWEST for number in (*told, *rest)):
            continue
        share = Fraction(figure.denominator, whole.denominator)
        if out.amiss >= amiss * WORTH_TELLING and out.amiss > amiss * share * OUT_OF_PROPORTION:
            yield out


def _excess(item: Judged, out: StandingOut) -> Fraction:
    """How many more than its share."""
    whole = item.figure
    return out.amiss - Fraction(_side(item, whole) * (out.figure.denominator or 0), whole.denominator or 1)


def _side(item: Judged, figure: Figure) -> int:
    """How many are on the wrong side."""
    met = figure.numerator or 0
    return met if item.indicator.good is Good.LOWER else (figure.denominator or 0) - met


def _amiss(item: Judged, figure: Figure) -> BoundNumber:
    told = quantities.numerator if item.indicator.good is Good.LOWER else quantities.not_met
    return told(item, figure)
