"""One breakdown of the month's figure: a row a group, each a dot on a track beside the council and the target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from everychild import wording
from everychild.catalogue.indicator import Unit
from everychild.facts import Breakdown
from everychild.judgement.judged import Judged
from everychild.measure.figure import Figure
from everychild.narrative.or_why_not import why_not_moved
from everychild.narrative.profile import in_order
from everychild.narrative.what_moved import what_moved
from everychild.web.presenters.figures import Shown, of_heading, shown, target
from everychild.web.presenters.messages import Link

if TYPE_CHECKING:
    from everychild.web.editions import Asked

TRACK = 240
"""How long a track is drawn, in its own units."""

EDGE = 8
VALUE_HEADINGS = {Unit.COUNT: "Number", Unit.PERCENT: "Per cent"}
ROOM = Fraction(108, 100)
"""How much longer than its longest value a track without a natural end is."""


@dataclass(frozen=True)
class Track:
    """Where things stand along a track; a count is a bar from nought, and has neither council nor target beside it."""

    here: float | None
    council: float | None
    target: float | None
    is_bar: bool
    width: int = TRACK
    start: int = EDGE
    end: int = TRACK - EDGE

    @property
    def length(self) -> float:
        return round((self.here or self.start) - self.start, 1)


@dataclass(frozen=True)
class GroupRow:
    group: str
    shown: Shown
    is_small: bool
    track: Track


@dataclass(frozen=True)
class BreakdownShown:
    """`ways` leads to the other breakdowns; `note` says what the marks on the track are."""

    heading: str
    group_heading: str
    value_heading: str
    of_heading: str
    rows: tuple[GroupRow, ...]
    ways: tuple[Link, ...]
    note: str
    moved: str
    small: str
    if_none: str


def ways(asked: Asked, item: Judged, chosen: str | None = None) -> tuple[Link, ...]:
    """The breakdowns this indicator has."""
    return tuple(
        Link(
            kind.title,
            f"{asked.place.indicator(item.ref, kind.name)}#breakdown",
            is_here=kind.name == chosen,
        )
        for kind in item.indicator.breakdowns
    )


def breakdown(asked: Asked, item: Judged, by: str | None) -> BreakdownShown:
    """By the way asked for, else by the one a mix is of, else by the first there is."""
    usual = item.indicator.mix_by or item.indicator.breakdowns[0]
    kind = next((kind for kind in item.indicator.breakdowns if kind.name == by), usual)
    groups = in_order(item.groups.get(kind.name, ()), kind)
    small = asked.edition.council.thresholds.small_denominator
    scale = scale_of(item, groups)
    rows = tuple(group_row(item, figure, scale, small) for figure in groups)
    return BreakdownShown(
        heading=f"By {kind.title[:1].lower() + kind.title[1:]}, {wording.month(item.figure.as_at)}",
        group_heading=kind.title,
        value_heading=value_heading(item.indicator.unit),
        of_heading=of_heading(item.indicator),
        rows=rows,
        ways=ways(asked, item, kind.name),
        note=_note(asked, item, scale),
        moved=_moved(item, kind, small),
        small=f"Small numbers: under {small}, one child can move the figure visibly."
        if any(row.is_small for row in rows)
        else "",
        if_none="There is no figure to break down this month.",
    )


def _moved(item: Judged, kind: Breakdown, small: int) -> str:
    """What moved it; of a flagged indicator whose change is not parted, why not."""
    found = item.moved_by(kind.name, small)
    if found is not None:
        return str(what_moved(item, found))
    return str(why_not_moved(item, (kind,))) if item.is_flagged else ""


def group_row(item: Judged, figure: Figure, scale: Fraction, small: int) -> GroupRow:
    return GroupRow(
        group=figure.group or "",
        shown=shown(item, figure),
        is_small=figure.denominator is not None and figure.denominator < small,
        track=_track(item, figure, scale),
    )


def _track(item: Judged, figure: Figure, scale: Fraction) -> Track:
    is_count = item.indicator.is_counted

    def along(value: Fraction | None) -> float | None:
        if value is None:
            return None
        return round(EDGE + float(min(max(value, Fraction(0)), scale) / scale) * (TRACK - 2 * EDGE), 1)

    return Track(
        here=along(item.value_of(figure)),
        council=None if is_count else along(item.value),
        target=None if is_count or item.target is None else along(item.target.value),
        is_bar=is_count,
    )


def value_heading(unit: Unit) -> str:
    return VALUE_HEADINGS.get(unit, wording.sentence(unit.value))


def scale_of(item: Judged, groups: Sequence[Figure]) -> Fraction:
    """The value at a track's far end: 100%, or a little more than the largest there is."""
    if item.indicator.unit is Unit.PERCENT:
        return Fraction(100)
    values = [value for figure in groups if (value := item.value_of(figure)) is not None]
    if not item.indicator.is_counted:
        values += [value for value in (item.value, item.target.value if item.target else None) if value is not None]
    return (max(values, default=Fraction(0)) or Fraction(1)) * ROOM


def _note(asked: Asked, item: Judged, scale: Fraction) -> str:
    far_end = "100%" if item.indicator.unit is Unit.PERCENT else wording.shown(scale, item.indicator.unit)
    ends = f"The track runs from 0 to {far_end}"
    if item.indicator.is_counted:
        return f"{ends}. The groups add up to the whole unless a child is in none of them."
    council = f"{asked.edition.council.short_name} as a whole, {shown(item).value}, is the upright line"
    dashed = f"; the target, {target(item)}, is the dashed one" if item.target else ""
    return f"{ends}. {council}{dashed}."
