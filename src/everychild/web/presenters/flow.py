"""A section's strip: how many reached each stage in twelve months, what share went on, and how long it took."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from everychild import wording
from everychild.catalogue.flows import FLOWS, Stage
from everychild.catalogue.indicator import Section
from everychild.judgement.judged import Judged
from everychild.measure.figure import Figure
from everychild.web.presenters.figures import median_of, value_text
from everychild.web.presenters.messages import Link

if TYPE_CHECKING:
    from everychild.web.editions import Asked

LONGEST = 200
"""How long the bar of the largest stage is drawn, in its own units."""


@dataclass(frozen=True)
class Passage:
    """One thing told of the way from the stage before: the indicator that tells it, and what it came to."""

    link: Link
    value: str


@dataclass(frozen=True)
class StageShown:
    """`length` of `LONGEST`, by how many; None where that is not known."""

    link: Link
    how_many: str
    length: float | None
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class FlowShown:
    heading: str
    note: str
    stages: tuple[StageShown, ...]
    longest: int = LONGEST


def flow(asked: Asked, section: Section) -> FlowShown | None:
    """None for a section without stages, and where twelve months of fewer than two of them are held."""
    stages = [stage for stage in FLOWS.get(section, ()) if _reached(asked, stage) is not None]
    if len(stages) < 2:
        return None
    most = max((_reached(asked, stage) or Fraction(0) for stage in stages), default=Fraction(0))
    return FlowShown(
        heading=f"From one stage to the next, in the 12 months to {wording.month(asked.edition.as_at)}",
        note=(
            "Each bar is as long as its number. Not everyone at a stage came from the one before in these months, so "
            "the shares are counted by themselves, child by child, and are not one bar over another."
        ),
        stages=tuple(_shown(asked, stage, most, is_first=stage is stages[0]) for stage in stages),
    )


def _year(item: Judged | None) -> Figure | None:
    figure = item.rolling_12 if item is not None else None
    return figure if figure is not None and figure.absent is None else None


def _reached(asked: Asked, stage: Stage) -> Fraction | None:
    item = asked.edition.by_ref(stage.reached)
    return item.value_of(_year(item)) if item is not None else None


def _shown(asked: Asked, stage: Stage, most: Fraction, *, is_first: bool) -> StageShown:
    item, reached = asked.edition.by_ref(stage.reached), _reached(asked, stage)
    assert item is not None, "stages without a figure are left out"
    told = () if is_first else tuple(_passage(asked, ref) for ref in (stage.share, stage.time) if ref is not None)
    return StageShown(
        link=_link(asked, item),
        how_many=value_text(item, _year(item)),
        length=round(float(reached / most * LONGEST), 1) if reached is not None and most else None,
        passages=tuple(passage for passage in told if passage is not None),
    )


def _passage(asked: Asked, ref: str) -> Passage | None:
    item = asked.edition.by_ref(ref)
    figure = _year(item)
    if item is None or figure is None:
        return None
    middle = median_of(item, figure)
    return Passage(_link(asked, item), value_text(item, figure) + (f". {middle}" if middle else ""))


def _link(asked: Asked, item: Judged) -> Link:
    return Link(item.title, asked.place.indicator(item.ref))
