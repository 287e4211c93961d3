"""Windows: from a tally by month to figures by month, quarter, year to date, twelve months and whole years.

Numerators and denominators are whole numbers that add up, so a longer window is a sum of months and never an average
of percentages. Over a financial year a count is told as the average of its twelve months (or month ends), the total
over 12, so that it can stand beside a month; the other long windows are totals. Different children do not add up and
are counted over each window by themselves. A thing counted at month ends has its day (`as_at`) and its year alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from everychild.calendar import Month
from everychild.measure.figure import Absent, Window


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


def number_of(window: Window) -> int:
    """Its number in what is counted: names take long to put in order and to pass on, for as many figures as there are.

    The numbers are in the order of the names.
    """
    return NUMBERED.index(window)


NUMBERED: tuple[Window, ...] = tuple(sorted(Window))
ABSENCES: tuple[Absent, ...] = (Absent.NOT_SUPPLIED, Absent.NO_CASES)
"""Why a figure that was counted is not there, by its place here."""

SERIES_SELECT = """
with held_by as (
    select indicator.*, cast(null as varchar) as breakdown, cast(null as varchar) as grp from indicator
    union all
    select indicator.*, held.breakdown, held.grp
    from (
        select ref, breakdown, grp from tally where ref in (select ref from indicator)
        union
        select ref, breakdown, grp from children_tally where ref in (select ref from indicator)
        union
        select ref, breakdown, grp from named_group
    ) as held
    inner join indicator on indicator.ref = held.ref
    where held.breakdown is not null
)
select *,
    row_number() over (order by ref, breakdown nulls first, grp) - 1 as series_no,
    dense_rank() over (order by ref) as ref_no
from held_by
"""
"""One series of months for each indicator and group, by number. A group that a breakdown names is told of in every
month, with or without a case in it.

Reads the tables `tally`, `children_tally`, `indicator` and `named_group`.
"""

WINDOWS_SELECT = f"""
with supply as (
    select told.ref_no, month.month_no,
        cast(supplied.month_no is not null as integer) as is_supplied,
        (month.month_no - 3) % 12 + 1 as of_april,
        (month.month_no - 8) % 12 + 1 as of_september
    from (select distinct ref, ref_no from series) as told
    cross join reporting_month as month
    left join supplied on supplied.ref = told.ref and supplied.month_no = month.month_no
),
answered as materialized (
    -- How many months of each window are supplied: the same for all groups of an indicator.
    select ref_no, month_no, of_april, of_september,
        is_supplied = 1 as ok_month,
        sum(is_supplied) over since_april = of_april as ok_april,
        sum(is_supplied) over since_september = of_september as ok_september,
        sum(is_supplied) over (partition by ref_no order by month_no rows 11 preceding) = 12 as ok_twelve,
        sum(is_supplied) over (partition by ref_no order by month_no rows 2 preceding) = 3 as ok_three
    from supply
    window
        since_april as (partition by ref_no, month_no - of_april order by month_no rows unbounded preceding),
        since_september as (partition by ref_no, month_no - of_september order by month_no rows unbounded preceding)
),
dense as (
    select
        series.*, month.month_no,
        coalesce(tally.numerator, 0) as n,
        case when series.is_count then null else coalesce(tally.denominator, 0) end as own_d,
        tally.median_twice
    from series
    cross join reporting_month as month
    left join (select * from tally where ref in (select ref from indicator)) as tally
        on tally.ref = series.ref
        and tally.month_no = month.month_no
        and tally.breakdown is not distinct from series.breakdown
        and tally.grp is not distinct from series.grp
),
mixed as (
    select ref_no, month_no, sum(case when grp <> 'Not known' then n else 0 end) as d
    from dense
    where mix_by = breakdown
    group by ref_no, month_no
),
shared as materialized (
    -- A mix's groups share the month's known total between them.
    select dense.series_no, dense.ref_no, dense.is_open, dense.is_count, dense.is_distinct, dense.month_no,
        dense.n, case when dense.mix_by = dense.breakdown then mixed.d else dense.own_d end as d, dense.median_twice
    from dense
    left join mixed on mixed.ref_no = dense.ref_no and mixed.month_no = dense.month_no
),
run as (
    -- Running sums: what a window comes to is the sum so far less the sum before it began.
    select *,
        cast(sum(n) over so_far as bigint) as n_so_far,
        cast(sum(d) over so_far as bigint) as d_so_far,
        (month_no - 3) % 12 = 11 as is_march,
        (month_no - 8) % 12 = 11 as is_august
    from shared
    window so_far as (partition by series_no order by month_no rows unbounded preceding)
),
framed as materialized (
    -- Every column by the one order of rows, so that they are put in order once.
    select run.*, answered.of_april, answered.of_september, answered.ok_month, answered.ok_april,
        answered.ok_september, answered.ok_twelve, answered.ok_three,
        n_so_far - coalesce(last_value(case when is_march then n_so_far end ignore nulls) over before, 0) as n_april,
        d_so_far - coalesce(last_value(case when is_march then d_so_far end ignore nulls) over before, 0) as d_april,
        n_so_far - coalesce(last_value(case when is_august then n_so_far end ignore nulls) over before, 0)
            as n_september,
        d_so_far - coalesce(last_value(case when is_august then d_so_far end ignore nulls) over before, 0)
            as d_september,
        n_so_far - lag(n_so_far, 12, 0) over by_month as n_twelve,
        d_so_far - lag(d_so_far, 12, 0) over by_month as d_twelve,
        n_so_far - lag(n_so_far, 3, 0) over by_month as n_three,
        d_so_far - lag(d_so_far, 3, 0) over by_month as d_three
    from run
    inner join answered on answered.ref_no = run.ref_no and answered.month_no = run.month_no
    window
        by_month as (partition by run.series_no order by run.month_no),
        before as (partition by run.series_no order by run.month_no rows between unbounded preceding and 1 preceding)
),
shown as (
    select * from framed
    where month_no >= $first_shown
),
windowed as (
    select ref_no, series_no, is_distinct, month_no,
        case when is_open then {number_of(Window.AS_AT)} else {number_of(Window.MONTH)} end as win_no,
        n, d, ok_month as ok, median_twice
    from shown
    union all
    select ref_no, series_no, is_distinct, month_no, {number_of(Window.FINANCIAL_YEAR)}, n_april,
        case when is_count and not is_distinct then 12 else d_april end, ok_april, null
    from shown
    where of_april = 12
    union all
    select ref_no, series_no, is_distinct, month_no, {number_of(Window.YEAR_TO_DATE)}, n_april, d_april, ok_april, null
    from shown
    where not is_open
    union all
    select ref_no, series_no, is_distinct, month_no, {number_of(Window.ROLLING_12)}, n_twelve, d_twelve, ok_twelve, null
    from shown
    where not is_open
    union all
    select ref_no, series_no, is_distinct, month_no, {number_of(Window.QUARTER)}, n_three, d_three, ok_three, null
    from shown
    where not is_open and of_april % 3 = 0
    union all
    select ref_no, series_no, is_distinct, month_no, {number_of(Window.ACADEMIC_YEAR_TO_DATE)}, n_september,
        d_september, ok_september, null
    from shown
    where not is_open
    union all
    select ref_no, series_no, is_distinct, month_no, {number_of(Window.ACADEMIC_YEAR)}, n_september, d_september,
        ok_september, null
    from shown
    where not is_open and of_september = 12
),
counted as (
    select ref_no, series_no, month_no, win_no, n as top, d, ok, median_twice from windowed
    where not is_distinct
    union all
    select windowed.ref_no, windowed.series_no, windowed.month_no, windowed.win_no,
        coalesce(children_tally.n, 0) as top, windowed.d, windowed.ok, windowed.median_twice
    from windowed
    inner join series on series.series_no = windowed.series_no
    left join children_tally
        on children_tally.ref = series.ref
        and children_tally.win_no = case when windowed.win_no = {number_of(Window.AS_AT)}
            then {number_of(Window.MONTH)} else windowed.win_no end
        and children_tally.month_no = windowed.month_no
        and children_tally.breakdown is not distinct from series.breakdown
        and children_tally.grp is not distinct from series.grp
    where windowed.is_distinct
)
select
    series_no, win_no, month_no,
    case when ok and (d is null or d > 0) then cast(top as bigint) end as numerator,
    case when ok and d > 0 then cast(d as bigint) end as denominator,
    case when not ok then {ABSENCES.index(Absent.NOT_SUPPLIED)}
        when d = 0 then {ABSENCES.index(Absent.NO_CASES)} end as absent_no,
    case when ok then median_twice end as median_twice
from counted
order by ref_no, month_no desc, win_no, series_no
"""
"""Every figure, its series, window and absence by number.

Reads the tables `series`, `indicator`, `tally`, `children_tally`, `reporting_month` and `supplied`.
"""
