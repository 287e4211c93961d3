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
with asked as (
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
shared as (
    -- A mix's groups share the month's known total between them.
    select *,
        case
            when mix_by = breakdown then sum(case when grp <> 'Not known' then n else 0 end) over (
                partition by ref, breakdown, month_no
            )
            else own_d
        end as d
    from dense
),
framed as materialized (
    -- Running sums by month: since April, since September, over twelve months and over three.
    select *,
        sum(n) over since_april as n_april,
        sum(d) over since_april as d_april,
        sum(is_supplied) over since_april as s_april,
        sum(n) over since_september as n_september,
        sum(d) over since_september as d_september,
        sum(is_supplied) over since_september as s_september,
        sum(n) over twelve as n_twelve,
        sum(d) over twelve as d_twelve,
        sum(is_supplied) over twelve as s_twelve,
        sum(n) over three as n_three,
        sum(d) over three as d_three,
        sum(is_supplied) over three as s_three,
        (month_no - 3) % 12 + 1 as of_april,
        (month_no - 8) % 12 + 1 as of_september
    from shared
    window
        since_april as (
            partition by ref, breakdown, grp, (month_no - 3) // 12 order by month_no rows unbounded preceding
        ),
        since_september as (
            partition by ref, breakdown, grp, (month_no - 8) // 12 order by month_no rows unbounded preceding
        ),
        twelve as (partition by ref, breakdown, grp order by month_no rows 11 preceding),
        three as (partition by ref, breakdown, grp order by month_no rows 2 preceding)
),
shown as (
    select * from framed
    where month_no >= $first_shown
),
windowed as (
    select ref, is_distinct, breakdown, grp, month_no, case when is_open then 'as_at' else 'month' end as win, n, d,
        is_supplied = 1 as ok, median_twice
    from shown
    union all
    select ref, is_distinct, breakdown, grp, month_no, 'financial_year', n_april,
        case when is_count and not is_distinct then 12 else d_april end, s_april = 12, null
    from shown
    where of_april = 12
    union all
    select ref, is_distinct, breakdown, grp, month_no, 'year_to_date', n_april, d_april, s_april = of_april, null
    from shown
    where not is_open
    union all
    select ref, is_distinct, breakdown, grp, month_no, 'rolling_12', n_twelve, d_twelve, s_twelve = 12, null
    from shown
    where not is_open
    union all
    select ref, is_distinct, breakdown, grp, month_no, 'quarter', n_three, d_three, s_three = 3, null
    from shown
    where not is_open and of_april % 3 = 0
    union all
    select ref, is_distinct, breakdown, grp, month_no, 'academic_year_to_date', n_september, d_september,
        s_september = of_september, null
    from shown
    where not is_open
    union all
    select ref, is_distinct, breakdown, grp, month_no, 'academic_year', n_september, d_september, s_september = 12, null
    from shown
    where not is_open and of_september = 12
),
counted as (
    select windowed.*, n as top from windowed
    where not is_distinct
    union all
    select windowed.*, coalesce(children_tally.n, 0) as top
    from windowed
    left join children_tally
        on children_tally.ref = windowed.ref
        and children_tally.win = case when windowed.win = 'as_at' then 'month' else windowed.win end
        and children_tally.month_no = windowed.month_no
        and children_tally.breakdown is not distinct from windowed.breakdown
        and children_tally.grp is not distinct from windowed.grp
    where windowed.is_distinct
)
select
    ref, win, month_no, breakdown, grp,
    case when ok and (d is null or d > 0) then cast(top as bigint) end as numerator,
    case when ok and d > 0 then cast(d as bigint) end as denominator,
    case when not ok then 'not_supplied' when d = 0 then 'no_cases' end as absent,
    case when ok then median_twice end as median_twice
from counted
order by ref, month_no desc, win, breakdown nulls first, grp
"""
"""Reads the tables `tally`, `children_tally`, `indicator`, `named_group`, `reporting_month` and `supplied`.

A group that a breakdown names is told of in every month, with or without a case in it.
"""
