"""What the sources that are loaded tell of the same children and events: alike, otherwise, or one of them alone.

Each source is stitched by itself, as if nothing else had been loaded, and two are held against each other on the days
of which one can be asked for all it should know. Which of the two counts in figures is the authority of each day, and
is told of each row; nothing is changed by comparing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from itertools import combinations
from typing import TYPE_CHECKING

import pyarrow as pa

from everychild import month_end
from everychild.arrays import array_of
from everychild.calendar import Month
from everychild.council import Council
from everychild.intake.recognise import LAYOUTS
from everychild.journal import ledger
from everychild.judgement.judged import JudgedEdition
from everychild.layouts.sources import Source, source_of
from everychild.reconciliation.differences import Compared, Difference, Side, compared
from everychild.reconciliation.kinds import KINDS, Derived, EventKind
from everychild.reconciliation.matching import Telling
from everychild.reconciliation.standing import Standing, standing
from everychild.reconciliation.stated import STATED, StatedChecked, StatedFigure, StatedOtherwise
from everychild.reconciliation.summary import Alone, Summary, summary_of
from everychild.records import BY_NAME
from everychild.store.apart import RowTold, answered, rows_told, sources_in_use
from everychild.store.asking import around_rules, supplied_since
from everychild.store.engine import Engine
from everychild.store.home import Home
from everychild.store.pupil_numbers import tells_who_is_who
from everychild.store.supply import KeptList

if TYPE_CHECKING:
    from everychild.journal.models import Extract

MONTHS_LOOKED_AT = 12
ORDER = list(Source)


@dataclass(frozen=True)
class WhoHolds:
    """The team and the worker last named with a child, by any source: whose the child is to put right."""

    team: str | None
    worker_id: str | None


@dataclass(frozen=True)
class Reconciled:
    """Everything that was held against something else, of the twelve months to a month end."""

    month: Month
    compared: tuple[Compared, ...]
    standing: tuple[Standing, ...]
    stated: tuple[StatedChecked, ...]
    alone: tuple[Alone, ...]
    holds: Mapping[str, WhoHolds]

    @property
    def differences(self) -> Iterator[Difference]:
        """Every one of two sources, kind by kind; those of counts at the month end last."""
        for one in self.compared:
            yield from one.differences
        for each in self.standing:
            yield from each.differences

    @property
    def source_ids(self) -> frozenset[int]:
        """The rows that differences are about, on either side."""
        sides = [told.source_id for each in self.differences for told in (each.one, each.other)]
        stated = [row.source_id for checked in self.stated for row in checked.otherwise]
        return frozenset(source_id for source_id in (*sides, *stated) if source_id is not None)

    @property
    def summary(self) -> Summary:
        """The same in counts, without any child."""
        return summary_of(self.compared, self.standing, self.stated, self.alone)


def reconciled(home: Home, council: Council, month: Month, seen: Sequence[Extract]) -> Reconciled:
    """The sources of these extracts held against each other; nothing, where they hold no list."""
    if not ledger.kept_lists(seen):
        return Reconciled(month, (), (), (), (), {})
    calendar = month_end.calendar_of(home, seen)

    def apart(kept: Sequence[KeptList]) -> Engine:
        return month_end.engine_of(home, council, month, kept, calendar, keeps_tellings=True)

    with month_end.engine_over(home, council, month, seen) as everything:
        return reconciled_over(everything, apart, month)


def reconciled_of(home: Home, edition: JudgedEdition) -> Reconciled:
    """The same of the extracts an edition rests on, or of those that were taken by the day it is known on."""
    seen = ledger.extracts_of(edition.as_at, edition.fingerprint) or month_end.extracts_seen(edition.known_on)
    return reconciled(home, edition.council, edition.as_at, seen)


def reconciled_over(everything: Engine, apart: Callable[[Sequence[KeptList]], Engine], month: Month) -> Reconciled:
    """The same of an engine over all lists; `apart` gives one that keeps its tellings, over those of one source."""
    by_source: dict[Source, list[KeptList]] = defaultdict(list)
    for item in everything.kept:
        by_source[source_of(item.feed)].append(item)
    who_is_who = [item for item in everything.kept if tells_who_is_who(item)]
    with ExitStack() as engines:
        tellers = []
        for source in (each for each in ORDER if each in by_source):
            own = by_source[source]
            engine = engines.enter_context(apart([*own, *(item for item in who_is_who if item not in own)]))
            tellers.append(_Teller(source, tuple(own), engine, everything))
        return _Reconciling(everything, tuple(tellers), month).everything_told()


def extracts_for(month: Month, known_on: date | None = None) -> list[Extract]:
    """The extracts a month’s newest edition rests on; those taken by a day, or all, where it has none."""
    edition = None if known_on else ledger.newest_edition(month)
    return list(edition.extracts.all()) if edition else month_end.extracts_seen(known_on)


@dataclass(frozen=True)
class _Teller:
    """One source, with an engine over its lists alone."""

    source: Source
    kept: tuple[KeptList, ...]
    engine: Engine
    everything: Engine

    def lists_of(self, record: str) -> list[KeptList]:
        return [item for item in self.kept if item.record == record]

    def side(self, kind: EventKind) -> Side | None:
        """What it tells of one kind of event; None where it tells nothing of it."""
        lists = self.lists_of(kind.record.name)
        if lists:
            tellings = tuple(self._tellings(kind, None))
            one_per_child = any(item.one_per_child for item in lists)
            return Side(self.source, tellings, answered(lists), one_per_child, self.as_told(kind))
        if kind.derived is None or not self.lists_of(kind.derived.record.name):
            return None
        tellings = tuple(self._tellings(kind, kind.derived))
        return Side(self.source, tellings, (), True, self.as_told(kind)) if tellings else None

    def _tellings(self, kind: EventKind, derived: Derived | None) -> Iterator[Telling]:
        record = derived.record if derived else kind.record
        named = dict(derived.columns) if derived else {name: name for name in kind.record.column_names}
        began, ended = named[kind.record.began or ""], named.get(kind.record.ended or "")
        asked = ["child_id", began, *([ended] if ended else []), *kind.alike, *(named[name] for name in kind.values)]
        in_use = sources_in_use(self.everything, record)
        for row in rows_told(self.engine, record, asked):
            day = row.columns[began]
            if isinstance(day, date):
                yield Telling(
                    (_text(row, "child_id"), *(_text(row, name) for name in kind.alike)),
                    day,
                    _day(row, ended) if ended else None,
                    row.extracted_on,
                    row.source_id,
                    row.stood_until,
                    {name: row.columns[named[name]] for name in kind.values},
                    row.source_id in in_use,
                )

    def as_told(self, kind: EventKind) -> _AsTold:
        nearest: dict[str, Mapping[str, str]] = {}
        for item in self.lists_of(kind.record.name):
            nearest |= _nearest(item.feed)
        return _AsTold(nearest)

    @cached_property
    def holders(self) -> Mapping[str, tuple[date, date, WhoHolds]]:
        """Of each child the newest row that names a team or a worker: when it was taken, its day, and whom it names."""
        newest: dict[str, tuple[date, date, WhoHolds]] = {}
        for record in (kind.record for kind in KINDS):
            columns = [name for name in ("team", "worker_id") if name in record.column_names]
            if not columns or not self.lists_of(record.name) or record.began is None:
                continue
            for row in rows_told(self.engine, record, ["child_id", record.began, *columns]):
                child, day = _text(row, "child_id"), _day(row, record.began)
                who = WhoHolds(_text(row, "team"), _text(row, "worker_id"))
                if child is None or day is None or who == WhoHolds(None, None):
                    continue
                if child not in newest or newest[child][:2] < (row.extracted_on, day):
                    newest[child] = row.extracted_on, day, who
        return newest


@dataclass(frozen=True)
class _AsTold:
    """How a code comes back from a source that cannot write it: as the nearest it can."""

    nearest: Mapping[str, Mapping[str, str]]

    def __call__(self, column: str, value: object) -> object:
        return self.nearest.get(column, {}).get(value, value) if isinstance(value, str) else value


@cache
def _nearest(feed: str) -> Mapping[str, Mapping[str, str]]:
    for layout in LAYOUTS.values():
        for each in layout.feeds:
            if each.name == feed:
                told = {column: layout.heading(title).codes for column, title in each.columns.items()}
                return {column: codes.nearest for column, codes in told.items() if codes is not None}
    return {}


@dataclass(frozen=True)
class _Reconciling:
    everything: Engine
    tellers: tuple[_Teller, ...]
    month: Month

    def everything_told(self) -> Reconciled:
        found: list[Compared] = []
        stood: list[Standing] = []
        alone: list[Alone] = []
        for kind in KINDS:
            sides = [side for teller in self.tellers if (side := teller.side(kind)) is not None]
            if len(sides) == 1:
                alone.append(Alone(kind, sides[0].source))
            found += [compared(kind, one, other, self.first, self.last) for one, other in combinations(sides, 2)]
            if kind.stands_at_month_end and len(sides) > 1:
                stood.append(standing(kind, sides, self.last))
        stated = tuple(self._stated(figure) for figure in STATED)
        return Reconciled(self.month, tuple(found), tuple(stood), stated, tuple(alone), self._holds())

    @property
    def first(self) -> date:
        return (self.month - (MONTHS_LOOKED_AT - 1)).first_day

    @property
    def last(self) -> date:
        return self.month.last_day

    def _holds(self) -> Mapping[str, WhoHolds]:
        newest: dict[str, tuple[date, date, WhoHolds]] = {}
        for teller in self.tellers:
            for child, told in teller.holders.items():
                if child not in newest or newest[child][:2] < told[:2]:
                    newest[child] = told
        return {child: who for child, (_, _, who) in newest.items()}

    def _stated(self, figure: StatedFigure) -> StatedChecked:
        because = self._why_not(figure)
        if because:
            return StatedChecked(figure, 0, (), because)
        self._make_ready()
        days = {"first": self.first, "last": self.last}
        asked = {name: day for name, day in days.items() if f"${name}" in figure.select}
        rows = self.everything.ask(figure.select, asked)
        otherwise = tuple(StatedOtherwise(*row) for row in rows if figure.differs(row[3], row[4]))
        nothing = "" if rows else f"No row states it of days for which all {figure.of_events} were supplied."
        return StatedChecked(figure, len(rows), otherwise, nothing)

    def _why_not(self, figure: StatedFigure) -> str:
        for record, columns in figure.reads.items():
            lists = [item for item in self.everything.kept if item.record == record]
            if not lists:
                return f"No list of “{record.replace('_', ' ')}” was loaded."
            filled = frozenset().union(*(item.columns for item in lists))
            absent = next((name for name in columns if name not in filled), None)
            if absent:
                return f"No list that was loaded says: {BY_NAME[record].column(absent).meaning}."
        since = supplied_since(self.everything.kept)
        if any(record not in since for record in figure.needs_all_of):
            return f"The lists that were loaded do not hold all {figure.of_events}."
        return ""

    def _make_ready(self) -> None:
        since = supplied_since(self.everything.kept)
        days = array_of(since.values(), pa.date32())
        self.everything.hold("supplied_since_day", {"record": array_of(since, pa.string()), "since": days})
        for statement in around_rules(self.last.isoformat(), self.last.isoformat()):
            self.everything.say(statement)


def _text(row: RowTold, name: str) -> str | None:
    value = row.columns.get(name)
    return value if isinstance(value, str) else None


def _day(row: RowTold, name: str) -> date | None:
    value = row.columns.get(name)
    return value if isinstance(value, date) else None
