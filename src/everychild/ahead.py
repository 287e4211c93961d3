"""Looking ahead: what falls due in the four weeks after a month, from what is open now, exactly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from everychild import month_end
from everychild.calendar import ONE_DAY, Month
from everychild.catalogue import BY_REF
from everychild.catalogue.indicator import Indicator
from everychild.council import Council
from everychild.errors import UnknownReference
from everychild.journal import ledger
from everychild.judgement.judged import JudgedEdition
from everychild.measure.due import Ahead, Looking, due_ahead, finished_ahead, looking, standing_ahead
from everychild.records import Table
from everychild.store.engine import Engine
from everychild.store.home import Home
from everychild.store.supply import known_on

if TYPE_CHECKING:
    from everychild.journal.models import Extract

FOUR_WEEKS = timedelta(days=28)
REPORTED_TO = {"CP09": "CP10", "RH03": "RH01"}
"""Reports to meetings, and the measure that knows which of those meetings fall due."""


def ahead(home: Home, edition: JudgedEdition, refs: Iterable[str]) -> dict[str, Ahead]:
    """What is known ahead of an edition for each of those indicators; one that cannot be looked ahead of is left out.

    By the edition's own settings, over the extracts it knew of, so that it says the same whenever it is asked.
    """
    indicators = [edition_item.indicator for ref in refs if (edition_item := edition.by_ref(ref)) is not None]
    asked = [(item, how) for item in indicators if (how := how_to_look(item)) is not None]
    if not asked:
        return {}
    more = [meetings for item, _ in asked if (meetings := edition.by_ref(REPORTED_TO.get(item.ref, ""))) is not None]
    asked += [(item.indicator, Looking.DUE) for item in more if item.indicator not in indicators]
    seen = ledger.extracts_of(edition.as_at, edition.fingerprint) or month_end.extracts_seen(edition.known_on)
    found = _look(home, edition.council, edition.as_at, seen, asked)
    return {item.ref: _with_meetings(found[item.ref], found) for item in indicators if item.ref in found}


def how_to_look(indicator: Indicator) -> Looking | None:
    """How an indicator can be looked ahead of, if it can."""
    return looking(indicator, BY_REF.get(indicator.backlog or ""))


def must_look(indicator: Indicator) -> Looking:
    """The same; raises UnknownReference, saying which can be, where it cannot."""
    how = how_to_look(indicator)
    if how is None:
        known = ", ".join(item.ref for item in BY_REF.values() if how_to_look(item) is not None)
        raise UnknownReference(
            f"What falls due is not known ahead for {indicator.ref}: it is no share of work with a day to be done by. "
            f"It is for: {known}."
        )
    return how


def _look(
    home: Home, council: Council, month: Month, seen: Sequence[Extract], asked: Sequence[tuple[Indicator, Looking]]
) -> dict[str, Ahead]:
    kept = ledger.kept_lists(seen)
    known = {item.ref: day for item, _ in asked if (day := known_on(kept, needs_of(item))) is not None}
    if not known:
        return {}
    days = {day for day in (*known.values(), month.last_day + FOUR_WEEKS) if day > month.last_day}
    with month_end.engine_over(home, council, month, seen, sorted(days)) as engine:
        return {
            item.ref: _one(engine, item, how, month, known[item.ref])
            for item, how in asked
            if item.ref in known and month in engine.supplied(item)
        }


def _with_meetings(one: Ahead, found: Mapping[str, Ahead]) -> Ahead:
    meetings = found.get(REPORTED_TO.get(one.ref, ""))
    return one if meetings is None else replace(one, meetings=meetings.to_do + meetings.lost)


def _one(engine: Engine, indicator: Indicator, how: Looking, month: Month, known_on: date) -> Ahead:
    ref, first, last = indicator.ref, month.last_day + ONE_DAY, month.last_day + FOUR_WEEKS
    if how is Looking.DUE:
        return due_ahead(ref, first, last, known_on, engine.rows_due(indicator, first, last))
    if how is Looking.STANDING:
        return standing_ahead(ref, first, last, known_on, engine.rows_standing(indicator, last))
    unfinished = engine.rows_open(BY_REF[indicator.backlog or ""].of, known_on)
    return finished_ahead(ref, first, last, known_on, engine.rows_finished(indicator, first, last), unfinished)


def needs_of(indicator: Indicator) -> tuple[Table, ...]:
    """The records it rests on, with those of its unfinished partner."""
    backlog = BY_REF.get(indicator.backlog or "")
    return (*indicator.needs, *(backlog.needs if backlog else ()))
