"""The overview: a sentence, four counts, what needs attention, everything at a glance, and whether to believe it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from everychild import wording
from everychild.journal.commentary import State
from everychild.judgement.decisions import Decision
from everychild.judgement.judged import Judged, JudgedEdition
from everychild.judgement.status import Status
from everychild.judgement.the_list import decision_on
from everychild.narrative import at_a_glance
from everychild.reconciliation.summary import Summary
from everychild.web import charts
from everychild.web.presenters.areas import NOTHING_SAID, AreaShown, areas
from everychild.web.presenters.changes import Changes, changes, early_warnings, newly_flagged
from everychild.web.presenters.frame import Frame, frame
from everychild.web.presenters.listing import ListForm
from everychild.web.presenters.marks import Mark, status_mark
from everychild.web.presenters.messages import Link
from everychild.web.presenters.outlook_grid import Grid, grid
from everychild.web.presenters.strip import SectionStrip, strips
from everychild.web.presenters.trust import Trust, trust
from everychild.web.told_before import ToldBefore

if TYPE_CHECKING:
    from everychild.web.editions import Asked


@dataclass(frozen=True)
class Tile:
    """A count, its mark, a line of context and where it leads."""

    how_many: int
    mark: Mark
    words: str
    context: str
    address: str


@dataclass(frozen=True)
class OverviewPage:
    frame: Frame
    sentence: str
    tiles: tuple[Tile, ...]
    areas: tuple[AreaShown, ...]
    areas_note: str
    no_areas: str
    span: str
    strips: tuple[SectionStrip, ...]
    grid: Grid
    changes: Changes
    trust: Trust
    downloads: tuple[Link, ...]


def overview_page(
    asked: Asked,
    forms: Mapping[str, ListForm] = MappingProxyType({}),
    words: Mapping[str, State] = NOTHING_SAID,
    earlier: ToldBefore | None = None,
    sources: Summary | None = None,
) -> OverviewPage:
    """`forms` are those to decide on an area by, by its name, for whoever may; `words` is how commentary stands;
    `earlier`, how the month before was told when it was closed; `sources`, how they differ, where it is known.
    """
    edition, before, place = asked.edition, asked.opened.before, asked.place
    return OverviewPage(
        frame=frame(asked, f"{wording.month(edition.as_at)} at a glance", ""),
        sentence=str(at_a_glance(edition)),
        tiles=_tiles(edition, before),
        areas=areas(edition, newly_flagged(edition, before), place, forms, words, partial(charts.spark, asked.opened)),
        areas_note=_areas_note(edition, is_looked_back=place.known is not None),
        no_areas=_no_areas(edition),
        span=span(edition),
        strips=strips(edition, place),
        grid=grid(edition, place),
        changes=changes(edition, before, place, earlier),
        trust=trust(edition, place, sources),
        downloads=(
            Link("This page for a spreadsheet (CSV)", place.data("overview.csv")),
            Link("This page as data (JSON)", place.data("overview.json")),
            Link("A profile of the service, beside others", place.profile),
            Link("Every figure for a spreadsheet (CSV)", place.data("figures.csv")),
            Link("Every figure as data (JSON)", place.data("figures.json")),
            Link("The areas for improvement for a spreadsheet (CSV)", place.data("flags.csv")),
            Link("The areas for improvement as data (JSON)", place.data("flags.json")),
        ),
    )


def span(edition: JudgedEdition) -> str:
    """The months a trend shows."""
    months = [figure.as_at for item in edition.indicators for figure in item.history]
    first = min(months, default=edition.as_at)
    return f"{wording.month(first)} to {wording.month(edition.as_at)}"


def _tiles(edition: JudgedEdition, before: tuple[Judged, ...]) -> tuple[Tile, ...]:
    then = wording.month_name(edition.as_at - 1)
    new = len(newly_flagged(edition, before))
    warnings = len(early_warnings(edition))
    off = edition.how_many(Status.OFF_TARGET)

    def was(status: Status) -> str:
        return f"{sum(item.status is status for item in before)} in {then}"

    return (
        Tile(
            len(edition.areas),
            status_mark(Status.OFF_TARGET),
            "Area for improvement" if len(edition.areas) == 1 else "Areas for improvement",
            f"{wording.count(off, 'indicator')} off target, {new} newly flagged",
            "#areas-for-improvement",
        ),
        Tile(
            edition.how_many(Status.CLOSE),
            status_mark(Status.CLOSE),
            "Close to target",
            was(Status.CLOSE),
            "#every-indicator",
        ),
        Tile(
            edition.how_many(Status.ON_TARGET),
            status_mark(Status.ON_TARGET),
            "On target",
            f"{was(Status.ON_TARGET)}, {wording.count(warnings, 'early warning')}"
            if warnings
            else was(Status.ON_TARGET),
            "#every-indicator",
        ),
        Tile(
            edition.how_many(Status.FOR_INFORMATION),
            status_mark(Status.FOR_INFORMATION),
            "For information",
            "No target is set",
            "#every-indicator",
        ),
    )


def _confirmed(edition: JudgedEdition) -> str:
    """How many a person has confirmed or taken off: a list by rule is not yet a decision."""
    decided = [decision_on(edition, area) for area in edition.areas]
    stays = sum(said is not None and said.decision is Decision.CONFIRMED for said in decided)
    off = sum(said is not None and said.decision is Decision.REMOVED for said in decided)
    taken = f" and {wording.in_words(off)} taken off the list" if off else ""
    confirmed = wording.in_words(stays) if stays else "none"
    return f"Of {wording.count(len(decided), 'area')}, {confirmed} confirmed by a person{taken}."


def _no_areas(edition: JudgedEdition) -> str:
    """With the indicator that came closest, so that nobody takes an empty list for no news."""
    said = "No area is flagged for improvement this month."
    with_target = (item for item in edition.indicators if item.target is not None)
    closest = max(with_target, key=lambda item: item.points, default=None)
    if closest is None or not closest.points:
        return said
    return f"{said} The closest is {closest.title} ({closest.ref}), with {wording.count(closest.points, 'point')}."


def _areas_note(edition: JudgedEdition, *, is_looked_back: bool) -> str:
    """Of a month looked back at nobody decides, so nothing is said of that."""
    points = edition.council.thresholds.flag_at_points
    confirmed = "" if is_looked_back else f"{_confirmed(edition)} "
    return (
        f"{confirmed}Most pressing first. An indicator is flagged at {points} points; "
        "what each reason counts for stands beside it. "
        "In the pictures the band is where ordinary months fall and the dashed line is the target."
    )
