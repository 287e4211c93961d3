"""One indicator: what it is, what it says, why it is or is not on the list, and everything a reader may ask of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from everychild import wording
from everychild.catalogue.indicator import Children, Count, Mean, Mix, Proportion, Total
from everychild.comparators.beside import Beside
from everychild.council import Council, Target
from everychild.judgement.forecast import Forecast
from everychild.judgement.judged import Judged
from everychild.judgement.targets import floor_in_words
from everychild.late import Late
from everychild.measure.due import Ahead
from everychild.narrative import finding, pattern_sentence
from everychild.narrative.charted import how_charted
from everychild.narrative.or_why_not import pattern_and_outlook
from everychild.narrative.sentences import shortfall_sentence
from everychild.web.presenters.breakdown import BreakdownShown, breakdown
from everychild.web.presenters.compared import Compared, compared
from everychild.web.presenters.definition import Definition, definition
from everychild.web.presenters.figures import Shown, median_of, of_heading, of_what, shown, target, whose
from everychild.web.presenters.first_draft import first_draft
from everychild.web.presenters.flagging import Flagging, flagging
from everychild.web.presenters.frame import Frame, frame
from everychild.web.presenters.further_ahead import further_ahead
from everychild.web.presenters.late_recording import late_recording
from everychild.web.presenters.marks import Mark, Movement, mark_of, movement, outlook_of
from everychild.web.presenters.messages import Link
from everychild.web.presenters.months import PeriodRow, TrendRow, periods, trend_rows
from everychild.web.presenters.next_weeks import next_weeks
from everychild.web.presenters.other_rules import OtherRules, other_rules
from everychild.web.presenters.overview import span
from everychild.web.presenters.rates import rate_in_words
from everychild.web.presenters.rests_on import RestsOn, rests_on

if TYPE_CHECKING:
    from everychild.web.editions import Asked


@dataclass(frozen=True)
class AgainstTarget:
    """The target, whose it is, since when and until when it is looked at again."""

    mark: Mark
    target: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class Facts:
    """The strip under the title."""

    shown: Shown
    of: str
    when: str
    median: str
    rate: str
    against: AgainstTarget
    movement: Movement
    outlook: Mark | None
    pattern: str
    charted: tuple[str, ...]


@dataclass(frozen=True)
class Trend:
    """The chart: its finding is its title and its text alternative."""

    finding: str
    measure: str
    wide: str
    narrow: str
    rows: tuple[TrendRow, ...]
    has_targets: bool
    is_empty: bool


@dataclass(frozen=True)
class IndicatorPage:
    frame: Frame
    trail: tuple[Link, ...]
    ref: str
    meaning: str
    direction: str
    facts: Facts
    trend: Trend
    periods: tuple[PeriodRow, ...]
    of_heading: str
    flagging: Flagging
    compared: Compared
    breakdown: BreakdownShown
    definition: Definition
    other_rules: OtherRules
    late_recording: tuple[str, ...]
    next_weeks: tuple[str, ...]
    further_ahead: tuple[str, ...]
    draft: tuple[str, ...]
    rests_on: RestsOn
    downloads: tuple[Link, ...]


def indicator_page(
    asked: Asked,
    item: Judged,
    by: str | None,
    beside: Beside | None = None,
    ahead: Ahead | None = None,
    late: Late | None = None,
    foretold: tuple[Forecast | None, bool] = (None, False),
) -> IndicatorPage:
    place, section = asked.place, item.indicator.section
    return IndicatorPage(
        frame=frame(asked, item.title, f"i/{item.ref}/", section.name),
        trail=(Link("Overview", place.overview), Link(section.title, place.section(section.name))),
        ref=item.ref,
        meaning=item.meaning,
        direction=f"{item.indicator.good.in_words}.",
        facts=_facts(item, asked.edition.council),
        trend=_trend(asked, item),
        periods=periods(item),
        of_heading=of_heading(item.indicator),
        flagging=flagging(item, asked.edition.council.thresholds),
        compared=compared(item, beside, place),
        breakdown=breakdown(asked, item, by),
        definition=definition(item, asked.edition.council),
        other_rules=other_rules(item),
        late_recording=late_recording(item, late),
        next_weeks=next_weeks(item, ahead),
        further_ahead=further_ahead(item, foretold[0], place, is_kept=foretold[1]),
        draft=first_draft(item, asked.edition),
        rests_on=rests_on(item, asked.edition),
        downloads=(
            Link("These figures for a spreadsheet (CSV)", place.data(f"i/{item.ref}.csv", by)),
            Link("These figures as data (JSON)", place.data(f"i/{item.ref}.json", by)),
            Link("The picture (SVG)", place.data(f"i/{item.ref}.svg")),
        ),
    )


def _facts(item: Judged, council: Council) -> Facts:
    return Facts(
        shown=shown(item),
        of=of_what(item),
        when=_when(item),
        median=median_of(item, item.figure),
        rate=rate_in_words(item, council),
        against=_against(item),
        movement=movement(item.pattern.moving),
        outlook=outlook_of(item),
        pattern=str(pattern_and_outlook(item) if item.is_flagged else pattern_sentence(item)),
        charted=how_charted(item),
    )


def _when(item: Judged) -> str:
    as_at = item.figure.as_at
    return f"at {wording.day(as_at.last_day)}" if item.indicator.is_at_month_end else f"in {wording.month(as_at)}"


def _against(item: Judged) -> AgainstTarget:
    mark = mark_of(item)
    if item.target is None:
        zero = ("Any child at all is one too many.",) if item.indicator.zero_tolerance else ()
        return AgainstTarget(mark, "No target is set", zero)
    floor = floor_in_words(item.target, item.indicator)
    said = (
        f"{wording.sentence(floor)}, whatever the target." if floor else "",
        f"{whose(item)}, set by {item.target.who}, since {wording.day(item.target.since)}.",
        f"Source: {item.target.source}." if item.target.source else "",
        _review(item.target, item.figure.as_at.last_day),
        str(shortfall_sentence(item)),
    )
    return AgainstTarget(mark, f"Target {target(item)}", tuple(sentence for sentence in said if sentence))


def _review(target: Target, on: date) -> str:
    if target.next_review is None:
        return ""
    overdue = " and was overdue at the month end" if target.next_review < on else ""
    return f"Next review {wording.day(target.next_review)}{overdue}."


def _trend(asked: Asked, item: Judged) -> Trend:
    place = asked.place
    return Trend(
        finding=str(finding(item)),
        measure=f"{_measured(item)}, {asked.edition.council.short_name}, {span(asked.edition)}.",
        wide=place.data(f"i/{item.ref}.svg"),
        narrow=place.data(f"i/{item.ref}-narrow.svg"),
        rows=trend_rows(item),
        has_targets=any(item.target_in(figure.as_at) is not None for figure in item.charted),
        is_empty=all(item.value_of(figure) is None for figure in item.charted),
    )


def _measured(item: Judged) -> str:
    """What the picture's height stands for."""
    indicator = item.indicator
    match indicator.measure:
        case Count():
            return f"Number of {indicator.of.counted_in}"
        case Children():
            return f"Number of different children among the {indicator.of.counted_in}"
        case Total(of=column):
            return f"{wording.sentence(column.meaning)}, added up"
        case Mean():
            return f"Average, in {indicator.unit.value}"
        case Proportion(part=part, whole=whole):
            return f"{wording.sentence(part.meaning)} as a percentage of {whole.meaning}"
        case Mix(by=by):
            return f"Percentage of {indicator.of.counted_in} whose {by.title.lower()} is known"
        case _:
            return f"Percentage of {indicator.of.counted_in}"
