"""A section: one row an indicator, set out as in the paper's appendix."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from everychild import wording
from everychild.calendar import FinancialYear
from everychild.catalogue.indicator import Section
from everychild.judgement.judged import Judged
from everychild.narrative.sentences import shortfall
from everychild.web import charts
from everychild.web.presenters.figures import (
    Shown,
    of_in_words,
    shown,
    shown_or_nothing,
    target,
    unit_in_words,
    whose_in_a_word,
)
from everychild.web.presenters.flow import FlowShown, flow
from everychild.web.presenters.frame import Frame, frame
from everychild.web.presenters.marks import Mark, Movement, mark_of, movement, outlook_of
from everychild.web.presenters.messages import Link
from everychild.web.presenters.overview import span
from everychild.web.presenters.strip import counts

if TYPE_CHECKING:
    from everychild.web.editions import Asked


@dataclass(frozen=True)
class IndicatorRow:
    """One row of the appendix."""

    ref: str
    title: str
    address: str
    direction: str
    unit: str
    now: Shown
    of: str
    last_month: Shown
    last_year_month: Shown
    last_year: Shown
    target: str
    short: str
    whose_target: str
    status: Mark
    spark: str
    movement: Movement
    outlook: Mark | None


@dataclass(frozen=True)
class Columns:
    """The periods at the head of the table."""

    now: str
    last_month: str
    last_year_month: str
    last_year: str
    span: str


@dataclass(frozen=True)
class SectionPage:
    frame: Frame
    overview: Link
    counts: str
    columns: Columns
    rows: tuple[IndicatorRow, ...]
    region: str
    flow: FlowShown | None
    downloads: tuple[Link, ...]


def section_page(asked: Asked, section: Section) -> SectionPage:
    items = [item for item in asked.edition.indicators if item.indicator.section == section]
    return SectionPage(
        frame=frame(asked, section.title, f"s/{section.name}/", section.name),
        overview=Link("Overview", asked.place.overview),
        counts=_counts(items, asked),
        columns=_columns(asked),
        rows=tuple(_row(item, asked) for item in items),
        region=f"{section.title}, every indicator",
        flow=flow(asked, section),
        downloads=(
            Link("This page for a spreadsheet (CSV)", asked.place.data(f"s/{section.name}.csv")),
            Link("This page as data (JSON)", asked.place.data(f"s/{section.name}.json")),
        ),
    )


def _counts(items: list[Judged], asked: Asked) -> str:
    when = wording.month(asked.edition.as_at)
    how_many = wording.sentence(f"{wording.in_words(len(items))} {'indicator' if len(items) == 1 else 'indicators'}")
    flagged = sum(item.is_flagged for item in items)
    said = f"{how_many} in {when}: {counts(items, in_full=True)}."
    return f"{said} {wording.sentence(wording.in_words(flagged))} flagged for improvement." if flagged else said


def _columns(asked: Asked) -> Columns:
    as_at = asked.edition.as_at
    year = FinancialYear(as_at.financial_year.starts_in - 1)
    return Columns(
        now=wording.month(as_at),
        last_month=wording.month(as_at - 1),
        last_year_month=wording.month(as_at - 12),
        last_year=f"{wording.financial_year(year)} average",
        span=span(asked.edition),
    )


def _row(item: Judged, asked: Asked) -> IndicatorRow:
    return IndicatorRow(
        ref=item.ref,
        title=item.title,
        address=asked.place.indicator(item.ref),
        direction=item.indicator.good.in_words,
        unit=unit_in_words(item.indicator),
        now=shown(item),
        of=of_in_words(item),
        last_month=shown_or_nothing(item, item.last_month),
        last_year_month=shown_or_nothing(item, item.same_month_last_year),
        last_year=shown_or_nothing(item, item.last_financial_year),
        target=target(item),
        short=str(shortfall(item)),
        whose_target=whose_in_a_word(item),
        status=mark_of(item),
        spark=charts.spark(asked.opened, item),
        movement=movement(item.pattern.moving),
        outlook=outlook_of(item),
    )
