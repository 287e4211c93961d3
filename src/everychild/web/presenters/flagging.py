"""Why an indicator is on the list, or is not: every reason with its code, its points and its threshold."""

from __future__ import annotations

from dataclasses import dataclass

from everychild import wording
from everychild.council import Thresholds
from everychild.judgement.judged import Code, Judged

NAMES = {
    Code.T1: "Off target",
    Code.T2: "Close to target",
    Code.T3: "Any child at all",
    Code.F1: "Below its floor",
    Code.S1: "Getting worse",
    Code.S2: "Out of reach",
    Code.V1: "Worse than last year",
    Code.O1: "Overdue work growing",
    Code.E1: "Early warning",
    Code.Q1: "Recorded late",
    Code.N1: "Small numbers",
}


@dataclass(frozen=True)
class ReasonRow:
    code: str
    name: str
    says: str
    points: str


@dataclass(frozen=True)
class Flagging:
    """`rule` says at how many points an indicator is flagged, and that small numbers hold them down."""

    heading: str
    is_flagged: bool
    rows: tuple[ReasonRow, ...]
    total: str
    if_none: str
    rule: str


def flagging(item: Judged, thresholds: Thresholds) -> Flagging:
    return Flagging(
        heading="Why it was flagged" if item.is_flagged else "Why it was not flagged",
        is_flagged=item.is_flagged,
        rows=tuple(
            ReasonRow(
                reason.code.value, NAMES[reason.code], reason.sentence, str(reason.points) if reason.points else ""
            )
            for reason in item.reasons
        ),
        total=wording.count(item.points, "point"),
        if_none=_if_none(item),
        rule=_rule(item, thresholds),
    )


def _if_none(item: Judged) -> str:
    if item.figure.absent is not None:
        return "There is no figure this month, so there is nothing to weigh."
    if item.target is None:
        return "No reason applies. It has no target to miss."
    return "No reason applies."


def _rule(item: Judged, thresholds: Thresholds) -> str:
    rule = f"An indicator is flagged at {wording.count(thresholds.flag_at_points, 'point')}."
    held_down = item.is_small and sum(reason.points for reason in item.reasons) != item.points
    small = (
        f" Under {thresholds.small_denominator} cases the points are held to 1, because one child can move the figure."
    )
    return rule + (small if held_down or item.is_small else "")
