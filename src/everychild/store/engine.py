"""The engine: DuckDB in memory over the kept Parquet, from records to facts to figures. It owns no file of record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import duckdb
import pyarrow as pa

from everychild.calendar import Clock, Month, WorkingCalendar
from everychild.catalogue.indicator import Children, Count, Indicator, Mix
from everychild.council import COUNCIL_WORDS
from everychild.facts import FACTS, PREPARED, Breakdown, Fact, Shape
from everychild.facts.clocks import CLOCKS
from everychild.measure.due import RowDue, due_select, finished_select, open_select, standing_select
from everychild.measure.figure import Figure, Window
from everychild.measure.hints import Evidence, Rule, Work
from everychild.measure.late import RecordingLag, recording_lag
from everychild.measure.lineage import FILE_BITS, ROW_BITS, SHEET_BITS, RowBehind, Within, rows_select
from everychild.measure.tally import children_select, group_of, tally_select
from everychild.measure.windows import WINDOWS_SELECT
from everychild.records import BY_NAME, Kind, Table
from everychild.records import codes as record_codes
from everychild.store import around
from everychild.store.around import Columns
from everychild.store.home import Home
from everychild.store.stitch import is_answered_anew, stitched_select
from everychild.store.supply import KeptList, holding, supplied_month_ends, supplied_months, told_by

MANY_ROWS = 20_000_000
"""Below this many rows one thread is as quick by the clock as several, and takes less CPU and memory."""

_AS_EXTRACTED = "_as_extracted"
_WORD = re.compile(r"\w+")
_CLOCKS = {clock.name: clock for clock in CLOCKS}
_SQL_TYPES = {
    Kind.IDENTIFIER: "varchar",
    Kind.DATE: "date",
    Kind.MOMENT: "timestamp",
    Kind.NUMBER: "bigint",
    Kind.YES_NO: "boolean",
    Kind.CODE: "varchar",
    Kind.TEXT: "varchar",
}


class Engine:
    """One run over some extracts: made, asked, closed.

    `months` are the reporting months, oldest first; `clocks` the council's own; `visit_places` where a visit counts;
    `council_words` tell an agency that is the council; `family_help_since` the day early help and child in need merged.
    `days_ahead` are days after the last month on which what is open is told as well, by what is known now.
    """

    def __init__(
        self,
        home: Home,
        kept: Sequence[KeptList],
        calendar: WorkingCalendar,
        months: Sequence[Month],
        clocks: Mapping[str, Clock],
        visit_places: Iterable[str],
        threads: int | None = None,
        *,
        council_words: Iterable[str] = COUNCIL_WORDS,
        family_help_since: date | None = None,
        days_ahead: Sequence[date] = (),
    ) -> None:
        self.home = home
        self.kept = tuple(kept)
        self.months = tuple(months)
        self.clocks = dict(clocks)
        if threads is None and sum(item.rows for item in self.kept) < MANY_ROWS:
            threads = 1
        settings: dict[str, Any] = {"threads": threads} if threads else {}
        self.connection = duckdb.connect(":memory:", config=settings)
        self.connection.execute("set enable_progress_bar = false")  # it is drawn on standard output, among the data
        self.calendar = calendar
        for name, columns in (
            around.days(calendar),
            around.terms(calendar),
            around.no_clocks(),
            *around.months(self.months, days_ahead),
            *around.groups(),
            *around.councils_own(visit_places, council_words, family_help_since),
            *around.supply(home, self.kept, self.months, days_ahead),
        ):
            self._table(name, columns)
        self._made: set[str] = set()
        self._running: set[str] = set()

    def __enter__(self) -> Engine:
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()

    # What a SELECT needs, made when it is first needed

    def need(self, select: str) -> None:
        """Makes the records, clocks and prepared tables that a SELECT names and that are not there yet.

        A clock may go by the name of a record: both are made.
        """
        words = sorted({word.removesuffix(_AS_EXTRACTED) for word in _WORD.findall(select)})
        for name in words:
            if name in self._made:
                continue
            if name in BY_NAME:
                self._made.add(name)
                self._load_record(BY_NAME[name])
            elif name in PREPARED:
                self._made.add(name)
                self._create(name, files("everychild.facts").joinpath(f"{name}.sql").read_text(encoding="utf-8"))
        self._start(name for name in words if name in _CLOCKS)

    def _start(self, clocks: Iterable[str]) -> None:
        for name in clocks:
            if name not in self._running:
                self._running.add(name)
                _, columns = around.clock_days(self.calendar, self.clocks.get(name, _CLOCKS[name]))
                self._insert("clock_day", columns)

    def _create(self, name: str, select: str) -> None:
        self.need(select)
        self.connection.execute(f"create table {name} as {select}")

    def _load_record(self, table: Table) -> None:
        kept = [item for item in self.kept if item.record == table.name]
        self._gather(table, kept)
        one_per_child = any(item.one_per_child for item in kept)
        stitched = stitched_select(table, has_lists_of_one_per_child=one_per_child)
        self.connection.execute(f"create table {table.name} as {stitched}")
        if table.name not in _told_as_extracted():
            self.connection.execute(f"drop table {table.name}{_AS_EXTRACTED}")  # large, and nobody looks at it again
        if table.name == "child":
            self._describe_children()

    def _gather(self, table: Table, kept: Sequence[KeptList]) -> None:
        """Every telling of a record in these lists. A column that an extract was kept without is unknown."""
        paths = [str(self.home.extracts / item.path) for item in kept]
        name = f"{table.name}{_AS_EXTRACTED}"
        own = (
            "extract_no bigint, extracted_on date, taken_no bigint, feed varchar, rank integer, gap_began date, "
            "source_id bigint"
        )
        declared = ", ".join(f"{column.name} {_SQL_TYPES[column.kind]}" for column in table.columns)
        if not paths:
            self.connection.execute(f"create table {name} ({declared}, {own})")
            return
        self.connection.execute(f"create temp table no_{table.name} ({declared}, source_ref bigint, filename varchar)")
        columns = ", ".join(f"told.{column}" for column in table.column_names)
        left_unread = "false"
        if is_answered_anew(table) and table.name not in _told_as_extracted():
            left_unread = f"coalesce(told.{table.began} between answered_from and answered_to, false)"
        self.connection.execute(
            f"""
            create table {name} as
            select {columns}, kept_list.extract_no, kept_list.extracted_on, kept_list.taken_no, kept_list.feed,
                kept_list.rank, kept_list.gap_began,
                (kept_list.extract_no << {FILE_BITS + SHEET_BITS + ROW_BITS}) | told.source_ref as source_id
            from (
                select * from read_parquet($paths, filename = true, union_by_name = true)
                union all by name
                select * from no_{table.name}
            ) as told
            inner join kept_list on kept_list.path = told.filename
            where not {left_unread}
            """,
            {"paths": paths},
        )

    def _describe_children(self) -> None:
        """Adds the words and numbers every fact shows of a child."""
        sexes = " ".join(f"when '{code}' then '{_sex_name(code)}'" for code in record_codes.SEX.values)
        self.connection.execute(
            f"""
            create or replace table child as
            select child.*,
                cast(
                    year(child.born_on) * 10000 + month(child.born_on) * 100 + day(child.born_on) as integer
                ) as born_ymd,
                case child.sex {sexes} else 'Not recorded' end as sex_name,
                coalesce(broad_group.name, 'Not known') as ethnic_group_name
            from child left join broad_group on broad_group.code = child.ethnic_group
            """
        )

    # Facts and figures

    def make_facts(self, facts: Iterable[Fact] = FACTS) -> None:
        """Builds the tables of these facts, and of what they are prepared from."""
        for fact in facts:
            if fact.name not in self._made:
                self._made.add(fact.name)
                self._create(fact.name, self._rows_of(fact))

    def _rows_of(self, fact: Fact) -> str:
        """A SELECT of the fact's rows with who each child is, whose clocks have been started."""
        who = files("everychild.facts").joinpath("who.sql").read_text(encoding="utf-8")
        self._start(clock.name for clock in fact.clocks)
        return who.format(select=fact.select, own_date=fact.own_date)

    def supplied(self, indicator: Indicator) -> frozenset[Month]:
        """The months for which every record the indicator needs was supplied, with the columns it rests on."""
        months = frozenset(self.months)
        for table in indicator.needs:
            columns = [column for record, column in indicator.rests_on if record == table.name]
            kept = holding(self.kept, table.name, columns)
            if table.is_snapshot:
                months &= frozenset(told_by(kept, table.name, self.months))
            elif indicator.is_at_month_end:
                months &= supplied_month_ends(kept, table.name, self.months)
            else:
                months &= self._supplied_throughout(kept, table, indicator.looks_back)
        return months

    def _supplied_throughout(self, kept: Sequence[KeptList], table: Table, looks_back: int) -> frozenset[Month]:
        """The months supplied together with so many before them: a missing past is not a past without events."""
        asked = sorted({month - back for month in self.months for back in range(looks_back + 1)})
        supplied = supplied_months(kept, table.name, asked)
        return frozenset(
            month for month in self.months if all(month - back in supplied for back in range(looks_back + 1))
        )

    def figures(self, indicators: Sequence[Indicator], first_shown: Month) -> pa.Table:
        """Every window, month and group: ref, win, month_no, breakdown, grp, numerator, denominator, absent, median."""
        self._tally(indicators)
        self._describe_indicators(indicators)
        return self.connection.sql(WINDOWS_SELECT, params={"first_shown": first_shown.index}).to_arrow_table()

    def _tally(self, indicators: Sequence[Indicator]) -> None:
        """Fact by fact. What is counted once only is never written down: its rows pass by."""
        self.connection.execute(
            "create or replace table tally (ref varchar, month_no integer, breakdown varchar, grp varchar, "
            "numerator bigint, denominator bigint, median_twice bigint)"
        )
        self.connection.execute(
            "create or replace table children_tally (ref varchar, win varchar, month_no integer, breakdown varchar, "
            "grp varchar, n bigint)"
        )
        bounds = {"first_month": self.months[0].index, "last_month": self.months[-1].index}
        of_fact: dict[Fact, list[Indicator]] = {}
        for indicator in indicators:
            of_fact.setdefault(indicator.of, []).append(indicator)
        for fact, of_it in of_fact.items():
            if fact.name in self._made:
                rows = fact.name
            else:
                rows = f"({self._rows_of(fact)})"
                self.need(rows)
            self.connection.execute(f"insert into tally {tally_select(rows, fact, of_it, self.clocks)}", bounds)
            for indicator in of_it:
                if isinstance(indicator.measure, Children):
                    counted = children_select(rows, fact, indicator, self.clocks)
                    self.connection.execute(f"insert into children_tally {counted}")

    def _describe_indicators(self, indicators: Sequence[Indicator]) -> None:
        self._table(
            "indicator",
            {
                "ref": pa.array([indicator.key for indicator in indicators], pa.string()),
                "is_open": pa.array([indicator.of.shape is Shape.OPEN for indicator in indicators], pa.bool_()),
                "is_count": pa.array([indicator.is_counted for indicator in indicators], pa.bool_()),
                "is_distinct": pa.array([isinstance(item.measure, Children) for item in indicators], pa.bool_()),
                "mix_by": pa.array([_mix_by(indicator) for indicator in indicators], pa.string()),
            },
        )
        named = [
            (indicator.key, breakdown.name, group)
            for indicator in indicators
            for breakdown in indicator.breakdowns
            for group in breakdown.always_told
        ]
        self._table(
            "named_group",
            {
                "ref": pa.array([row[0] for row in named], pa.string()),
                "breakdown": pa.array([row[1] for row in named], pa.string()),
                "grp": pa.array([row[2] for row in named], pa.string()),
            },
        )
        supplied = [
            (indicator.key, month.index) for indicator in indicators for month in sorted(self.supplied(indicator))
        ]
        self._table(
            "supplied",
            {
                "ref": pa.array([row[0] for row in supplied], pa.string()),
                "month_no": pa.array([row[1] for row in supplied], pa.int32()),
            },
        )

    def rows_behind(
        self, indicator: Indicator, first: Month, last: Month, within: Within | None = None
    ) -> list[RowBehind]:
        """Every row of the indicator's fact in those months, or of one group of a breakdown, and what each adds."""
        self.make_facts([indicator.of])
        asked: dict[str, int | str] = {"first_month": first.index, "last_month": last.index}
        if within is not None:
            asked["group"] = within.group
        found = self.connection.execute(rows_select(indicator, self.clocks, within), asked).fetchall()
        return [RowBehind(*row) for row in found]

    def rows_due(self, indicator: Indicator, first: date, last: date) -> list[RowDue]:
        """The rows an indicator considers whose work falls due on those days, known ahead or past."""
        self.make_facts([indicator.of])
        return self._due(due_select(indicator, self.clocks), {"first": first, "last": last})

    def rows_open(self, fact: Fact, as_at: date) -> list[RowDue]:
        """The rows of a fact of open things on a month end or a day ahead, each with the day it falls due."""
        self.make_facts([fact])
        return self._due(open_select(fact), {"as_at": as_at})

    def rows_standing(self, indicator: Indicator, as_at: date) -> list[RowDue]:
        """The rows an indicator of open things considers on a month end or a day ahead."""
        self.make_facts([indicator.of])
        return self._due(standing_select(indicator, self.clocks), {"as_at": as_at})

    def rows_finished(self, indicator: Indicator, first: date, last: date) -> list[RowDue]:
        """The rows an indicator of finished work considers that were finished on those days."""
        self.make_facts([indicator.of])
        return self._due(finished_select(indicator, self.clocks), {"first": first, "last": last})

    def record_rows(self, record: str, select: str, asked: Mapping[str, object]) -> list[dict[str, Any]]:
        """The rows of a SELECT over one record, by column."""
        self.need(record)
        cursor = self.connection.execute(select, dict(asked))
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def children_on(self, table: Table, day: date) -> frozenset[str]:
        """The children with a spell of this record open on a day."""
        self.need(table.name)
        select = f"""
            select distinct child_id from {table.name}
            where {table.began} <= $day and ({table.ended} is null or {table.ended} > $day)
        """
        return frozenset(child for (child,) in self.connection.execute(select, {"day": day}).fetchall())

    def _due(self, select: str, asked: Mapping[str, date]) -> list[RowDue]:
        return [RowDue(*row) for row in self.connection.execute(select, dict(asked)).fetchall()]

    def done_days(self, fact: Fact, month: Month) -> dict[tuple[int, date, str | None], date]:
        """When the work of each row of a fact of obligations was done, by its source, its own day and its child."""
        self.make_facts([fact])
        found = self.connection.execute(
            f"select source_id, {fact.own_date}, child_id, done_on from {fact.name} "
            "where month_no = $month_no and done_on is not null",
            {"month_no": month.index},
        ).fetchall()
        return {(source_id, own_date, child_id): done_on for source_id, own_date, child_id, done_on in found}

    def says_when_recorded(self, record: str) -> bool:
        """Whether a record happens on a day and holds the day it was written up."""
        table = BY_NAME[record]
        return table.began is not None and "recorded_on" in table.column_names

    def recording_lags(self, record: str, first: date, last: date) -> list[int | None]:
        """Working days from each thing of that record on those days to its writing up; None where it does not say."""
        self.need(record)
        found = self.connection.execute(
            f"""
            select case when told.recorded_on >= told.{BY_NAME[record].began}
                then recorded.working_day_no - done.working_day_no end
            from {record} as told
            inner join calendar as done on done.day = told.{BY_NAME[record].began}
            left join calendar as recorded on recorded.day = told.recorded_on
            where told.{BY_NAME[record].began} between $first and $last
            """,
            {"first": first, "last": last},
        ).fetchall()
        return [lag for (lag,) in found]

    def evidence_of(self, work: Work) -> list[Evidence]:
        """What other records say of work not recorded as done."""
        self.need(work.evidence)
        found = self.connection.execute(f"select * from ({work.evidence}) order by all").fetchall()
        return [Evidence(Rule(rule), child_id, on) for rule, child_id, on in found]

    def usual_lags(self, work: Work, first: date) -> dict[str, RecordingLag]:
        """How long each worker and each team takes to write that work up, of what was done since a day."""
        self.need(work.record)
        found = self.connection.execute(
            f"""
            select told.who, case when told.recorded_on >= told.done_on
                then recorded.working_day_no - done.working_day_no end
            from (
                select unnest([worker_id, team]) as who, recorded_on, {work.done} as done_on from {work.record}
            ) as told
            inner join calendar as done on done.day = told.done_on
            left join calendar as recorded on recorded.day = told.recorded_on
            where told.who is not null and told.done_on >= $first
            """,
            {"first": first},
        ).fetchall()
        lags: dict[str, list[int | None]] = {}
        for who, lag in found:
            lags.setdefault(who, []).append(lag)
        return {who: recording_lag(work.record, told) for who, told in lags.items()}

    def rows_in_full(
        self, indicator: Indicator, month: Month, child_id: str | None = None
    ) -> Iterator[tuple[RowBehind, dict[str, Any]]]:
        """The rows of one month, or one child's among them, each with every column its conditions look at."""
        self.make_facts([indicator.of])
        bounds = {"first_month": month.index, "last_month": month.index}
        behind = rows_select(indicator, self.clocks, in_full=True)
        asked = f"select * from ({behind}) where $child_id is null or child_id = $child_id"
        found = self.connection.execute(asked, {**bounds, "child_id": child_id})
        names = [column[0] for column in found.description]
        for values in found.fetchall():
            row = dict(zip(names, values, strict=True))
            yield RowBehind(*(row[name] for name in RowBehind._fields)), row

    def knows_child(self, child_id: str) -> bool:
        """Whether the children’s own records have that number."""
        self.need("child")
        found = self.connection.execute(
            "select 1 from child where child_id = $child_id limit 1", {"child_id": child_id}
        )
        return bool(found.fetchall())

    def caseload_held(self, by: date) -> tuple[date, int, int, int] | None:
        """The newest list of caseloads by a day: its day, workers holding children, the children, their hundredths.

        Workers whose week is not known are left out, with their children.
        """
        self.need("caseload")
        return self.connection.execute(
            """
            select told_on, count(*), cast(sum(children) as bigint), cast(sum(fte) as bigint)
            from caseload
            where told_on <= $by and children > 0 and fte > 0
            group by told_on
            order by told_on desc
            limit 1
            """,
            {"by": by},
        ).fetchone()

    def groups_of(self, indicator: Indicator, breakdown: Breakdown) -> list[str]:
        """Every group its rows are in, with those the breakdown names."""
        self.make_facts([indicator.of])
        found = self.connection.execute(f"select distinct {group_of(breakdown)} from {indicator.of.name}").fetchall()
        return sorted({*breakdown.always_told, *(group for (group,) in found)})

    def by_breakdown(self, indicator: Indicator, breakdown: Breakdown, month: Month) -> Iterator[Figure]:
        """One month's figures by a breakdown that is asked for and never kept; what was not supplied gives none."""
        if month not in self.supplied(indicator):
            return
        self.make_facts([indicator.of])
        if isinstance(indicator.measure, Children):
            indicator = replace(indicator, measure=Count())
        tally = tally_select(indicator.of.name, indicator.of, [indicator], self.clocks, [breakdown])
        bounds = {"first_month": month.index, "last_month": month.index}
        window = Window.AS_AT if indicator.is_at_month_end else Window.MONTH
        for _, _, by, group, numerator, denominator, twice in self.connection.execute(tally, bounds).fetchall():
            if by is not None and denominator != 0:
                yield Figure(indicator.ref, window, month, by, group, numerator, denominator, median_twice=twice)

    def _table(self, name: str, columns: Columns) -> None:
        self._arriving(columns, f"create or replace table {name} as select * from arriving")

    def _insert(self, name: str, columns: Columns) -> None:
        self._arriving(columns, f"insert into {name} select * from arriving")

    def _arriving(self, columns: Columns, statement: str) -> None:
        self.connection.register("arriving", pa.table(dict(columns)))
        self.connection.execute(statement)
        self.connection.unregister("arriving")


@cache
def _told_as_extracted() -> frozenset[str]:
    """The records of which some fact looks at every telling, and not at the newest alone."""
    selects = [fact.select for fact in FACTS] + [
        files("everychild.facts").joinpath(f"{name}.sql").read_text(encoding="utf-8") for name in PREPARED
    ]
    words = {word for select in selects for word in _WORD.findall(select)}
    return frozenset(word.removesuffix(_AS_EXTRACTED) for word in words if word.endswith(_AS_EXTRACTED))


def _mix_by(indicator: Indicator) -> str | None:
    return indicator.measure.by.name if isinstance(indicator.measure, Mix) else None


def _sex_name(code: str) -> str:
    return "Not recorded" if code == "not_recorded" else record_codes.SEX.values[code]
