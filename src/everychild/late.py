"""Late work or late recording: what a month's figure first was, what it is now, and how long writing up takes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from everychild import month_end
from everychild.calendar import Month
from everychild.catalogue.indicator import Indicator
from everychild.journal import ledger
from everychild.judgement.judged import JudgedEdition
from everychild.measure.late import FirstTold, RecordingLag, first_told, recording_lag
from everychild.measure.lineage import RowBehind
from everychild.records import Table
from everychild.store.engine import Engine
from everychild.store.home import Home
from everychild.store.supply import KeptList

if TYPE_CHECKING:
    from everychild.journal.models import Extract

MONTHS_BACK = 3
"""How many months before a month are looked at, unless more are asked for."""


@dataclass(frozen=True)
class Late:
    """An indicator's months as first told and as known now, the newest first, and how its work is written up."""

    ref: str
    months: tuple[FirstTold, ...]
    lags: tuple[RecordingLag, ...]


def late(home: Home, edition: JudgedEdition, refs: Iterable[str], months_back: int = MONTHS_BACK) -> dict[str, Late]:
    """For each of those indicators, its months up to the edition's; one that was never supplied is left out.

    By the edition's own settings, over the extracts it knew of, so that it says the same whenever it is asked. A month
    is first told by the first extracts taken at its end or later, one of each record it needs.
    """
    indicators = [item.indicator for ref in refs if (item := edition.by_ref(ref)) is not None]
    seen = ledger.extracts_of(edition.as_at, edition.fingerprint) or month_end.extracts_seen(edition.known_on)
    kept = ledger.kept_lists(seen)
    months = [edition.as_at - back for back in range(months_back + 1)]
    first_days = {(item.ref, month): _first_known(kept, item.needs, month) for item in indicators for month in months}
    asked = [item for item in indicators if any(first_days[item.ref, month] is not None for month in months)]
    if not asked:
        return {}
    days = sorted({day for day in first_days.values() if day is not None})
    with month_end.engine_over(home, edition.council, edition.as_at, seen) as now:
        then = {
            day: _rows_then(home, edition, seen, day, [place for place, first in first_days.items() if first == day])
            for day in days
            if day < seen[-1].extracted_on
        }
        return {
            item.ref: Late(
                item.ref,
                tuple(
                    _one(now, item, month, day, then, _last_known(kept, item.needs))
                    for month in months
                    if (day := first_days[item.ref, month]) is not None and month in now.supplied(item)
                ),
                _lags(now, item, months),
            )
            for item in asked
        }


def _one(
    now: Engine,
    indicator: Indicator,
    month: Month,
    first: date,
    then: dict[date, dict[tuple[str, Month], list[RowBehind]]],
    last: date,
) -> FirstTold:
    rows = now.rows_behind(indicator, month, month)
    if last <= first:
        return first_told(indicator, month, first, last, rows, None, {})
    done = now.done_days(indicator.of, month) if indicator.of.due and not indicator.is_at_month_end else {}
    return first_told(indicator, month, first, last, then[first][indicator.ref, month], rows, done)


def _rows_then(
    home: Home, edition: JudgedEdition, seen: Sequence[Extract], day: date, places: Sequence[tuple[str, Month]]
) -> dict[tuple[str, Month], list[RowBehind]]:
    """The rows of those indicators and months as known on a day."""
    known = [extract for extract in seen if extract.extracted_on <= day]
    found = {}
    with month_end.engine_over(home, edition.council, max(month for _, month in places), known) as engine:
        for ref, month in places:
            item = edition.by_ref(ref)
            assert item is not None, "asked for by the edition's own references"
            found[ref, month] = engine.rows_behind(item.indicator, month, month)
    return found


def _first_known(kept: Sequence[KeptList], needs: Sequence[Table], month: Month) -> date | None:
    """The first day on which every record an indicator needs had been taken since the month's end."""
    firsts = [
        min(
            (item.extracted_on for item in kept if item.record == table.name and item.extracted_on >= month.last_day),
            default=None,
        )
        for table in needs
    ]
    known = [day for day in firsts if day is not None]
    return max(known) if known and len(known) == len(firsts) else None


def _last_known(kept: Sequence[KeptList], needs: Sequence[Table]) -> date:
    """The last day on which any of them was taken."""
    names = {table.name for table in needs}
    return max(item.extracted_on for item in kept if item.record in names)


def _lags(engine: Engine, indicator: Indicator, months: Sequence[Month]) -> tuple[RecordingLag, ...]:
    """Over the months looked at, of the records an indicator needs or rests on that say when they were written up."""
    names = {*(table.name for table in indicator.needs), *(record for record, _ in indicator.rests_on)}
    return tuple(
        recording_lag(name, engine.recording_lags(name, min(months).first_day, max(months).last_day))
        for name in sorted(names)
        if engine.says_when_recorded(name)
    )
