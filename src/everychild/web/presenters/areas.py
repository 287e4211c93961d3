"""Areas for improvement: each subject with its flagged indicators, and every reason with its points and threshold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from everychild import wording
from everychild.journal.commentary import State
from everychild.judgement.judged import FlaggedArea, Judged, JudgedEdition
from everychild.judgement.the_list import decision_before, decision_on
from everychild.narrative.sentences import shortfall
from everychild.narrative.the_list import decision_sentence, earlier_sentence
from everychild.web.addresses import Place
from everychild.web.charts import small
from everychild.web.presenters.figures import Shown, shown, target
from everychild.web.presenters.listing import ListForm
from everychild.web.presenters.marks import Mark, Movement, mark_of, movement, outlook_of


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
    is_said: bool
    form: ListForm | None
    indicators: tuple[IndicatorShown, ...]


NOTHING_SAID: Mapping[str, State] = MappingProxyType({})


def areas(
    edition: JudgedEdition,
    newly_flagged: frozenset[str],
    place: Place,
    forms: Mapping[str, ListForm] = MappingProxyType({}),
    words: Mapping[str, State] = NOTHING_SAID,
    draw: Callable[[Judged], str] = small,
) -> tuple[AreaShown, ...]:
    """Most pressing first, as judgement ordered them; `words` is how the commentary about each indicator stands."""
    return tuple(
        _area(area, newly_flagged, place, edition, forms.get(area.area.name), words, draw) for area in edition.areas
    )


def commentary_stands(area: FlaggedArea, words: Mapping[str, State]) -> str:
    """ "Commentary: two approved, one not written": how the words about an area’s indicators stand."""
    counts = Counter(words.get(item.ref, State.NONE) for item in area.judged)
    if len(counts) == 1:
        return f"Commentary: {next(iter(counts)).value}"
    said = (f"{wording.in_words(counts[state])} {state.value}" for state in State if counts[state])
    return f"Commentary: {wording.listed(said)}"


def reasons(item: Judged) -> tuple[ReasonShown, ...]:
    return tuple(
        ReasonShown(f"+{reason.points}", "points", reason.sentence)
        if reason.points
        else ReasonShown("0", "points, a label", reason.sentence)
        for reason in item.reasons
    )


def _area(
    area: FlaggedArea,
    newly_flagged: frozenset[str],
    place: Place,
    edition: JudgedEdition,
    form: ListForm | None,
    words: Mapping[str, State],
    draw: Callable[[Judged], str],
) -> AreaShown:
    return AreaShown(
        anchor=f"area-{area.area.name.replace('_', '-')}",
        title=area.area.title,
        points=wording.count(area.points, "point"),
        affected=_affected(area),
        running=_running(area),
        decision=str(decision_sentence(decision_on(edition, area))),
        earlier=str(earlier_sentence(decision_before(edition, area))),
        commentary="" if place.known else commentary_stands(area, words),
        is_said=all(words.get(item.ref) is State.APPROVED for item in area.judged),
        form=form,
        indicators=tuple(_indicator(item, item.ref in newly_flagged, place, draw) for item in area.judged),
    )


def _indicator(item: Judged, is_new: bool, place: Place, draw: Callable[[Judged], str]) -> IndicatorShown:
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
        spark=draw(item),
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
