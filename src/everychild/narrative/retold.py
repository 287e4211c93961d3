"""A bound number or word told again from an edition: the same question asked of other data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from everychild.calendar import FinancialYear
from everychild.judgement.contribution import Contribution
from everychild.judgement.judged import Code, FlaggedArea, Judged, JudgedEdition
from everychild.judgement.status import Status
from everychild.measure.figure import Figure, Window
from everychild.narrative import calendar_facts, counts, quantities
from everychild.narrative.areas import number_of_area
from everychild.narrative.bound import BoundNumber, BoundWord, Quantity, Source
from everychild.narrative.cross_checks import state_of_cross_check
from everychild.narrative.main_part import stands_out, state_of
from everychild.narrative.sentences import state_of_pattern, state_of_reasons
from everychild.narrative.what_moved import state_of_change

Told = BoundNumber | BoundWord | None


def retold(source: Source, edition: JudgedEdition) -> Told:
    """The number the source stands for, as this edition tells it; a word where there is none now; None where the
    edition does not know what was asked."""
    if source.quantity in _OF_EDITION:
        return _OF_EDITION[source.quantity](source, edition)
    item = edition.by_ref(source.ref)
    if item is None or source.quantity not in _OF_INDICATOR:
        return None
    return _OF_INDICATOR[source.quantity](source, item, edition)


def state_now(source: Source, edition: JudgedEdition) -> str | None:
    """The state a bound word depends on, as it is in this edition; None where the edition does not know."""
    if source.quantity is Quantity.DAYS_OFF:
        return calendar_facts.state_of_days_off(edition)
    if source.quantity is Quantity.HOW_MANY_AREAS:
        return str(len(edition.areas))
    if source.quantity is Quantity.CROSS_CHECK:
        return state_of_cross_check(source.detail, edition)
    item = edition.by_ref(source.ref)
    return None if item is None else _state_of(source, item, edition)


def _state_of(source: Source, item: Judged, edition: JudgedEdition) -> str | None:
    match source.quantity:
        case Quantity.STATUS:
            return str(item.status)
        case Quantity.PATTERN:
            return state_of_pattern(item)
        case Quantity.OUTLOOK:
            return str(item.outlook or "")
        case Quantity.REASONS:
            return state_of_reasons(item)
        case Quantity.TARGET_SET_BY:
            return str(item.target.set_by) if item.target else ""
        case Quantity.STANDS_OUT:
            return state_of(stands_out(item))
        case Quantity.LARGEST_PART:
            found = _contribution(item, edition, source.detail)
            return state_of_change(found) if found else None
        case Quantity.VALUE:
            figure = figure_at(item, source)
            return None if figure is None else "" if figure.absent is None else str(figure.absent)
        case _:
            return None


def figure_at(item: Judged, source: Source) -> Figure | None:
    """The figure of an indicator that a source names."""
    if (item.indicator.rule or "") != source.rule:
        return None
    return next((figure for figure in figures_of(item) if _is_at(figure, source)), None)


def figures_of(item: Judged) -> tuple[Figure, ...]:
    """Every figure an edition holds of an indicator, the month's own first."""
    longer = tuple(figure for figure in (item.year_to_date, item.rolling_12) if figure is not None)
    groups = tuple(figure for figures in item.groups.values() for figure in figures)
    return (item.figure, *reversed(item.history[:-1]), *item.financial_years.values(), *longer, *groups)


def _is_at(figure: Figure, source: Source) -> bool:
    return (
        figure.window is source.window
        and figure.as_at == source.month
        and (figure.breakdown or "") == source.breakdown
        and (figure.group or "") == source.group
    )


def _contribution(item: Judged, edition: JudgedEdition, breakdown: str) -> Contribution | None:
    return item.moved_by(breakdown, edition.council.thresholds.small_denominator)


OfIndicator = Callable[[Source, Judged, JudgedEdition], Told]
OfEdition = Callable[[Source, JudgedEdition], Told]


def _of_figure(tell: Callable[[Judged, Figure], Told]) -> OfIndicator:
    def told(source: Source, item: Judged, _: JudgedEdition) -> Told:
        figure = figure_at(item, source)
        if figure is None:
            return None
        return quantities.value(item, figure) if figure.absent is not None else tell(item, figure)

    return told


def _of_item(tell: Callable[[Judged], Told]) -> OfIndicator:
    return lambda source, item, edition: tell(item)


def _of_target(tell: Callable[[Judged], Told]) -> OfIndicator:
    return lambda source, item, edition: tell(item) if item.target else None


def _of_limits(which: int) -> OfIndicator:
    def told(source: Source, item: Judged, _: JudgedEdition) -> Told:
        known = item.pattern.usual if source.detail == quantities.USUAL else item.pattern.limits
        return quantities.limits(item, source.detail)[which] if known else None

    return told


def _of_change(tell: Callable[[Judged, Contribution], Told]) -> OfIndicator:
    def told(source: Source, item: Judged, edition: JudgedEdition) -> Told:
        found = _contribution(item, edition, source.detail)
        return tell(item, found) if found else None

    return told


def _part_of_change(source: Source, item: Judged, edition: JudgedEdition) -> Told:
    found = _contribution(item, edition, source.breakdown)
    part = next((part for part in found.parts if part.group == source.group), None) if found else None
    return quantities.part_of_change(item, found, part) if found and part else None


def _more_needed(source: Source, item: Judged, edition: JudgedEdition) -> Told:
    return quantities.more_needed(item) if item.more_needed else None


def _fewer_needed(source: Source, item: Judged, edition: JudgedEdition) -> Told:
    return quantities.fewer_needed(item) if item.fewer_needed else None


def _reason(source: Source, item: Judged, edition: JudgedEdition) -> Told:
    found = next((reason for reason in item.reasons if reason.code is Code(source.detail)), None)
    return quantities.reason(item, found) if found else None


def _group(source: Source, item: Judged, edition: JudgedEdition) -> Told:
    return BoundNumber(source.group, source)


def _number_of_area(source: Source, edition: JudgedEdition) -> Told:
    area: FlaggedArea | None = next((area for area in edition.areas if area.area.name == source.detail), None)
    return number_of_area(area, source.quantity, source.group) if area else None


def _with_status(source: Source, edition: JudgedEdition) -> Told:
    if source.detail == counts.ABSENT:
        return counts.not_judged(edition)
    return counts.with_status(edition, Status(source.detail))


def _financial_year(source: Source, edition: JudgedEdition) -> Told:
    return quantities.financial_year(source.month.financial_year) if source.month else None


def _day_name(source: Source, edition: JudgedEdition) -> Told:
    return calendar_facts.name_of_day(edition, date.fromisoformat(source.detail))


_OF_INDICATOR: Mapping[Quantity, OfIndicator] = {
    Quantity.VALUE: _of_figure(quantities.value),
    Quantity.NUMERATOR: _of_figure(quantities.numerator),
    Quantity.DENOMINATOR: _of_figure(quantities.denominator),
    Quantity.NOT_MET: _of_figure(quantities.not_met),
    Quantity.MORE_NEEDED: _more_needed,
    Quantity.FEWER_NEEDED: _fewer_needed,
    Quantity.TIME_ALLOWED: _of_item(quantities.time_allowed),
    Quantity.DIFFERENCE: _of_figure(quantities.difference),
    Quantity.CHANGE: _of_change(quantities.change),
    Quantity.PART_OF_CHANGE: _part_of_change,
    Quantity.MIX_OF_CHANGE: _of_change(quantities.mix_of_change),
    Quantity.TARGET: _of_target(quantities.target),
    Quantity.WHO: _of_target(quantities.who),
    Quantity.LOWER_LIMIT: _of_limits(0),
    Quantity.UPPER_LIMIT: _of_limits(1),
    Quantity.POINTS: _of_item(quantities.points),
    Quantity.REASON: _reason,
    Quantity.TITLE: _of_item(quantities.title),
    Quantity.SOURCE: _of_item(quantities.standard),
    Quantity.COUNTED_IN: _of_item(quantities.counted_in),
    Quantity.GROUP: _group,
}

_OF_EDITION: Mapping[Quantity, OfEdition] = {
    Quantity.NUMERATOR_OF_AREA: _number_of_area,
    Quantity.DENOMINATOR_OF_AREA: _number_of_area,
    Quantity.HOW_MANY_STATUS: _with_status,
    Quantity.HOW_MANY_RATED: lambda source, edition: counts.rated(edition),
    Quantity.SHARE_ON_TARGET: lambda source, edition: counts.share_on_target(edition),
    Quantity.HOW_MANY_INDICATORS: lambda source, edition: counts.indicators(edition),
    Quantity.HOW_MANY_AREAS: lambda source, edition: counts.areas(edition),
    Quantity.HOW_MANY_GETTING_WORSE: lambda source, edition: counts.getting_worse(edition),
    Quantity.MONTH: lambda source, edition: quantities.month(source.month) if source.month else None,
    Quantity.FINANCIAL_YEAR: _financial_year,
    Quantity.DAY: lambda source, edition: quantities.day(date.fromisoformat(source.detail)),
    Quantity.DAY_NAME: _day_name,
    Quantity.WORKING_DAYS: lambda source, edition: calendar_facts.working_days(edition),
    Quantity.SCHOOL_DAYS_CLOSED: lambda source, edition: calendar_facts.school_days_closed(edition),
}


def moved_on(source: Source, months: int) -> Source:
    """The same source so many months later: "last month" stays last month, "last year" the whole year before."""
    if source.month is None or not months:
        return source
    if source.window is Window.FINANCIAL_YEAR or source.quantity is Quantity.FINANCIAL_YEAR:
        return source  # moved with the draft’s own month, which alone knows when a year has ended
    return replace(source, month=source.month + months)


def years_on(source: Source, years: int) -> Source:
    """A whole financial year, so many years later."""
    if source.month is None or not years:
        return source
    if source.window is not Window.FINANCIAL_YEAR and source.quantity is not Quantity.FINANCIAL_YEAR:
        return source
    return replace(source, month=FinancialYear(source.month.financial_year.starts_in + years).last_month)
