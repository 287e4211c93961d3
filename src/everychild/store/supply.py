"""What the extracts supply: which days each list answers for, and which list has the last word on a day.

Most Annex A lists look back six months, so history is stitched: inside the newest extract's coverage it is the
authority; outside it older rows stand. A list that gives only latest dates proves what it shows and overrules nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from everychild.calendar import Month, add_months
from everychild.layouts.layout import Coverage
from everychild.records import Table

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class KeptList:
    """One record table from one feed of one extract, as kept."""

    extract_no: int
    extracted_on: date
    record: str
    feed: str
    rank: int
    covers_from: date
    covers_to: date
    supplies_from: date
    one_per_child: bool
    proves_only: bool
    rows: int
    path: str
    sha256: str
    columns: frozenset[str]
    """The columns that hold any value at all."""


@dataclass(frozen=True)
class Authority:
    """The list that has the last word on the days from `starts` to `ends`."""

    record: str
    starts: date
    ends: date
    feed: str
    rank: int
    extract_no: int
    extracted_on: date
    one_per_child: bool


def covered_from(coverage: Coverage, extracted_on: date, last_known: Collection[date]) -> date:
    """The first day on which a list has a say against older extracts.

    Where the layout does not tell, it is as far back as the list's own dates run without an empty month, so that one
    mistyped old date does not overrule years of earlier extracts.
    """
    if coverage.at_most:
        return _first_told(coverage, extracted_on, last_known)
    if coverage.return_years:
        return _return_years_back_to(last_known, extracted_on)
    if coverage.months is not None:
        return add_months(extracted_on, -coverage.months)
    if coverage.financial_year:
        return _eve_of_the_year(extracted_on)
    if coverage.proves_only:
        return extracted_on
    return _runs_back_to(last_known, extracted_on, empty_months=0)


def supplied_from(coverage: Coverage, extracted_on: date, last_known: Collection[date]) -> date:
    """The first day a list answers for.

    The same, but where the layout does not tell: a list that begins on the second of a month answers for the month,
    since on the first nothing may have happened; and one month in which nothing happened does not end its run.
    """
    if coverage.at_most:
        first = _first_told(coverage, extracted_on, last_known)
        return max(Month.of(first).first_day, _furthest_back(coverage, extracted_on))
    if coverage.some_children:
        return extracted_on + ONE_DAY  # after its last day: it answers for none
    if coverage.months is not None or coverage.proves_only or coverage.return_years or coverage.financial_year:
        return covered_from(coverage, extracted_on, last_known)
    return Month.of(_runs_back_to(last_known, extracted_on, empty_months=1)).first_day


def _eve_of_the_year(extracted_on: date) -> date:
    """The last 31 March before the return was taken: what was still open that night is in it too."""
    this_year = date(extracted_on.year, 3, 31)
    return this_year if this_year < extracted_on else date(extracted_on.year - 1, 3, 31)


def _first_told(coverage: Coverage, extracted_on: date, last_known: Collection[date]) -> date:
    """The list's first row, or the start of the month before it was taken, whichever is earlier and can be believed."""
    furthest, last_month = _furthest_back(coverage, extracted_on), (Month.of(extracted_on) - 1).first_day
    return min([max(last_month, furthest), *(day for day in last_known if furthest <= day <= extracted_on)])


def _furthest_back(coverage: Coverage, extracted_on: date) -> date:
    assert coverage.months is not None, "a list that may be shorter says how far back it may reach"
    return add_months(extracted_on, -coverage.months)


def _return_years_back_to(days: Collection[date], extracted_on: date) -> date:
    """1 April of the first year told of without a gap; days in one month alone may be mistyped and make no year."""
    told = Counter(month.financial_year for month in {Month.of(day) for day in days})
    first = Month.of(extracted_on).financial_year.first_month
    while told[(first - 1).financial_year] > 1:
        first -= 12
    return first.first_day


def _runs_back_to(days: Collection[date], extracted_on: date, empty_months: int) -> date:
    """The earliest of the days that are joined to the last day by months with days in them, or nearly all."""
    earliest: dict[Month, date] = {}
    for day in sorted(days, reverse=True):
        if day <= extracted_on:
            earliest[Month.of(day)] = day
    month, first, empty = Month.of(extracted_on), extracted_on, -1  # the month just begun may be empty yet
    while empty <= empty_months:
        if month in earliest:
            first, empty = earliest[month], 0
        else:
            empty += 1
        month -= 1
    return first


def authorities(kept: Iterable[KeptList], record: str) -> tuple[Authority, ...]:
    """For one record, who has the last word on which days; days nobody answers for are left out."""
    claims = [item for item in kept if item.record == record and not item.proves_only]
    edges = sorted({claim.covers_from for claim in claims} | {claim.covers_to + ONE_DAY for claim in claims})
    spans = []
    for starts, after in pairwise(edges):
        covering = [claim for claim in claims if claim.covers_from <= starts and claim.covers_to >= after - ONE_DAY]
        if covering:
            best = min(covering, key=lambda claim: (claim.rank, -claim.extracted_on.toordinal(), -claim.extract_no))
            spans.append(
                Authority(
                    record=record,
                    starts=starts,
                    ends=after - ONE_DAY,
                    feed=best.feed,
                    rank=best.rank,
                    extract_no=best.extract_no,
                    extracted_on=best.extracted_on,
                    one_per_child=best.one_per_child,
                )
            )
    return tuple(spans)


def holding(kept: Iterable[KeptList], record: str, columns: Collection[str]) -> tuple[KeptList, ...]:
    """The lists of a record that have values in all of these columns."""
    return tuple(item for item in kept if item.record == record and item.columns.issuperset(columns))


def known_on(kept: Sequence[KeptList], records: Iterable[Table]) -> date | None:
    """The last day that all of these records are known of; None where one was never supplied."""
    newest = [max((item.extracted_on for item in kept if item.record == table.name), default=None) for table in records]
    known = [day for day in newest if day is not None]
    return min(known) if known and len(known) == len(newest) else None


def supplied_months(kept: Iterable[KeptList], record: str, months: Sequence[Month]) -> frozenset[Month]:
    """The months of which every day is answered for by some extract's list of this record."""
    spans = joined((item.supplies_from, item.covers_to) for item in kept if item.record == record)
    return frozenset(
        month for month in months if any(starts <= month.first_day and ends >= month.last_day for starts, ends in spans)
    )


def supplied_month_ends(kept: Iterable[KeptList], record: str, months: Sequence[Month]) -> frozenset[Month]:
    """The months whose last day is answered for."""
    spans = joined((item.supplies_from, item.covers_to) for item in kept if item.record == record)
    return frozenset(month for month in months if any(starts <= month.last_day <= ends for starts, ends in spans))


def told_by(kept: Iterable[KeptList], record: str, months: Sequence[Month]) -> dict[Month, int]:
    """For each month, the extract that tells how things stood at its end: the first taken on that day or in the month
    after."""
    lists = sorted(
        (item for item in kept if item.record == record), key=lambda item: (item.extracted_on, item.extract_no)
    )
    told = {}
    for month in months:
        from_day, to_day = month.last_day, (month + 1).last_day - ONE_DAY
        for item in lists:
            if from_day <= item.extracted_on <= to_day:
                told[month] = item.extract_no
                break
    return told


def joined(spans: Iterable[tuple[date, date]]) -> list[tuple[date, date]]:
    """Spans that touch or overlap made one."""
    joined: list[tuple[date, date]] = []
    for starts, ends in sorted(spans):
        if joined and starts <= joined[-1][1] + ONE_DAY:
            joined[-1] = (joined[-1][0], max(joined[-1][1], ends))
        else:
            joined.append((starts, ends))
    return joined
