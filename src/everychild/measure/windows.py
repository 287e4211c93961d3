"""Windows: from a tally by month to figures by month, quarter, year to date, twelve months and financial year.

Numerators and denominators are whole numbers that add up, so a longer window is a sum of months and never an average
of percentages. Over a financial year a count is told as the average of its twelve months (or month ends), the total
over 12, so that it can stand beside a month; year to date and twelve months are totals. A thing counted at month ends
has its day (`as_at`) and its year alone.
"""

from __future__ import annotations

WINDOWS_SELECT = """
with month as (
    select month_no, financial_year, is_quarter_end, is_year_end from reporting_month
),
asked as (
    select ref, is_open, is_count, cast(null as varchar) as breakdown, cast(null as varchar) as grp from indicator
    union all
    select distinct tally.ref, indicator.is_open, indicator.is_count, tally.breakdown, tally.grp
    from tally inner join indicator on indicator.ref = tally.ref
    where tally.breakdown is not null
),
dense as (
    select
        asked.ref, asked.is_open, asked.is_count, asked.breakdown, asked.grp,
        month.month_no, month.financial_year, month.is_quarter_end, month.is_year_end,
        coalesce(tally.numerator, 0) as n,
        case when asked.is_count then null else coalesce(tally.denominator, 0) end as d,
        tally.median_twice,
        cast(supplied.month_no is not null as integer) as is_supplied
    from asked
    cross join month
    left join tally
        on tally.ref = asked.ref
        and tally.month_no = month.month_no
        and tally.breakdown is not distinct from asked.breakdown
        and tally.grp is not distinct from asked.grp
    left join supplied on supplied.ref = asked.ref and supplied.month_no = month.month_no
),
rolled as (
    select
        *,
        sum(n) over year_so_far as year_n, sum(d) over year_so_far as year_d,
        sum(is_supplied) over year_so_far as year_supplied, count(*) over year_so_far as year_months,
        sum(n) over twelve as twelve_n, sum(d) over twelve as twelve_d, sum(is_supplied) over twelve as twelve_supplied,
        sum(n) over three as three_n, sum(d) over three as three_d, sum(is_supplied) over three as three_supplied
    from dense
    window
        year_so_far as (
            partition by ref, breakdown, grp, financial_year order by month_no
            rows between unbounded preceding and current row
        ),
        twelve as (partition by ref, breakdown, grp order by month_no rows between 11 preceding and current row),
        three as (partition by ref, breakdown, grp order by month_no rows between 2 preceding and current row)
),
windowed as (
    select ref, breakdown, grp, month_no, case when is_open then 'as_at' else 'month' end as win,
        n, d, is_supplied = 1 as ok, median_twice
    from rolled
    union all
    select ref, breakdown, grp, month_no, 'quarter', three_n, three_d, three_supplied = 3, null
    from rolled where not is_open and is_quarter_end
    union all
    select ref, breakdown, grp, month_no, 'year_to_date', year_n, year_d,
        year_supplied = (month_no - 3) % 12 + 1, null
    from rolled where not is_open
    union all
    select ref, breakdown, grp, month_no, 'rolling_12', twelve_n, twelve_d, twelve_supplied = 12, null
    from rolled where not is_open
    union all
    select ref, breakdown, grp, month_no, 'financial_year', year_n,
        case when is_count then year_months else year_d end, year_supplied = 12, null
    from rolled where is_year_end
)
select
    ref, win, month_no, breakdown, grp,
    case when ok and (d is null or d > 0) then cast(n as bigint) end as numerator,
    case when ok and d > 0 then cast(d as bigint) end as denominator,
    case when not ok then 'not_supplied' when d = 0 then 'no_cases' end as absent,
    case when ok then median_twice end as median_twice
from windowed
where month_no >= $first_shown
order by ref, month_no desc, win, breakdown nulls first, grp
"""
"""Reads the tables `tally`, `indicator`, `reporting_month` and `supplied`."""
