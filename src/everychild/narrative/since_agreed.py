"""What a figure did since something was agreed about it, with both editions named."""

from __future__ import annotations

from dataclasses import replace

from everychild.catalogue.indicator import Good
from everychild.judgement.agreed import Agreed
from everychild.judgement.judged import Judged
from everychild.measure.figure import Figure
from everychild.narrative import quantities
from everychild.narrative.bound import Bound, BoundWord, bound, said


def since_agreed(item: Judged, agreed: Agreed, then: Figure | None = None) -> Bound:
    """The figure as it was agreed on, as it is now, and how far it moved: no cause is supposed.

    `then` is the figure as it may be printed, where that is less than was known.
    """
    then = agreed.figure if then is None else then
    was, now = _of_edition(quantities.value_in_words(item, then), agreed), quantities.value_in_words(item)
    when = quantities.month(then.as_at)
    if item.figure.as_at <= agreed.month:
        return said("Agreed on {was} ({when}); no later month is told here.", was=was, when=when)
    moved = _moved(item, then)
    return said(
        "Agreed on {was} ({when}); now {now} ({month}){moved}.",
        was=was,
        when=when,
        now=now,
        month=quantities.month(item.figure.as_at),
        moved=moved,
    )


def _moved(item: Judged, then: Figure) -> Bound:
    """ ", 3.9 points higher, which is better"; nothing where either has no value."""
    before, now = item.value_of(then), item.value
    difference = quantities.difference(item, then)
    if before is None or now is None or difference is None:
        return bound("")
    if before == now:
        return bound(", the same")
    which = BoundWord("", difference.source, state="")
    good = item.indicator.good
    if good in (Good.HIGHER, Good.LOWER):
        is_better = (now > before) is (good is Good.HIGHER)
        which = BoundWord(", better" if is_better else ", worse", difference.source, state=str(is_better))
    return said(", a change of {difference}{which}", difference=difference, which=which)


def _of_edition(told: Bound, agreed: Agreed) -> Bound:
    """Each number bound to the edition it was agreed on, which need not be the one it is told in."""
    detail = f"edition {agreed.edition}, {agreed.fingerprint[:8]}"
    pieces = tuple(
        piece if isinstance(piece, str) else replace(piece, source=replace(piece.source, detail=detail))
        for piece in told.pieces
    )
    return Bound(pieces)
