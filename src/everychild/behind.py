"""The way back from a figure: its rows, worker by worker, and whom another rule would move."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from everychild import month_end
from everychild.calendar import Month
from everychild.catalogue import BY_REF
from everychild.catalogue.indicator import Indicator
from everychild.council import read_council
from everychild.errors import UnknownReference
from everychild.facts import WORKER, Breakdown
from everychild.facts.language import Clocks
from everychild.journal import ledger
from everychild.judgement.judged import JudgedEdition
from everychild.measure.figure import Figure, Window
from everychild.measure.lineage import Part, RowBehind, Within, part_of, reason
from everychild.measure.windows import spans
from everychild.store.engine import Engine
from everychild.store.home import Home


@dataclass(frozen=True)
class Row:
    """One row behind a figure, by the place it was read from."""

    part: Part
    file: str
    sheet: str
    row: int
    why: str
    numerator: int
    denominator: int | None


@dataclass(frozen=True)
class Behind:
    """A figure's rows, counted ones first, and the indicator as it was counted. The rows add up to the figure."""

    indicator: Indicator
    rows: tuple[Row, ...]

    @property
    def numerator(self) -> int:
        return sum(row.numerator for row in self.rows)

    @property
    def denominator(self) -> int | None:
        if self.indicator.is_counted:
            return None
        return sum(row.denominator or 0 for row in self.rows)


@dataclass(frozen=True)
class Moved:
    """A row that two rules count differently."""

    before: Part
    after: Part
    row: Row


def rows_behind(
    home: Home,
    ref: str,
    month: Month,
    known_on: date | None = None,
    *,
    window: Window | None = None,
    within: tuple[str, str] | None = None,
    rule: str | None = None,
) -> Behind:
    """Every row a figure was counted from, or left out of, for one window and, if asked, one group of a breakdown."""
    council = read_council(home.settings)
    indicator = _counted_by(month_end.indicator_called(ref, council), rule)
    first, last = _months_of(indicator, month, window)
    with month_end.engine_for(home, council, month, known_on) as (engine, _):
        group = _within(indicator, within)
        if group is not None:
            _check_group(engine, indicator, group)
        rows = engine.rows_behind(indicator, first, last, group)
    return Behind(indicator, tuple(placed(rows, indicator, month_end.clocks_of(council))))


@dataclass(frozen=True)
class ChildBehind:
    """One row behind a figure with whose it is: for those who may see the child, and for nothing that is kept."""

    child_id: str
    on: date
    row: Row


def children_behind(
    home: Home, ref: str, month: Month, known_on: date, within: Sequence[Within] | None
) -> tuple[ChildBehind, ...]:
    """Every row behind a month's figure, or those of these groups alone, whatever the indicator is broken down by."""
    council = read_council(home.settings)
    indicator = month_end.indicator_called(ref, council)
    clocks = month_end.clocks_of(council)
    asked: Sequence[Within | None] = [None] if within is None else within
    # A mix by the very breakdown asked for would bring every group’s rows, being what its groups are shares of.
    assert all(group is None or indicator.mix_by != group.breakdown for group in asked), f"{ref} is a mix of groups"
    with month_end.engine_for(home, council, month, known_on) as (engine, _):
        rows = [row for group in asked for row in engine.rows_behind(indicator, month, month, group)]
    told = placed(rows, indicator, clocks, in_order=False)
    found = [ChildBehind(row.child_id or "", row.own_date, placed) for row, placed in zip(rows, told, strict=True)]
    order = list(Part)
    return tuple(sorted(found, key=lambda one: (order.index(one.row.part), one.on, one.child_id)))


def with_workers(home: Home, edition: JudgedEdition, known_on: date | None) -> tuple[JudgedEdition, tuple[Figure, ...]]:
    """The edition with each worker's figures beside the others: worked out when asked, kept in no edition or paper.

    Counted over the extracts taken by the day the edition knows.
    """
    council, month = edition.council, edition.as_at
    with month_end.engine_for(home, council, month, known_on or edition.known_on) as (engine, _):
        found = {item.ref: tuple(engine.by_breakdown(item.indicator, WORKER, month)) for item in edition.indicators}
    indicators = tuple(
        replace(item, groups={**item.groups, WORKER.name: found[item.ref]}) for item in edition.indicators
    )
    figures = [figure for item in indicators for figure in (item.figure, *found[item.ref])]
    return replace(edition, indicators=indicators), tuple(figures)


def moved_by_rule(home: Home, ref: str, month: Month, rule: str, known_on: date | None = None) -> tuple[Moved, ...]:
    """The rows that another rule of the same indicator would count differently in a month."""
    council = read_council(home.settings)
    indicator = month_end.indicator_called(ref, council)
    other = _counted_by(indicator, rule)
    clocks = month_end.clocks_of(council)
    with month_end.engine_for(home, council, month, known_on) as (engine, _):
        before = engine.rows_behind(indicator, month, month)
        after = engine.rows_behind(other, month, month)
    changed = [
        (was, now)
        for was, now in zip(before, after, strict=True)
        if (_part(was), was.numerator) != (_part(now), now.numerator)
    ]
    told = placed([now for _, now in changed], other, clocks, in_order=False)
    return tuple(Moved(_part(was), _part(now), row) for (was, now), row in zip(changed, told, strict=True))


def _counted_by(indicator: Indicator, rule: str | None) -> Indicator:
    if rule is None or rule == indicator.rule:
        return indicator
    declared = BY_REF[indicator.ref]
    names = [other.name for other in declared.other_rules]
    if rule == month_end.AS_DECLARED:
        return declared
    if rule not in names:
        known = ", ".join((month_end.AS_DECLARED, *names))
        raise UnknownReference(f"{indicator.ref} has no rule {rule}. It has: {known}.")
    return declared.by_rule(rule)


def _within(indicator: Indicator, within: tuple[str, str] | None) -> Within | None:
    if within is None:
        return None
    by, group = within
    found: Breakdown | None = next((kind for kind in (*indicator.breakdowns, WORKER) if kind.name == by), None)
    if found is None:
        known = ", ".join(kind.name for kind in indicator.breakdowns)
        raise UnknownReference(f"{indicator.ref} is not broken down by {by}. It is by: {known}.")
    return Within(found, group)


def _check_group(engine: Engine, indicator: Indicator, within: Within) -> None:
    """A group misspelt would have no rows, and look like a group with nobody in it."""
    known = engine.groups_of(indicator, within.breakdown)
    if within.group not in known:
        raise UnknownReference(
            f"{indicator.ref} has no {within.breakdown.title.lower()} “{within.group}”. There are: {', '.join(known)}."
        )


def _months_of(indicator: Indicator, month: Month, window: Window | None) -> tuple[Month, Month]:
    if window in (None, Window.MONTH, Window.AS_AT):
        return month, month
    for found, first, last in spans([month]):
        if found is window and (not indicator.is_at_month_end or window is Window.FINANCIAL_YEAR):
            return first, last
    raise UnknownReference(f"{indicator.ref} has no {window} ending with {month}.")


def _part(row: RowBehind) -> Part:
    return part_of(is_considered=row.is_considered, is_met=row.is_met)


def places_of(sources: Sequence[int]) -> list[ledger.Place]:
    """Where rows were read from, in the same order."""
    return ledger.places(sources)


def placed(rows: Iterable[RowBehind], indicator: Indicator, clocks: Clocks, *, in_order: bool = True) -> list[Row]:
    rows = list(rows)
    places = ledger.places([row.source_id for row in rows])
    told = [
        Row(
            part=_part(row),
            file=place.file,
            sheet=place.sheet,
            row=place.row,
            why=reason(_part(row), indicator, clocks),
            numerator=row.numerator,
            denominator=row.denominator,
        )
        for row, place in zip(rows, places, strict=True)
    ]
    order = list(Part)
    return sorted(told, key=lambda row: order.index(row.part)) if in_order else told
