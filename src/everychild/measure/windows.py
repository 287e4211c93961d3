"""Windows: from a tally by month to figures by month, quarter, year to date, twelve months and whole years.

Numerators and denominators are whole numbers that add up, so a longer window is a sum of months and never an average
of percentages. Over a financial year a count is told as the average of its twelve months (or month ends), the total
over 12, so that it can stand beside a month; the other long windows are totals. Different children do not add up and
are counted over each window by themselves. A thing counted at month ends has its day (`as_at`) and its year alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from everychild.calendar import Month
from everychild.measure.figure import Window


def spans(months: Sequence[Month]) -> Iterator[tuple[Window, Month, Month]]:
    """(window, first month, last month) of every window of things that happen, ending with each of the months."""
    for month in months:
        yield Window.MONTH, month, month
        yield Window.YEAR_TO_DATE, month.financial_year.first_month, month
        yield Window.ROLLING_12, month - 11, month
        yield Window.ACADEMIC_YEAR_TO_DATE, september_before(month), month
        if month.number % 3 == 0:
            yield Window.QUARTER, month - 2, month
        if month.number == 3:
            yield Window.FINANCIAL_YEAR, month - 11, month
        if month.number == 8:
            yield Window.ACADEMIC_YEAR, month - 11, month


def september_before(month: Month) -> Month:
    """The September an academic year begins with."""
    return Month(month.year if month.number >= 9 else month.year - 1, 9)


WINDOWS_SELECT = """
with held_by as (
    select indicator.*, cast(null as varchar) as breakdown, cast(null as varchar) as grp from indicator
    union all
    select distinct indicator.*, held.breakdown, held.grp
    from (
        select ref, breakdown, grp from tally
        union
        select ref, breakdown, grp from children_tally
        union
        select ref, breakdown, grp from named_group
    ) as held
    inner join indicator on indicator.ref = held.ref
    where held.breakdown is not null
),
asked as materialized (
    -- One series of months for each indicator and group, by number: numbers are put in order faster than names.
    select *,
        row_number() over (order by ref, breakdown nulls first, grp) as series_no,
        dense_rank() over (order by ref) as ref_no
    from held_by
),
dense as (
    select
        asked.*, month.month_no,
        coalesce(tally.numerator, 0) as n,
        case when asked.is_count then null else coalesce(tally.denominator, 0) end as own_d,
        tally.median_twice,
        cast(supplied.month_no is not null as integer) as is_supplied
    from asked
    cross join reporting_month as month
    left join tally
        on tally.ref = asked.ref
        and tally.month_no = month.month_no
        and tally.breakdown is not distinct from asked.breakdown
        and tally.grp is not distinct from asked.grp
    left join supplied on supplied.ref = asked.ref and supplied.month_no = month.month_no
),
mixed as (
    select ref_no, month_no, sum(case when grp <> 'Not known' then n else 0 end) as d
    from dense
    where mix_by = breakdown
    group by ref_no, month_no
),
shared as materialized (
    -- A mix's groups share the month's known total between them.
    select dense.*, case when dense.mix_by = dense.breakdown then mixed.d else dense.own_d end as d
    from dense
    left join mixed on mixed.ref_no = dense.ref_no and mixed.month_no = dense.month_no
),
run as (
    -- Running sums: what a window comes to is the sum so far less the sum before it began.
    select *,
        cast(sum(n) over so_far as bigint) as n_so_far,
        cast(sum(d) over so_far as bigint) as d_so_far,
        cast(sum(is_supplied) over so_far as bigint) as s_so_far,
        (month_no - 3) % 12 + 1 as of_april,
        (month_no - 8) % 12 + 1 as of_september,
        month_no - (month_no - 3) % 12 as april_no,
        month_no - (month_no - 8) % 12 as september_no
    from shared
    window so_far as (partition by series_no order by month_no rows unbounded preceding)
),
framed as materialized (
    select *,
        cast(sum(n) over since_april as bigint) as n_april,
        cast(sum(d) over since_april as bigint) as d_april,
        cast(sum(is_supplied) over since_april as bigint) as s_april,
        cast(sum(n) over since_september as bigint) as n_september,
        cast(sum(d) over since_september as bigint) as d_september,
        cast(sum(is_supplied) over since_september as bigint) as s_september,
        n_so_far - lag(n_so_far, 12, 0) over by_month as n_twelve,
        d_so_far - lag(d_so_far, 12, 0) over by_month as d_twelve,
        s_so_far - lag(s_so_far, 12, 0) over by_month as s_twelve,
        n_so_far - lag(n_so_far, 3, 0) over by_month as n_three,
        d_so_far - lag(d_so_far, 3, 0) over by_month as d_three,
        s_so_far - lag(s_so_far, 3, 0) over by_month as s_three
    from run
    window
        by_month as (partition by series_no order by month_no),
        since_april as (partition by series_no, april_no order by month_no rows unbounded preceding),
        since_september as (partition by series_no, september_no order by month_no rows unbounded preceding)
),
shown as (
    select * from framed
    where month_no >= $first_shown
),
windowed as (
    select ref_no, series_no, is_distinct, month_no, case when is_open then 'as_at' else 'month' end as win, n, d,
        is_supplied = 1 as ok, median_twice
    from shown
    union all
    select ref_no, series_no, is_distinct, month_no, 'financial_year', n_april,
        case when is_count and not is_distinct then 12 else d_april end, s_april = 12, null
    from shown
    where of_april = 12
    union all
    select ref_no, series_no, is_distinct, month_no, 'year_to_date', n_april, d_april, s_april = of_april, null
    from shown
    where not is_open
    union all
    select ref_no, series_no, is_distinct, month_no, 'rolling_12', n_twelve, d_twelve, s_twelve = 12, null
    from shown
    where not is_open
    union all
    select ref_no, series_no, is_distinct, month_no, 'quarter', n_three, d_three, s_three = 3, null
    from shown
    where not is_open and of_april % 3 = 0
    union all
    select ref_no, series_no, is_distinct, month_no, 'academic_year_to_date', n_september, d_september,
        s_september = of_september, null
    from shown
    where not is_open
    union all
    select ref_no, series_no, is_distinct, month_no, 'academic_year', n_september, d_september, s_september = 12, null
    from shown
    where not is_open and of_september = 12
),
counted as (
    select windowed.*, n as top from windowed
    where not is_distinct
    union all
    select windowed.*, coalesce(children_tally.n, 0) as top
    from windowed
    inner join asked on asked.series_no = windowed.series_no
    left join children_tally
        on children_tally.ref = asked.ref
        and children_tally.win = case when windowed.win = 'as_at' then 'month' else windowed.win end
        and children_tally.month_no = windowed.month_no
        and children_tally.breakdown is not distinct from asked.breakdown
        and children_tally.grp is not distinct from asked.grp
    where windowed.is_distinct
)
select
    asked.ref, counted.win, counted.month_no, asked.breakdown, asked.grp,
    case when ok and (d is null or d > 0) then cast(top as bigint) end as numerator,
    case when ok and d > 0 then cast(d as bigint) end as denominator,
    case when not ok then 'not_supplied' when d = 0 then 'no_cases' end as absent,
    case when ok then median_twice end as median_twice
from counted
inner join asked on asked.series_no = counted.series_no
order by counted.ref_no, counted.month_no desc, counted.win, counted.series_no
"""
"""Reads the tables `tally`, `children_tally`, `indicator`, `named_group`, `reporting_month` and `supplied`.

A group that a breakdown names is told of in every month, with or without a case in it.
"""
