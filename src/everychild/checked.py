"""Quality rules asked of what is loaded: each found, clean, not run and why, or failed, which is no way to be clean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import duckdb
import pyarrow as pa

from everychild import month_end, wording
from everychild.arrays import KINDS_IN_SQL, array_of
from everychild.calendar import Month, add_months
from everychild.council import Council
from everychild.journal import ledger
from everychild.judgement.judged import JudgedEdition
from everychild.layouts.layout import SheetLayout
from everychild.quality.bearing import bears_on
from everychild.quality.declared import Owner, QualityRule, RuleSet, Weight
from everychild.quality.rule_sets import RULE_SETS
from everychild.quality.tables import BEFORE, BESIDE_A_RETURN, RETURN_TABLES, columns_of
from everychild.records import BY_NAME, RECORDS
from everychild.returns_sent import Returned, TableSent, newest_return
from everychild.store.asking import around_rules, lists_loaded, supplied_since
from everychild.store.engine import Engine
from everychild.store.extracts import read_calendar
from everychild.store.home import Home

if TYPE_CHECKING:
    from everychild.journal.models import Extract


class Outcome(StrEnum):
    """What became of a rule. A rule that fails is never clean."""

    FAILED = "failed"
    FOUND = "found"
    CLEAN = "clean"
    NOT_RUN = "not run"


@dataclass(frozen=True)
class Checked:
    """One rule and what came of it. `about` names what is no row of a file."""

    code: str
    says: str
    weight: Weight
    owner: Owner
    outcome: Outcome
    rows: int = 0
    children: int = 0
    because: str = ""
    about: tuple[str, ...] = ()
    touches: tuple[str, ...] = ()


@dataclass(frozen=True)
class CheckedSet:
    """A set of rules that was asked. `year` ends on that 31 March; it is nothing of our own rules."""

    name: str
    title: str
    year: int | None
    results: tuple[Checked, ...]

    def of(self, outcome: Outcome) -> tuple[Checked, ...]:
        return tuple(result for result in self.results if result.outcome is outcome)


@dataclass(frozen=True)
class Checks:
    """Every set."""

    sets: tuple[CheckedSet, ...]

    def of(self, outcome: Outcome) -> int:
        return sum(len(each.of(outcome)) for each in self.sets)


@dataclass(frozen=True)
class RowAtFault:
    """A row that breaks a rule, or what is no row: a list, a month."""

    kind: str
    code: str
    source_id: int | None
    child_id: str | None
    about: str | None


Ask = Callable[[str], Sequence[tuple[Any, ...]]]
Why = Callable[[QualityRule], str | None]


def checks(home: Home, edition: JudgedEdition, rules_of: int | None = None) -> Checks:
    """Every rule asked of the extracts an edition rests on.

    A return is held to the rules of its own year, or of the year `rules_of` names, so that two can be compared.
    """
    return Checks(tuple(_results(asked) for asked in _asked(home, edition, rules_of)))


def rows_at_fault(home: Home, edition: JudgedEdition, rules_of: int | None = None) -> tuple[RowAtFault, ...]:
    """Every row each rule finds, for those who may see the child; what cannot be asked gives none."""
    found = []
    for asked in _asked(home, edition, rules_of):
        for rule in asked.rules:
            if asked.why_not(rule) is None:
                told, _ = _found(rule, asked.ask)
                found += [RowAtFault(asked.kind.name, rule.code, *row) for row in told or ()]
    return tuple(found)


# One set after another


@dataclass(frozen=True)
class _Asked:
    kind: RuleSet
    year: int | None
    rules: tuple[QualityRule, ...]
    why_not: Why
    ask: Ask


def _asked(home: Home, edition: JudgedEdition, rules_of: int | None) -> Iterator[_Asked]:
    seen = ledger.extracts_of(edition.as_at, edition.fingerprint) or month_end.extracts_seen(edition.known_on)
    for kind in RULE_SETS:
        opened = _over_records if kind.of_return is None else _over_return
        with opened(home, edition.council, edition.as_at, seen, kind, rules_of) as asked:
            yield asked


def _results(asked: _Asked) -> CheckedSet:
    title = asked.kind.title if asked.year is None else f"{asked.kind.title}, {asked.year - 1}-{asked.year % 100:02}"
    return CheckedSet(asked.kind.name, title, asked.year, tuple(_result(rule, asked) for rule in asked.rules))


def _result(rule: QualityRule, asked: _Asked) -> Checked:
    said = Checked(rule.code, rule.says, rule.weight, rule.owner, Outcome.CLEAN)
    why_not = asked.why_not(rule)
    if why_not is not None:
        return replace(said, outcome=Outcome.NOT_RUN, because=why_not)
    rows, failure = _found(rule, asked.ask)
    if rows is None:
        return replace(said, outcome=Outcome.FAILED, because=failure)
    if not rows:
        return said
    return replace(
        said,
        outcome=Outcome.FOUND,
        rows=len(rows),
        children=len({child for _, child, _ in rows if child is not None}),
        about=tuple(sorted(about for _, _, about in rows if about is not None)),
        touches=bears_on(rule),
    )


def _found(rule: QualityRule, ask: Ask) -> tuple[Sequence[tuple[Any, ...]] | None, str]:
    """The rows at fault; None, and why, where the SELECT itself fails. What a database says of it may hold a value."""
    try:
        return ask(rule.select), ""
    except duckdb.Error as error:
        return None, f"The rule itself could not be run ({type(error).__name__}). Nothing is known of what it asks."


# Our own rules, over records


@contextmanager
def _over_records(
    home: Home, council: Council, month: Month, seen: Sequence[Extract], kind: RuleSet, _: int | None
) -> Iterator[_Asked]:
    if not ledger.kept_lists(seen):
        yield _Asked(kind, None, kind.rules, lambda rule: "Nothing that was loaded holds a list.", lambda select: ())
        return
    with month_end.engine_over(home, council, month, seen) as engine:
        known_on = max(extract.extracted_on for extract in seen)
        since = supplied_since(engine.kept)
        engine.hold("supplied_since_day", _columns(("record", "since"), list(since.items())))
        for statement in around_rules(known_on.isoformat(), f"{known_on.year}-03-31"):
            engine.say(statement)
        engine.hold("list_loaded", _table_of("list_loaded", lists_loaded(engine.kept)))
        engine.hold("month_told", _table_of("month_told", _months_told(engine, since, known_on)))
        filled = {
            record.name: frozenset().union(*(item.columns for item in engine.kept if item.record == record.name))
            for record in RECORDS
            if any(item.record == record.name for item in engine.kept)
        }
        yield _Asked(kind, None, kind.rules, lambda rule: _record_missing(rule, filled, since), engine.ask)


def _record_missing(rule: QualityRule, filled: Mapping[str, frozenset[str]], since: Mapping[str, date]) -> str | None:
    for table, columns in rule.reads.items():
        if table not in BY_NAME:
            continue
        if table not in filled:
            return f"No list of {_in_words(table)} was loaded."
        absent = sorted(columns - filled[table] - {"source_id", "child_id"})
        if absent:
            return f"No list that was loaded says of {_in_words(table)}: {BY_NAME[table].column(absent[0]).meaning}."
    for table in rule.needs_all_of:
        if table not in since:
            return f"The lists of {_in_words(table)} that were loaded do not hold all of them."
    return None


def _in_words(record: str) -> str:
    return f"“{record.replace('_', ' ')}”"


def _months_told(engine: Engine, since: Mapping[str, date], known_on: date) -> list[dict[str, object]]:
    """How many rows the last whole month has of each record with a day of its own, and how many a month usually has."""
    last = Month.of(known_on) - 1
    first = add_months(last.first_day, -12)
    told: list[dict[str, object]] = []
    for record in RECORDS:
        if record.began is None or record.is_snapshot or since.get(record.name, known_on) > first:
            continue
        ((now, usual),) = engine.ask(
            f"select count(*) filter (where {record.began} >= date '{last.first_day}'), "
            f"count(*) filter (where {record.began} < date '{last.first_day}') / 12.0 from {record.name} "
            f"where {record.began} between date '{first}' and date '{last.last_day}'"
        )
        about = f"{wording.sentence(record.name.replace('_', ' '))}, {wording.month(last)}"
        told.append(
            {
                "about": about,
                "record": record.name,
                "began": last.first_day,
                "rows_now": now,
                "rows_usual": float(usual),
            }
        )
    return told


# The Department’s rules, over a return as it was sent


@contextmanager
def _over_return(
    home: Home, council: Council, month: Month, seen: Sequence[Extract], kind: RuleSet, rules_of: int | None
) -> Iterator[_Asked]:
    assert kind.of_return is not None
    found = newest_return(home, kind.of_return, seen)
    if found is None:
        nothing = f"No {kind.title_of_return} is loaded."
        newest = kind.of_year(rules_of or kind.newest_year)
        yield _Asked(kind, rules_of or kind.newest_year, newest, lambda rule: nothing, lambda select: ())
        return
    year = rules_of or found.year_ended.year
    with duckdb.connect(config={"temp_directory": ""}) as connection:  # a return’s rows stay in memory
        _hold_return(connection, home, kind.of_return, found, seen)
        beside = _hold_beside(connection, home, council, month, seen)
        yield _Asked(
            kind,
            year,
            kind.of_year(year),
            lambda rule: _return_lacks(rule, found, beside),
            lambda select: connection.execute(select).fetchall(),
        )


def _hold_return(
    connection: duckdb.DuckDBPyConnection, home: Home, name: str, found: Returned, seen: Sequence[Extract]
) -> None:
    for table in RETURN_TABLES[name]:
        for told, rows in ((table, found.tables.get(table)), (f"{table}{BEFORE}", found.before.get(table))):
            _hold(connection, told, _table_sent(told, rows or TableSent()))
    whole = {"about": found.name, "reference_date": found.reference_date, "year_ended": found.year_ended}
    _hold(connection, "return_whole", _table_of("return_whole", [whole]))
    calendar = read_calendar(home, seen[-1].sha256, seen[-1].calendar_sha256)
    days = [{"day": day, "working_day_no": calendar.ordinal(day)} for day in calendar.days]
    _hold(connection, "calendar", _table_of("calendar", days))
    connection.execute("create table supplied_since_day (record varchar, since date)")
    for statement in around_rules(found.extracted_on.isoformat(), found.year_ended.isoformat()):
        connection.execute(statement)


def _hold_beside(
    connection: duckdb.DuckDBPyConnection, home: Home, council: Council, month: Month, seen: Sequence[Extract]
) -> Mapping[str, frozenset[str]]:
    """The records a return is held against, and which of their columns say anything: of those never loaded, none."""
    filled = {
        name: frozenset().union(*(item.columns for item in ledger.kept_lists(seen) if item.record == name))
        for name in BESIDE_A_RETURN
    }
    for name, columns in filled.items():
        rows: Sequence[Mapping[str, object]] = ()
        if columns:
            with month_end.engine_over(home, council, month, seen) as engine:
                told = engine.ask(f"select {', '.join(columns_of(name))} from {name}")
            rows = [dict(zip(columns_of(name), row, strict=True)) for row in told]
        _hold(connection, name, _table_of(name, rows))
    return filled


def _hold(connection: duckdb.DuckDBPyConnection, name: str, columns: Mapping[str, pa.Array | pa.ChunkedArray]) -> None:
    connection.register("arriving", pa.table(dict(columns)))
    connection.execute(f"create table {name} as select * from arriving")
    connection.unregister("arriving")


def _return_lacks(rule: QualityRule, found: Returned, beside: Mapping[str, frozenset[str]]) -> str | None:
    lacked = _record_missing(rule, {name: columns for name, columns in beside.items() if columns}, {})
    if lacked is not None:
        return lacked
    for table, columns in rule.reads.items():
        name = table.removesuffix(BEFORE)
        layout = _layout_of(name)
        if layout is None:
            continue
        told = found.before if table.endswith(BEFORE) else found.tables
        if table.endswith(BEFORE) and not found.before:
            return "The return of the year before is not loaded."
        if name not in told:
            return f"The return came without its table “{layout.title}”."
        sent = {column.removesuffix("_written") for column in columns} - {"source_id", "child_id"}
        absent = sorted(sent - told[name].columns)
        if absent:
            return f"The table “{layout.title}” came without its column {absent[0].upper()}."
    return None


def _layout_of(table: str) -> SheetLayout | None:
    return next((tables[table] for tables in RETURN_TABLES.values() if table in tables), None)


# Tables of what is no list


def _table_of(name: str, rows: Sequence[Mapping[str, object]]) -> dict[str, pa.Array]:
    return {
        column: array_of([row.get(column) for row in rows], KINDS_IN_SQL[kind])
        for column, kind in columns_of(name).items()
    }


def _table_sent(name: str, sent: TableSent) -> dict[str, pa.ChunkedArray]:
    return {column: sent.column(column, KINDS_IN_SQL[kind]) for column, kind in columns_of(name).items()}


def _columns(names: Sequence[str], rows: Iterable[Sequence[object]]) -> dict[str, pa.Array]:
    kept = list(rows)
    kinds = (pa.string(), pa.date32())
    return {name: array_of([row[at] for row in kept], kinds[at]) for at, name in enumerate(names)}
