"""Recording gaps: which overdue work was likely done and not written up, and how often that proved so."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from everychild import month_end
from everychild.calendar import Month
from everychild.catalogue.indicator import Indicator
from everychild.council import Council
from everychild.errors import NothingSupplied, UnknownReference
from everychild.journal import ledger
from everychild.measure.due import RowDue
from everychild.measure.hints import HINTED, Hint, Precision, hints, overdue, precision
from everychild.store.engine import Engine
from everychild.store.home import Home
from everychild.store.supply import known_on

if TYPE_CHECKING:
    from everychild.journal.models import Extract

LOOKED_AT = timedelta(days=92)
"""Work that fell due within three months before the extract; older work is another matter than recording."""


@dataclass(frozen=True)
class Gaps:
    """Overdue work as known on a day, with a hint where there is one; and how earlier hints did.

    `checked_on` is the earlier day whose hints were held against what the extracts since then say; None where there
    is none.
    """

    indicator: Indicator
    known_on: date
    overdue: tuple[RowDue, ...]
    hints: tuple[Hint, ...]
    checked_on: date | None
    precision: tuple[Precision, ...]


def recording_gaps(home: Home, council: Council, indicator: Indicator, day: date | None = None) -> Gaps:
    """Hints for an indicator’s overdue work as known on a day (or now), each labelled likely and none counted as done.

    Raises UnknownReference where its records cannot tell, and NothingSupplied where nothing was supplied.
    """
    if indicator.of.name not in HINTED or not indicator.of.due:
        raise UnknownReference(
            f"Whether work was done and not written up cannot be told for {indicator.ref}. It can for visits due to "
            "children on a plan (CP22) and for return interviews (MS06)."
        )
    seen = month_end.extracts_seen(day)
    found = _given(home, council, indicator, seen)
    if found is None:
        raise NothingSupplied(f"No extract tells all that {indicator.ref} rests on. Load one that does.")
    now, late, given = found
    earlier = [extract for extract in seen if extract.extracted_on < now]
    then = _given(home, council, indicator, earlier) if earlier else None
    if then is None:
        return Gaps(indicator, now, late, given, None, ())
    checked_on, before, hinted = then
    with _engine(home, council, seen, now) as engine:
        later = engine.rows_due(indicator, checked_on - LOOKED_AT, checked_on)
    assert len(before) >= len(hinted), "no work has two hints"
    return Gaps(indicator, now, late, given, checked_on, precision(hinted, later, checked_on))


def _given(
    home: Home, council: Council, indicator: Indicator, seen: Sequence[Extract]
) -> tuple[date, tuple[RowDue, ...], tuple[Hint, ...]] | None:
    """The day those extracts know, the overdue work, and the hints."""
    day = known_on(ledger.kept_lists(seen), indicator.needs)
    if day is None:
        return None
    with _engine(home, council, seen, day) as engine:
        late = overdue(engine.rows_due(indicator, day - LOOKED_AT, day), day)
        return day, late, likely_done(engine, indicator, late, day)


def likely_done(engine: Engine, indicator: Indicator, late: Sequence[RowDue], day: date) -> tuple[Hint, ...]:
    """A hint for each piece of overdue work that was likely done; none where the records cannot tell."""
    work = HINTED.get(indicator.of.name)
    if work is None:
        return ()
    waited = {row.due_on: engine.calendar.working_days(row.due_on, day) for row in late if row.due_on is not None}
    evidence = [item for item in engine.evidence_of(work) if item.on <= day]
    return hints(late, evidence, engine.usual_lags(work, day - LOOKED_AT), waited)


def _engine(home: Home, council: Council, seen: Sequence[Extract], day: date) -> AbstractContextManager[Engine]:
    return month_end.engine_over(home, council, Month.of(day), seen)
