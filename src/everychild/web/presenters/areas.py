"""Areas for improvement: each subject with its flagged indicators, and every reason with its points and threshold."""

from __future__ import annotations

from dataclasses import dataclass

from everychild import wording
from everychild.judgement.judged import FlaggedArea, Judged, JudgedEdition
from everychild.judgement.the_list import decision_before, decision_on
from everychild.narrative.sentences import shortfall
from everychild.narrative.the_list import decision_sentence, earlier_sentence
from everychild.report.charts import sparkline
from everychild.web.addresses import Place
from everychild.web.presenters.figures import Shown, shown, target
from everychild.web.presenters.marks import Mark, Movement, mark_of, movement, outlook_of

SPARK_WIDTH, SPARK_HEIGHT = 214, 60


@dataclass(frozen=True)
class ReasonShown:
    """Why, and what it counts for. A label counts for nothing and is said all the same."""

    points: str
    counted_in: str
    says: str


@dataclass(frozen=True)
class IndicatorShown:
    """One flagged indicator."""

    ref: str
    title: str
    address: str
    direction: str
    is_new: bool
    shown: Shown
    target: str
    short: str
    status: Mark
    spark: str
    movement: Movement
    outlook: Mark | None
    reasons: tuple[ReasonShown, ...]


@dataclass(frozen=True)
class AreaShown:
    """One area, with what a reader asks of it first."""

    anchor: str
    title: str
    points: str
    affected: str
    running: str
    decision: str
    earlier: str
    commentary: str
    indicators: tuple[IndicatorShown, ...]


WAITING = "Commentary: waiting for a named officer"


def areas(edition: JudgedEdition, newly_flagged: frozenset[str], place: Place) -> tuple[AreaShown, ...]:
    """Most pressing first, as judgement ordered them."""
    return tuple(_area(area, newly_flagged, place, edition) for area in edition.areas)


def reasons(item: Judged) -> tuple[ReasonShown, ...]:
    return tuple(
        ReasonShown(f"+{reason.points}", "points", reason.sentence)
        if reason.points
        else ReasonShown("0", "points, a label", reason.sentence)
        for reason in item.reasons
    )


def _area(area: FlaggedArea, newly_flagged: frozenset[str], place: Place, edition: JudgedEdition) -> AreaShown:
    return AreaShown(
        anchor=f"area-{area.area.name.replace('_', '-')}",
        title=area.area.title,
        points=wording.count(area.points, "point"),
        affected=_affected(area),
        running=_running(area),
        decision=decision_sentence(decision_on(edition, area)),
        earlier=earlier_sentence(decision_before(edition, area)),
        commentary=WAITING,
        indicators=tuple(_indicator(item, item.ref in newly_flagged, place) for item in area.judged),
    )


def _indicator(item: Judged, is_new: bool, place: Place) -> IndicatorShown:
    return IndicatorShown(
        ref=item.ref,
        title=item.title,
        address=place.indicator(item.ref),
        direction=item.indicator.good.in_words,
        is_new=is_new,
        shown=shown(item),
        target=f"target {target(item)}" if item.target else "no target",
        short=str(shortfall(item)),
        status=mark_of(item),
        spark=sparkline(item, SPARK_WIDTH, SPARK_HEIGHT),
        movement=movement(item.pattern.moving),
        outlook=outlook_of(item),
        reasons=reasons(item),
    )


def _affected(area: FlaggedArea) -> str:
    """How many are on the wrong side, in what they are counted in; an average has no wrong side."""
    most = max(area.judged, key=lambda item: item.affected)
    if most.affected == 0:
        return ""
    counted = most.indicator.of
    return f"Affected: {wording.count(most.affected, counted.counted_in_one, counted.counted_in)}"


def _running(area: FlaggedArea) -> str:
    months = area.months_off_target
    return f"Target missed {wording.count(months, 'month')} running" if months > 1 else ""
