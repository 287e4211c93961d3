"""The list of areas for improvement beside last month’s, with what almost is on it, and as people have decided it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from everychild.judgement.decisions import Decision, FlagDecision, latest
from everychild.judgement.flags import flagged_areas
from everychild.judgement.judged import Code, FlaggedArea, Judged, JudgedEdition, Reason


@dataclass(frozen=True)
class NoLonger:
    """An indicator that was flagged at the last month end, as it was and is, and the reasons that fell away."""

    then: Judged
    now: Judged
    fell_away: tuple[Reason, ...]


@dataclass(frozen=True)
class Left:
    """An area that was on the list at the last month end and is not now."""

    area: FlaggedArea
    because: tuple[NoLonger, ...]


@dataclass(frozen=True)
class Moves:
    """What came on to the list since the last month end, and what left it."""

    new: tuple[FlaggedArea, ...]
    left: tuple[Left, ...]


def moves(now: Sequence[Judged], before: Sequence[Judged]) -> Moves:
    """`before` is the month before, judged by the targets then in force.

    An area is new where it was clear then; one that had no figure then is not news.
    """
    areas, areas_then = flagged_areas(now), flagged_areas(before)
    names, names_then = ({area.area.name for area in found} for found in (areas, areas_then))
    absent_then = {item.ref for item in before if item.figure.absent is not None}
    return Moves(
        new=tuple(
            area
            for area in areas
            if area.area.name not in names_then and any(item.ref not in absent_then for item in area.judged)
        ),
        left=tuple(_left(area, now) for area in areas_then if area.area.name not in names),
    )


def _left(area: FlaggedArea, now: Sequence[Judged]) -> Left:
    by_ref = {item.ref: item for item in now}
    return Left(area, tuple(no_longer(then, by_ref[then.ref]) for then in area.judged if then.ref in by_ref))


def no_longer(then: Judged, now: Judged) -> NoLonger:
    """What fell away from an indicator between one month and the next."""
    codes = {reason.code for reason in now.reasons}
    return NoLonger(then, now, tuple(reason for reason in then.reasons if reason.points and reason.code not in codes))


def with_reason(items: Sequence[Judged], code: Code) -> tuple[Judged, ...]:
    """Those for which a reason holds: E1 are the early warnings, O1 met their target while overdue work grows."""
    return tuple(item for item in items if any(reason.code is code for reason in item.reasons))


def decision_on(edition: JudgedEdition, area: FlaggedArea) -> FlagDecision | None:
    """The last word on an area in this edition; None where nobody has decided."""
    return latest(edition.decisions).get(area.area.name)


def decision_before(edition: JudgedEdition, area: FlaggedArea) -> FlagDecision | None:
    """The last word on it in the edition of the month before this one: a note, and no decision."""
    return latest(edition.earlier_decisions).get(area.area.name)


def removed(edition: JudgedEdition) -> tuple[tuple[FlaggedArea, FlagDecision], ...]:
    """The areas that were flagged and taken off the list, with the decision."""
    found = ((area, decision_on(edition, area)) for area in edition.areas)
    return tuple((area, said) for area, said in found if said is not None and said.decision is Decision.REMOVED)


def as_decided(edition: JudgedEdition) -> JudgedEdition:
    """The edition with the areas that stay on the list. No figure, reason or point is changed."""
    off = {area.area.name for area, _ in removed(edition)}
    return replace(edition, areas=tuple(area for area in edition.areas if area.area.name not in off))
