"""Tables that stand around the records: days, clocks, months, groups, a council's own, who answers for which day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import pyarrow as pa

from everychild.arrays import array_of
from everychild.calendar import Clock, Month, WorkingCalendar
from everychild.measure.windows import number_of, spans
from everychild.records import RECORDS, codes
from everychild.store.home import Home
from everychild.store.overlap import places
from everychild.store.supply import KeptList, authorities, told_by

Columns = Mapping[str, pa.Array]
Named = tuple[str, Columns]
GROUPS = {
    "broad_group": codes.BROAD_ETHNIC_GROUPS,
    "legal_group": codes.LEGAL_GROUPS,
    "placement_group": codes.PLACEMENT_GROUPS,
}
AGE_BANDS = ((0, 0, "Under 1"), (1, 4, "1 to 4"), (5, 9, "5 to 9"), (10, 15, "10 to 15"), (16, 17, "16 to 17"))


def days(calendar: WorkingCalendar) -> Named:
    """Every day: its month, its place among working and school days, and itself as a number that ages are told by."""
    return "calendar", {
        "day": array_of(calendar.days, pa.date32()),
        "month_no": array_of([day.year * 12 + day.month - 1 for day in calendar.days], pa.int32()),
        "ymd": array_of([day.year * 10_000 + day.month * 100 + day.day for day in calendar.days], pa.int32()),
        "working_day_no": array_of([calendar.ordinal(day) for day in calendar.days], pa.int32()),
        "school_day_no": array_of([calendar.school.ordinal(day) for day in calendar.days], pa.int32()),
    }


def terms(calendar: WorkingCalendar) -> Named:
    """The school terms, the council's own where it has written them."""
    return "school_term", {
        "starts_on": array_of([term.starts_on for term in calendar.terms], pa.date32()),
        "ends_on": array_of([term.ends_on for term in calendar.terms], pa.date32()),
    }


def no_clocks() -> Named:
    """Where the clocks come to stand, one by one, as they are needed."""
    return "clock_day", {
        "clock": array_of([], pa.string()),
        "day": array_of([], pa.date32()),
        "start_no": array_of([], pa.int32()),
        "due_on": array_of([], pa.date32()),
    }


class ClockDays:
    """The days of every clock. What several clocks share (the days themselves, a length) is told to Arrow once."""

    def __init__(self, calendar: WorkingCalendar) -> None:
        self.calendar = calendar
        self._told: dict[int, tuple[Sequence[object], pa.Array]] = {}

    def of(self, clock: Clock) -> Named:
        """For every day a clock may start on: the number it counts from, and the day it runs out."""
        return "clock_day", {
            "clock": pa.repeat(pa.scalar(clock.name, pa.string()), len(self.calendar.days)),
            "day": self._array(self.calendar.days, pa.date32()),
            "start_no": self._array(self.calendar.start_numbers(clock), pa.int32()),
            "due_on": self._array(self.calendar.due_days(clock), pa.date32()),
        }

    def _array(self, values: Sequence[object], kind: pa.DataType) -> pa.Array:
        """By which values these are: the calendar gives the same ones again, and they are held so that it must."""
        if id(values) not in self._told:
            self._told[id(values)] = values, array_of(values, kind)
        return self._told[id(values)][1]


def months(reported: Sequence[Month], days_ahead: Sequence[date] = ()) -> Iterator[Named]:
    """The months reported on, their last days, and the windows of things that happen.

    What is open is told on the days ahead as well, which stand among the month ends.
    """
    numbers = array_of([month.index for month in reported], pa.int32())
    ends = [*(month.last_day for month in reported), *days_ahead]
    yield (
        "month_end",
        {
            "month_no": array_of([Month.of(day).index for day in ends], pa.int32()),
            "as_at": array_of(ends, pa.date32()),
        },
    )
    yield "reporting_month", {"month_no": numbers}
    windows = list(spans(reported))
    yield (
        "window_span",
        {
            "win_no": array_of([number_of(window) for window, _, _ in windows], pa.int32()),
            "first_month_no": array_of([first.index for _, first, _ in windows], pa.int32()),
            "month_no": array_of([last.index for _, _, last in windows], pa.int32()),
        },
    )


def groups() -> Iterator[Named]:
    """The names of bands and groups of codes."""
    bands = {age: band for first, last, band in AGE_BANDS for age in range(first, last + 1)}
    bands |= dict.fromkeys(range(18, 120), "18 and over")
    yield "age_band", {"age": array_of(bands, pa.int32()), "band": array_of(bands.values(), pa.string())}
    yield "primary_need", _named(codes.PRIMARY_NEED.values)
    for name, grouped in GROUPS.items():
        yield name, _named({code: group for group, members in grouped.items() for code in members})


def councils_own(
    visit_places: Iterable[str], council_words: Iterable[str], family_help_since: date | None
) -> Iterator[Named]:
    """What only this council can say."""
    yield "valid_visit_place", {"place": array_of(list(visit_places), pa.string())}
    yield "council_word", {"word": array_of(list(council_words), pa.string())}
    switched_on = [] if family_help_since is None else [family_help_since]
    yield "family_help", {"switched_on": array_of(switched_on, pa.date32())}


def supply(
    home: Home, kept: Sequence[KeptList], reported: Sequence[Month], days_ahead: Sequence[date] = ()
) -> Iterator[Named]:
    """Every list, who has the last word on which day, and whose telling of a month end is taken.

    Of a day ahead it is the newest telling.
    """
    placed = places(kept)
    yield (
        "kept_list",
        {
            "path": array_of([str(home.extracts / item.path) for item in kept], pa.string()),
            "record": array_of([item.record for item in kept], pa.string()),
            "feed": array_of([item.feed for item in kept], pa.string()),
            "rank": array_of([item.rank for item in kept], pa.int32()),
            "extract_no": array_of([item.extract_no for item in kept], pa.int64()),
            "extracted_on": array_of([item.extracted_on for item in kept], pa.date32()),
            "taken_no": array_of([place.taken_no for place in placed], pa.int64()),
            "answered_from": array_of([place.answered_from for place in placed], pa.date32()),
            "answered_to": array_of([place.answered_to for place in placed], pa.date32()),
            "gap_began": array_of([place.gap_began for place in placed], pa.date32()),
        },
    )
    by_record: dict[str, list[KeptList]] = {table.name: [] for table in RECORDS}
    for item in kept:
        by_record[item.record].append(item)
    words = [span for table in RECORDS if table.began for span in authorities(by_record[table.name], table.name)]
    yield (
        "authority",
        {
            "record": array_of([span.record for span in words], pa.string()),
            "starts": array_of([span.starts for span in words], pa.date32()),
            "ends": array_of([span.ends for span in words], pa.date32()),
            "feed": array_of([span.feed for span in words], pa.string()),
            "extract_no": array_of([span.extract_no for span in words], pa.int64()),
            "rank": array_of([span.rank for span in words], pa.int32()),
            "extracted_on": array_of([span.extracted_on for span in words], pa.date32()),
            "one_per_child": array_of([span.one_per_child for span in words], pa.bool_()),
        },
    )
    told = [
        (table.name, month.last_day, extract_no)
        for table in RECORDS
        for month, extract_no in told_by(by_record[table.name], table.name, reported).items()
    ]
    told += [
        (name, day, max(lists, key=lambda item: (item.extracted_on, item.extract_no)).extract_no)
        for name, lists in by_record.items()
        if lists
        for day in days_ahead
    ]
    yield (
        "month_extract",
        {
            "record": array_of([row[0] for row in told], pa.string()),
            "as_at": array_of([row[1] for row in told], pa.date32()),
            "extract_no": array_of([row[2] for row in told], pa.int64()),
        },
    )


def _named(names: Mapping[str, str]) -> Columns:
    return {"code": array_of(names, pa.string()), "name": array_of(names.values(), pa.string())}
