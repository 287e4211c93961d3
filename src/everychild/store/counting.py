"""Counting: from records to facts to figures, by statements that any engine runs. An engine says how it keeps tables.

The statements are in DuckDB’s dialect and hold to what Spark can say too (`everychild.store.spark`).
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from importlib.resources import files
from itertools import batched

import pyarrow as pa

from everychild.arrays import array_of
from everychild.calendar import Clock, Month, WorkingCalendar
from everychild.catalogue.indicator import Children, Indicator, Mix
from everychild.council import COUNCIL_WORDS
from everychild.facts import FACTS, PREPARED, Fact, Shape
from everychild.facts.clocks import CLOCKS
from everychild.measure.lineage import FILE_BITS, ROW_BITS, SHEET_BITS
from everychild.measure.tally import children_select, tally_select
from everychild.measure.windows import SERIES_SELECT, WINDOWS_SELECT
from everychild.records import BY_NAME, Table
from everychild.records import codes as record_codes
from everychild.store import around, references
from everychild.store.around import Columns
from everychild.store.figures import named
from everychild.store.home import Home
from everychild.store.pupil_numbers import BY_NUMBER, KNOWN_BY_NUMBER, goes_by_number, tells_numbers
from everychild.store.stitch import is_answered_anew, stitched_select
from everychild.store.supply import KeptList, holding, supplied_month_ends, supplied_months, told_by

AS_EXTRACTED = "_as_extracted"
_WORD = re.compile(r"\w+")
_CLOCKS = {clock.name: clock for clock in CLOCKS}
_TALLY = {
    "ref": array_of([], pa.string()),
    "month_no": array_of([], pa.int32()),
    "breakdown": array_of([], pa.string()),
    "grp": array_of([], pa.string()),
    "numerator": array_of([], pa.int64()),
    "denominator": array_of([], pa.int64()),
    "median_twice": array_of([], pa.int64()),
}
_CHILDREN_TALLY = {
    "ref": array_of([], pa.string()),
    "win_no": array_of([], pa.int32()),
    "month_no": array_of([], pa.int32()),
    "breakdown": array_of([], pa.string()),
    "grp": array_of([], pa.string()),
    "n": array_of([], pa.int64()),
}


@dataclass(frozen=True)
class Tallied:
    """A SELECT that counts, what it is given by name, and the indicators it counts."""

    select: str
    asked: Mapping[str, int]
    indicators: tuple[Indicator, ...]


class Counting(ABC):
    """One run over some extracts: made, asked, closed.

    `months` are the reporting months, oldest first; `clocks` the council's own; `visit_places` where a visit counts;
    `council_words` tell an agency that is the council; `family_help_since` the day early help and child in need merged.
    `days_ahead` are days after the last month on which what is open is told as well, by what is known now.
    With `keeps_tellings` every telling of a record stays beside it, as `<record>_as_extracted`.
    """

    indicators_at_a_time: int | None = None
    """Whose months are put together to windows in one statement; None for all."""

    def __init__(
        self,
        home: Home,
        kept: Sequence[KeptList],
        calendar: WorkingCalendar,
        months: Sequence[Month],
        clocks: Mapping[str, Clock],
        visit_places: Iterable[str],
        *,
        council_words: Iterable[str] = COUNCIL_WORDS,
        family_help_since: date | None = None,
        days_ahead: Sequence[date] = (),
        keeps_tellings: bool = False,
    ) -> None:
        self.home = home
        self._keeps_tellings = keeps_tellings
        self.kept = tuple(kept)
        self.months = tuple(months)
        self.clocks = dict(clocks)
        self.calendar = calendar
        self._clock_days = around.ClockDays(calendar)
        self._made: set[str] = set()
        self._running: set[str] = set()
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

    # What an engine does in its own way

    @abstractmethod
    def _table(self, name: str, columns: Columns) -> None:
        """Keeps a table of these columns, in place of any of that name."""

    @abstractmethod
    def _add_rows(self, name: str, parts: Sequence[Columns]) -> None:
        """Adds rows to a table that was kept as columns."""

    @abstractmethod
    def _keep(self, name: str, select: str) -> None:
        """Keeps the rows of a SELECT as a table, in place of any of that name."""

    @abstractmethod
    def _keep_told(self, table: Table, kept: Sequence[KeptList]) -> None:
        """Keeps every telling of a record in these lists, as `<record>_as_extracted`."""

    @abstractmethod
    def _keep_numbers(self, lists: Sequence[KeptList]) -> None:
        """Keeps which child each pupil number is, by these lists of children."""

    @abstractmethod
    def _drop(self, name: str) -> None:
        """Lets a table go."""

    @abstractmethod
    def _keep_all(self, name: str, columns: Columns, tallied: Iterable[Tallied]) -> None:
        """Keeps the rows of all these SELECTs as one table; `columns` are its own, without a row."""

    @abstractmethod
    def rows(self, select: str, asked: Mapping[str, int]) -> pa.Table:
        """The rows of a SELECT, which is given what it asks for by name."""

    # What a SELECT needs, made when it is first needed

    def need(self, select: str) -> None:
        """Makes the records, clocks and prepared tables that a SELECT names and that are not there yet.

        A clock may go by the name of a record: both are made.
        """
        words = sorted({word.removesuffix(AS_EXTRACTED) for word in _WORD.findall(select)})
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
        starting = sorted(set(clocks) - self._running)
        self._running.update(starting)
        days = [self._clock_days.of(self.clocks.get(name, _CLOCKS[name])) for name in starting]
        if days:
            self._add_rows("clock_day", [columns for _, columns in days])

    def _create(self, name: str, select: str) -> None:
        self.need(select)
        self._keep(name, select)

    def _load_record(self, table: Table) -> None:
        kept = [item for item in self.kept if item.record == table.name]
        self._keep_told(table, kept)
        one_per_child = any(item.one_per_child for item in kept)
        stitched = stitched_select(table, has_lists_of_one_per_child=one_per_child)
        self._keep(table.name, stitched)
        if not self._keeps_tellings and table.name not in told_as_extracted():
            self._drop(f"{table.name}{AS_EXTRACTED}")  # large, and nobody looks at it again
        if table.name == "child":
            self._describe_children()

    def _describe_children(self) -> None:
        """Adds the words and numbers every fact shows of a child."""
        sexes = " ".join(f"when '{code}' then '{_sex_name(code)}'" for code in record_codes.SEX.values)
        self._keep(
            "child",
            f"""
            select child.*,
                cast(
                    year(child.born_on) * 10000 + month(child.born_on) * 100 + day(child.born_on) as integer
                ) as born_ymd,
                case child.sex {sexes} else 'Not recorded' end as sex_name,
                coalesce(broad_group.name, 'Not known') as ethnic_group_name
            from child left join broad_group on broad_group.code = child.ethnic_group
            """,
        )

    def _told_select(self, table: Table, told: str, kept: Sequence[KeptList]) -> str:
        """A SELECT of every telling in `told`, which has these lists' columns and their files' paths as `filename`."""
        child, joined = self._child_as_known(table, kept)
        columns = ", ".join(
            f"{child} as child_id" if column == "child_id" else f"told.{column}" for column in table.column_names
        )
        left_unread = "false"
        if is_answered_anew(table) and table.name not in told_as_extracted():
            left_unread = f"coalesce(told.{table.began} between answered_from and answered_to, false)"
        return f"""
            select {columns}, kept_list.extract_no, kept_list.extracted_on, kept_list.taken_no, kept_list.feed,
                kept_list.rank, kept_list.gap_began,
                kept_list.extract_no * {2 ** (FILE_BITS + SHEET_BITS + ROW_BITS)} + told.source_ref as source_id
            from {told} as told
            inner join kept_list on kept_list.path = told.filename
            {joined}
            where not {left_unread}
            """

    # Of whom a row is: a return may know a child by the pupil number, and a child may go by another reference by now

    def _child_as_known(self, table: Table, kept: Sequence[KeptList]) -> tuple[str, str]:
        """Whose a row of these lists is, and the joins that takes."""
        if "child_id" not in table.column_names or table.name == references.RECORD:
            return "told.child_id", ""
        child, joins, is_renamed = "told.child_id", [], bool(self.now_called)
        if any(map(goes_by_number, kept)):
            self._bring_together()
            joins.append(
                f"left join {KNOWN_BY_NUMBER} on starts_with(kept_list.feed, '{BY_NUMBER}') "
                f"and {KNOWN_BY_NUMBER}.upn = upper({child})"
            )
            child = f"coalesce({KNOWN_BY_NUMBER}.child_id, {child})"
        if is_renamed:
            joins.append(f"left join {references.NOW_CALLED} on {references.NOW_CALLED}.earlier_id = {child}")
            child = f"coalesce({references.NOW_CALLED}.now_id, {child})"
        return child, " ".join(joins)

    def _bring_together(self) -> None:
        """Which child of the council’s own each unique pupil number is, by every list that has the two side by side."""
        if KNOWN_BY_NUMBER not in self._made:
            self._made.add(KNOWN_BY_NUMBER)
            self._keep_numbers([item for item in self.kept if tells_numbers(item)])

    @cached_property
    def now_called(self) -> Mapping[str, str]:
        """Each earlier reference of a child, and the one they go by now; empty where nobody said of any."""
        said: Mapping[references.References, bool] = {}
        if any(item.record == references.RECORD for item in self.kept):
            self.need(references.RECORD)
            said = references.told_in(self.rows(references.SAID, {}))
        found = references.now_called(said)
        earlier, now = array_of(list(found), pa.string()), array_of(list(found.values()), pa.string())
        self._table(references.NOW_CALLED, {"earlier_id": earlier, "now_id": now})
        return found

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
        return who.format(select=fact.rows_select, own_date=fact.own_date)

    def hold(self, name: str, columns: Columns) -> None:
        """Keeps a table that belongs to no list, for as long as the engine runs."""
        self._table(name, columns)

    @cached_property
    def _lists_of(self) -> Mapping[str, Sequence[KeptList]]:
        """The lists of each record: there are thousands, and every indicator asks."""
        lists: dict[str, list[KeptList]] = {}
        for item in self.kept:
            lists.setdefault(item.record, []).append(item)
        return lists

    def supplied(self, indicator: Indicator) -> frozenset[Month]:
        """The months for which every record the indicator needs was supplied, with the columns it rests on."""
        months = frozenset(self.months)
        for table in indicator.needs:
            columns = [column for record, column in indicator.rests_on if record == table.name]
            kept = holding(self._lists_of.get(table.name, ()), table.name, columns)
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
        self.tally(indicators)
        return self.windows(indicators, first_shown)

    def windows(self, indicators: Sequence[Indicator], first_shown: Month) -> pa.Table:
        """The same of what has been tallied; in the order of the references, so many indicators at a time."""
        in_order = sorted(indicators, key=lambda indicator: indicator.key)
        parts = batched(in_order, self.indicators_at_a_time or max(len(in_order), 1))
        return pa.concat_tables([self._windows_of(part, first_shown) for part in parts])

    def _windows_of(self, indicators: Sequence[Indicator], first_shown: Month) -> pa.Table:
        self._describe_indicators(indicators)
        self._keep("series", SERIES_SELECT)
        names = self.rows("select ref, breakdown, grp from series order by series_no", {})
        return named(self.rows(WINDOWS_SELECT, {"first_shown": first_shown.index}), names)

    def tally(self, indicators: Sequence[Indicator]) -> None:
        """Makes `tally` and `children_tally`, of every month and group.

        Fact by fact. What is counted once only is never written down: its rows pass by.
        """
        of_fact: dict[Fact, list[Indicator]] = {}
        for indicator in indicators:
            of_fact.setdefault(indicator.of, []).append(indicator)
        bounds = {"first_month": self.months[0].index, "last_month": self.months[-1].index}
        self._keep_all(
            "tally",
            _TALLY,
            (
                Tallied(tally_select(self._rows_to_count(fact), fact, of_it, self.clocks), bounds, tuple(of_it))
                for fact, of_it in of_fact.items()
            ),
        )
        self._keep_all(
            "children_tally",
            _CHILDREN_TALLY,
            (
                Tallied(children_select(self._rows_to_count(fact), fact, indicator, self.clocks), {}, (indicator,))
                for fact, of_it in of_fact.items()
                for indicator in of_it
                if isinstance(indicator.measure, Children)
            ),
        )

    def _rows_to_count(self, fact: Fact) -> str:
        """The fact's table where it was made, else a SELECT of its rows, with what that needs made."""
        if fact.name in self._made:
            return fact.name
        rows = f"({self._rows_of(fact)})"
        self.need(rows)
        return rows

    def _describe_indicators(self, indicators: Sequence[Indicator]) -> None:
        self._table(
            "indicator",
            {
                "ref": array_of([indicator.key for indicator in indicators], pa.string()),
                "is_open": array_of([indicator.of.shape is Shape.OPEN for indicator in indicators], pa.bool_()),
                "is_count": array_of([indicator.is_counted for indicator in indicators], pa.bool_()),
                "is_distinct": array_of([isinstance(item.measure, Children) for item in indicators], pa.bool_()),
                "mix_by": array_of([_mix_by(indicator) for indicator in indicators], pa.string()),
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
                "ref": array_of([row[0] for row in named], pa.string()),
                "breakdown": array_of([row[1] for row in named], pa.string()),
                "grp": array_of([row[2] for row in named], pa.string()),
            },
        )
        supplied = [
            (indicator.key, month.index) for indicator in indicators for month in sorted(self.supplied(indicator))
        ]
        self._table(
            "supplied",
            {
                "ref": array_of([row[0] for row in supplied], pa.string()),
                "month_no": array_of([row[1] for row in supplied], pa.int32()),
            },
        )


@cache
def told_as_extracted() -> frozenset[str]:
    """The records of which some fact looks at every telling, and not at the newest alone."""
    selects = [fact.select for fact in FACTS] + [
        files("everychild.facts").joinpath(f"{name}.sql").read_text(encoding="utf-8") for name in PREPARED
    ]
    words = {word for select in selects for word in _WORD.findall(select)}
    return frozenset(word.removesuffix(AS_EXTRACTED) for word in words if word.endswith(AS_EXTRACTED))


def _mix_by(indicator: Indicator) -> str | None:
    return indicator.measure.by.name if isinstance(indicator.measure, Mix) else None


def _sex_name(code: str) -> str:
    return "Not recorded" if code == "not_recorded" else record_codes.SEX.values[code]
