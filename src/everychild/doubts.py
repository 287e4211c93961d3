"""Which rows were asked about when files came in, which figures they touch, and how low or high those could be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from everychild import month_end
from everychild.catalogue.indicator import Children, Count, Indicator
from everychild.intake.recognise import is_called, title_of
from everychild.journal import deletions, ledger
from everychild.judgement.judged import Judged, JudgedEdition
from everychild.layouts import local, ofsted, ssd, ssda903
from everychild.layouts.annex_a import LISTS
from everychild.layouts.census import CENSUS
from everychild.layouts.dfe_api import PAYLOADS
from everychild.layouts.layout import SheetLayout
from everychild.layouts.special_needs_return import SPECIAL_NEEDS_RETURN
from everychild.layouts.workforce_census import WORKFORCE_CENSUS
from everychild.measure.figure import Figure
from everychild.measure.lineage import FILE_BITS, ROW_BITS, SHEET_BITS, RowBehind, source_reference
from everychild.measure.possible import InDoubt, lowest_and_highest
from everychild.quality.fault import Severity
from everychild.quality.rules import KEPT_OUT, RULES, LooksAt, Rule
from everychild.records import BY_NAME, Kind
from everychild.store.accounts import Asked, read_account
from everychild.store.engine import Engine
from everychild.store.home import Home

if TYPE_CHECKING:
    from everychild.journal.models import Extract

_CENSUSES = tuple(
    table.layout for census in (CENSUS, WORKFORCE_CENSUS, SPECIAL_NEEDS_RETURN) for table in census.tables
)
_DOCUMENTED = (*_CENSUSES, *(table.layout for table in PAYLOADS.tables))
LAYOUTS: Mapping[str, SheetLayout] = {
    layout.name: layout
    for layout in (*LISTS, *ssda903.TABLES, *ssd.TABLES, *local.TABLES, *ofsted.TABLES, *_DOCUMENTED)
}
CENSUS_NAMES = frozenset(layout.name for layout in _CENSUSES)
RETURN_NAMES = frozenset(layout.name for layout in ssda903.TABLES)
DAYS = (Kind.DATE, Kind.MOMENT)
NO_TEAM, NO_WORKER = "", ""


@dataclass(frozen=True)
class Touched:
    """A figure and the rows in doubt behind it. `lowest` and `highest` are None where no range can be told."""

    ref: str
    doubt: InDoubt
    lowest: Figure | None
    highest: Figure | None


@dataclass(frozen=True)
class Line:
    """One rule on one column of one list: how many rows of its newest telling, and the figures they touch."""

    rule: Rule
    severity: Severity
    list_title: str
    column: str
    rows: int
    at_least: bool
    messages: tuple[str, ...]
    touches: tuple[Touched, ...]


@dataclass(frozen=True)
class Share:
    """The rows in doubt of one worker of one team. Empty where the row names nobody."""

    team: str
    worker: str
    rows: int


@dataclass(frozen=True)
class Doubts:
    """Every rule once: found, clean with how many lists it was asked of, or not run and why."""

    found: tuple[Line, ...]
    clean: tuple[tuple[Rule, int], ...]
    not_run: tuple[tuple[Rule, str], ...]
    together: tuple[Touched, ...]
    shares: tuple[Share, ...]


@dataclass(frozen=True)
class _Kind:
    """What lines are gathered by."""

    rule: Rule
    severity: Severity
    list_name: str
    column: str

    @property
    def layout(self) -> SheetLayout:
        return LAYOUTS[self.list_name]


@dataclass(frozen=True)
class _Found:
    """A kind’s rows: `newest` of the newest telling of the list, `all` of every telling, as source ids."""

    kind: _Kind
    newest: frozenset[int]
    every: frozenset[int]
    at_least: bool
    messages: tuple[str, ...]


def doubts(home: Home, edition: JudgedEdition) -> Doubts:
    """The rules as they stand for an edition, over the extracts it rests on, by its own settings.

    Rows set aside, or kept out of a record, are those of each list’s newest telling; any of them could belong to the
    month, so a range allows for all of them. Raises Tampered where an account is not as it was kept.
    """
    seen = ledger.extracts_of(edition.as_at, edition.fingerprint) or month_end.extracts_seen(edition.known_on)
    supplied = _supplied(seen)
    found = _gathered(home, seen, supplied)
    touching: dict[_Kind, list[Touched]] = {}
    together: list[Touched] = []
    shares: Counter[tuple[str, str]] = Counter()
    with_rows = [one for one in found if one.every and one.kind.list_name]
    if with_rows and ledger.kept_lists(seen):
        with month_end.engine_over(home, edition.council, edition.as_at, seen) as engine:
            for item in edition.indicators:
                by_kind = _behind(engine, item, with_rows)
                for kind, doubt in by_kind.items():
                    touching.setdefault(kind, []).append(_touched(item, doubt))
                if by_kind:
                    together.append(_touched(item, _sum(by_kind.values())))
            shares = _by_worker(engine, with_rows)
    lines = tuple(_line(one, touching.get(one.kind, [])) for one in found if one.newest or one.messages)
    asked_of = {rule: _lists_for(rule, supplied) for rule in RULES}
    met = {line.rule for line in lines}
    return Doubts(
        found=tuple(sorted(lines, key=lambda line: (not line.touches, -line.rows, line.list_title, line.column))),
        clean=tuple((rule, len(lists)) for rule, lists in asked_of.items() if rule not in met and lists),
        not_run=tuple((rule, _why_not(rule)) for rule, lists in asked_of.items() if rule not in met and not lists),
        together=tuple(together),
        shares=tuple(Share(team, worker, rows) for (team, worker), rows in sorted(shares.items())),
    )


# What was asked


def _supplied(seen: Sequence[Extract]) -> dict[str, Extract]:
    """Each layout that was supplied, and the extract that tells it newest."""
    newest: dict[str, Extract] = {}
    for extract in seen:
        feeds = {item.feed for item in extract.lists.all()}
        for layout in LAYOUTS.values():
            if layout.feeds[0].name in feeds:
                newest[layout.name] = extract
    return newest


def _gathered(home: Home, seen: Sequence[Extract], supplied: Mapping[str, Extract]) -> list[_Found]:
    rules = {rule.code: rule for rule in RULES}
    newest: dict[_Kind, set[int]] = {}
    every: dict[_Kind, set[int]] = {}
    at_least: set[_Kind] = set()
    messages: dict[_Kind, dict[str, None]] = {}
    formats = {file.format: extract for extract in seen for file in extract.files.all()}
    gone = deletions.accounts_gone()
    for extract in (one for one in seen if one.pk not in gone):
        account = read_account(home, extract.sha256, extract.faults_sha256)
        for file in extract.files.all():
            for asked in account.get(file.name, ()):
                list_name = _list_of(asked, supplied)
                kind = _Kind(rules[asked.code], asked.severity, list_name, asked.column or "")
                ids = _source_ids(extract.pk, file.position, file.sheets, asked)
                every.setdefault(kind, set()).update(ids)
                newest.setdefault(kind, set())
                told_newest = supplied[list_name] if list_name else formats[file.format]
                if told_newest == extract:
                    newest[kind] |= ids
                    if asked.at_least:
                        at_least.add(kind)
                    if not ids:
                        messages.setdefault(kind, {})[asked.message] = None
    return [
        _Found(kind, frozenset(newest[kind]), frozenset(ids), kind in at_least, tuple(messages.get(kind, ())))
        for kind, ids in every.items()
    ]


def _list_of(asked: Asked, supplied: Mapping[str, Extract]) -> str:
    """The list’s name, or nothing of what is asked about a file as a whole. Older accounts tell only the sheet’s."""
    if asked.list_name is not None:
        return asked.list_name if asked.list_name in supplied else ""
    return next((name for name in supplied if asked.sheet is not None and is_called(LAYOUTS[name], asked.sheet)), "")


def _source_ids(extract_no: int, position: int, sheets: Sequence[str], asked: Asked) -> set[int]:
    if asked.sheet is None or asked.sheet not in sheets:
        return set()
    sheet = list(sheets).index(asked.sheet)
    above = extract_no << FILE_BITS + SHEET_BITS + ROW_BITS
    return {above | source_reference(position, sheet, row) for row in asked.rows}


def _line(one: _Found, touches: Sequence[Touched]) -> Line:
    return Line(
        one.kind.rule,
        one.kind.severity,
        title_of(one.kind.layout) if one.kind.list_name else "",
        one.kind.column,
        len(one.newest),
        one.at_least,
        one.messages,
        tuple(touches),
    )


# Which rules could be asked


_NEEDS: Mapping[LooksAt, Callable[[SheetLayout], bool]] = {
    LooksAt.ROWS: lambda layout: True,
    LooksAt.FILES: lambda layout: True,
    LooksAt.LATEST_ROWS: lambda layout: layout.feeds[0].coverage.one_per_child,
    LooksAt.DATES: lambda layout: _has(layout, *DAYS),
    LooksAt.CODES: lambda layout: _has(layout, Kind.CODE, Kind.YES_NO),
    LooksAt.NUMBERS: lambda layout: any(head.kind is Kind.NUMBER and head.parts is None for head in layout.headings),
    LooksAt.MEASURES: lambda layout: any(
        head.kind is Kind.NUMBER and head.parts is not None for head in layout.headings
    ),
    LooksAt.IDENTIFIERS: lambda layout: _has(layout, Kind.IDENTIFIER),
    LooksAt.NAMES: lambda layout: _has(layout, Kind.TEXT),
    LooksAt.REQUIRED: lambda layout: any(heading.required for heading in layout.headings),
    LooksAt.SPELLS: lambda layout: any(_is_spell(feed.table, feed.columns) for feed in layout.feeds),
    LooksAt.BIRTHS: lambda layout: any("born_on" in feed.columns for feed in layout.feeds),
    LooksAt.DENIALS: lambda layout: any(feed.unless for feed in layout.feeds),
    LooksAt.WORKBOOKS: lambda layout: layout.number is not None,
    LooksAt.TEXT_FILES: lambda layout: layout.number is None and layout.name not in CENSUS_NAMES,
    LooksAt.RETURNS: lambda layout: layout.name in RETURN_NAMES,
    LooksAt.CENSUSES: lambda layout: layout.name in CENSUS_NAMES,
}


def _lists_for(rule: Rule, supplied: Iterable[str]) -> list[str]:
    return [name for name in supplied if _NEEDS[rule.looks_at](LAYOUTS[name])]


def _why_not(rule: Rule) -> str:
    return f"Nothing that was loaded holds {rule.looks_at.value}."


def _has(layout: SheetLayout, *kinds: Kind) -> bool:
    return any(heading.kind in kinds for heading in layout.headings)


def _is_spell(table: str, columns: Mapping[str, str]) -> bool:
    record = BY_NAME[table]
    return record.began in columns and record.ended in columns


# What lies behind the figures


def _behind(engine: Engine, item: Judged, found: Sequence[_Found]) -> dict[_Kind, InDoubt]:
    """The rows in doubt behind one figure, by kind. Nothing where the figure is absent."""
    indicator = item.indicator
    if item.figure.absent is not None:
        return {}
    could = [one for one in found if _bears_on(one.kind, indicator)]
    if not could:
        return {}
    rows = engine.rows_behind(indicator, item.figure.as_at, item.figure.as_at)
    own = {row.source_id >> ROW_BITS for row in rows}
    weighed = {one.kind: _weighed(engine, one, indicator, rows, own) for one in could}
    return {kind: doubt for kind, doubt in weighed.items() if doubt.rows}


def _bears_on(kind: _Kind, indicator: Indicator) -> bool:
    """Whether what is asked about could decide where a row stands: not so of a column it is only broken down by."""
    looked_at = {table.name for table in indicator.needs} | {record for record, _ in indicator.rests_on}
    fed = [feed for feed in kind.layout.feeds if feed.table in looked_at]
    if not kind.column:
        return bool(fed)
    return any(
        title == kind.column and ((feed.table, column) in indicator.rests_on or _places(feed.table, column))
        for feed in fed
        for column, title in feed.columns.items()
    )


def _places(table: str, column: str) -> bool:
    """Whether a column says when a thing was, or whose it is."""
    record = BY_NAME[table]
    return column in (record.began, record.ended, "child_id") and table != "child"


def _weighed(engine: Engine, one: _Found, indicator: Indicator, rows: Sequence[RowBehind], own: set[int]) -> InDoubt:
    """By row where the list tells of the very things that are counted; else by whose rows they are."""
    kind = one.kind
    is_told_here = any(feed.table == indicator.needs[0].name for feed in kind.layout.feeds)
    if is_told_here or any(source >> ROW_BITS in own for source in one.every):
        behind = [row for row in rows if row.source_id in one.every]
        elsewhere = one.newest - {row.source_id for row in behind}
        return replace(_standing(behind), may_join=len(elsewhere) if _could_join(kind) else 0)
    children = _children_of(engine, one)
    behind = [row for row in rows if row.child_id is not None and row.child_id in children]
    return replace(_standing(behind), may_turn=len(one.newest) if _is_kept_out(kind) else 0)


def _standing(rows: Sequence[RowBehind]) -> InDoubt:
    met = sum(row.is_considered and row.is_met for row in rows)
    considered = sum(row.is_considered for row in rows)
    return InDoubt(met=met, not_met=considered - met, left_out=len(rows) - considered)


def _is_kept_out(kind: _Kind) -> bool:
    return kind.severity is Severity.SET_ASIDE or kind.rule.code in KEPT_OUT


def _could_join(kind: _Kind) -> bool:
    """Whether a row that is not in this month’s figure could belong to it: kept out, or its date is in doubt."""
    dated = any(heading.title == kind.column and heading.kind in DAYS for heading in kind.layout.headings)
    return _is_kept_out(kind) or dated


def _children_of(engine: Engine, one: _Found) -> frozenset[str]:
    """Whose rows they are, where a figure is counted from other rows of the same children."""
    found: set[str] = set()
    for table in dict.fromkeys(feed.table for feed in one.kind.layout.feeds):
        if "child_id" in BY_NAME[table].column_names and table != "child":
            told = engine.record_rows(table, f"select source_id, child_id from {table} where child_id is not null", {})
            found |= {row["child_id"] for row in told if row["source_id"] in one.every}
    return frozenset(found)


def _touched(item: Judged, doubt: InDoubt) -> Touched:
    indicator = item.indicator
    countable = indicator.is_share or isinstance(indicator.measure, Count | Children)
    bounds = lowest_and_highest(item.figure, doubt, is_share=indicator.is_share) if countable else None
    lowest, highest = bounds or (None, None)
    return Touched(item.ref, doubt, lowest, highest)


def _sum(doubts: Iterable[InDoubt]) -> InDoubt:
    return sum(doubts, InDoubt())


def _by_worker(engine: Engine, found: Sequence[_Found]) -> Counter[tuple[str, str]]:
    """Rows in doubt by the team and worker they name, each row once."""
    shares: Counter[tuple[str, str]] = Counter()
    for name in dict.fromkeys(one.kind.list_name for one in found):
        rows = frozenset[int]().union(*(one.newest for one in found if one.kind.list_name == name))
        told = _who(engine, LAYOUTS[name], rows)
        shares.update(told.get(row, (NO_TEAM, NO_WORKER)) for row in rows)
    return shares


def _who(engine: Engine, layout: SheetLayout, rows: frozenset[int]) -> dict[int, tuple[str, str]]:
    told: dict[int, tuple[str, str]] = {}
    for table in dict.fromkeys(feed.table for feed in layout.feeds):
        names = BY_NAME[table].column_names
        if "team" not in names and "worker_id" not in names:
            continue
        columns = ", ".join(
            f"{name} as {said}" if name in names else f"'' as {said}"
            for name, said in (("team", "team"), ("worker_id", "worker"))
        )
        for row in engine.record_rows(table, f"select source_id, {columns} from {table}", {}):
            if row["source_id"] in rows:
                told.setdefault(row["source_id"], (row["team"] or NO_TEAM, row["worker"] or NO_WORKER))
    return told
