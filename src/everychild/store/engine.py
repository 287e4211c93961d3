"""The engine: DuckDB in memory over the kept Parquet, from records to facts to figures. It owns no file of record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import duckdb
import pyarrow as pa

from everychild.calendar import Clock, Month, WorkingCalendar
from everychild.catalogue.indicator import Children, Count, Indicator
from everychild.council import COUNCIL_WORDS
from everychild.facts import Breakdown, Fact
from everychild.measure.due import RowDue, due_select, finished_select, open_select, standing_select
from everychild.measure.figure import Figure, Window
from everychild.measure.hints import Evidence, Rule, Work
from everychild.measure.late import RecordingLag, recording_lag
from everychild.measure.lineage import RowBehind, Within, rows_select
from everychild.measure.tally import group_of, tally_select
from everychild.records import BY_NAME, Kind, Table
from everychild.store.around import Columns
from everychild.store.counting import AS_EXTRACTED, Counting, Tallied
from everychild.store.home import Home
from everychild.store.pupil_numbers import KNOWN_BY_NUMBER, children_by_number
from everychild.store.put_down import PutDown
from everychild.store.supply import KeptList

MANY_ROWS = 20_000_000
"""Below this many rows one thread is as quick by the clock as several, and takes less CPU and memory."""

MEMORY_SHARE = "50%"
"""Of the computer’s, for an engine’s tables: pages and work may count at the same time."""

_SQL_TYPES = {
    Kind.IDENTIFIER: "varchar",
    Kind.DATE: "date",
    Kind.MOMENT: "timestamp",
    Kind.NUMBER: "bigint",
    Kind.YES_NO: "boolean",
    Kind.CODE: "varchar",
    Kind.TEXT: "varchar",
}


class Engine(Counting):
    """DuckDB in memory. Below so many rows it counts on one thread, unless it is told how many `threads` to use.

    Where its tables come to more than `memory_megabytes`, or half of what the computer has, it puts rows down in the
    home; they are gone when it is closed.
    """

    indicators_at_a_time = 40  # some hundred thousand rows: of all at once they would take 700 MB, and longer

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
        memory_megabytes: int | None = None,
        council_words: Iterable[str] = COUNCIL_WORDS,
        family_help_since: date | None = None,
        days_ahead: Sequence[date] = (),
        keeps_tellings: bool = False,
    ) -> None:
        if threads is None and sum(item.rows for item in kept) < MANY_ROWS:
            threads = 1
        self._put_down = PutDown(home)
        settings: dict[str, Any] = {
            "temp_directory": str(self._put_down.folder),
            "memory_limit": f"{memory_megabytes}MB" if memory_megabytes else MEMORY_SHARE,
            **({"threads": threads} if threads else {}),
        }
        self.connection = duckdb.connect(":memory:", config=settings)
        self.connection.execute("set enable_progress_bar = false")  # it is drawn on standard output, among the data
        super().__init__(
            home,
            kept,
            calendar,
            months,
            clocks,
            visit_places,
            council_words=council_words,
            family_help_since=family_help_since,
            days_ahead=days_ahead,
            keeps_tellings=keeps_tellings,
        )

    def __enter__(self) -> Engine:
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()
        self._put_down.clear()

    # How tables are kept

    def _table(self, name: str, columns: Columns) -> None:
        self._arriving(columns, f"create or replace table {name} as select * from arriving")

    def _add_rows(self, name: str, parts: Sequence[Columns]) -> None:
        for columns in parts:
            self._arriving(columns, f"insert into {name} select * from arriving")

    def _arriving(self, columns: Columns, statement: str) -> None:
        self.connection.register("arriving", pa.table(dict(columns)))
        self.connection.execute(statement)
        self.connection.unregister("arriving")

    def _keep(self, name: str, select: str) -> None:
        self.connection.execute(f"create or replace table {name} as {select}")

    def _keep_told(self, table: Table, kept: Sequence[KeptList]) -> None:
        """A column that an extract was kept without is unknown."""
        paths = [str(self.home.extracts / item.path) for item in kept]
        name = f"{table.name}{AS_EXTRACTED}"
        own = (
            "extract_no bigint, extracted_on date, taken_no bigint, feed varchar, rank integer, gap_began date, "
            "source_id bigint"
        )
        declared = ", ".join(f"{column.name} {_SQL_TYPES[column.kind]}" for column in table.columns)
        if not paths:
            self.connection.execute(f"create table {name} ({declared}, {own})")
            return
        self.connection.execute(f"create temp table no_{table.name} ({declared}, source_ref bigint, filename varchar)")
        told = f"""(
            select * from read_parquet($paths, filename = true, union_by_name = true)
            union all by name
            select * from no_{table.name}
        )"""
        self.connection.execute(f"create table {name} as {self._told_select(table, told, kept)}", {"paths": paths})

    def _keep_numbers(self, lists: Sequence[KeptList]) -> None:
        self.connection.execute(f"create table {KNOWN_BY_NUMBER} (upn varchar, child_id varchar)")
        if lists:
            select = children_by_number("read_parquet($paths, union_by_name = true)")
            paths = [str(self.home.extracts / item.path) for item in lists]
            self.connection.execute(f"insert into {KNOWN_BY_NUMBER} {select}", {"paths": paths})

    def _drop(self, name: str) -> None:
        self.connection.execute(f"drop table {name}")

    def _keep_all(self, name: str, columns: Columns, tallied: Iterable[Tallied]) -> None:
        self._table(name, columns)
        for each in tallied:
            self.connection.execute(f"insert into {name} {each.select}", dict(each.asked))

    def rows(self, select: str, asked: Mapping[str, int]) -> pa.Table:
        return self.connection.sql(select, params=dict(asked)).to_arrow_table()

    # What pages and papers ask

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

    def record_batches(self, select: str, record: str) -> pa.RecordBatchReader:
        """The same, batch by batch, each column of its own type: for as many rows as there are."""
        self.need(record)
        return self.connection.sql(select).to_arrow_reader()

    def say(self, statement: str) -> None:
        """Runs a statement that gives nothing back, such as the making of a macro."""
        self.connection.execute(statement)

    def ask(self, select: str, asked: Mapping[str, object] | None = None) -> list[tuple[Any, ...]]:
        """The rows of a SELECT over records, each made when it is first named; `asked` are what the SELECT is given."""
        self.need(select)
        return self.connection.execute(select, dict(asked or {})).fetchall()

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
        found = self.connection.execute(
            asked, {**bounds, "child_id": child_id and self.now_called.get(child_id, child_id)}
        )
        names = [column[0] for column in found.description]
        for values in found.fetchall():
            row = dict(zip(names, values, strict=True))
            yield RowBehind(*(row[name] for name in RowBehind._fields)), row

    def knows_child(self, child_id: str) -> bool:
        """Whether the children’s own records have that number."""
        self.need("child")
        found = self.connection.execute(
            "select 1 from child where child_id = $child_id limit 1",
            {"child_id": self.now_called.get(child_id, child_id)},
        )
        return bool(found.fetchall())

    def caseload_held(self, by: date) -> tuple[date, int, int, int] | None:
        """The newest list of caseloads by a day: its day, workers holding children, the children, their hundredths.

        Workers whose week is not known are left out, with their children.
        """
        self.need("caseload")
        found = self.connection.execute(
            """
            select told_on, count(*), cast(sum(children) as bigint), cast(sum(fte) as bigint)
            from caseload
            where told_on <= $by and children > 0 and fte > 0
            group by told_on
            order by told_on desc
            limit 1
            """,
            {"by": by},
        ).fetchall()  # whole, or the connection would wait for the rest
        return found[0] if found else None

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
