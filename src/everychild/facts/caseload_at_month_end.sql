-- One row per worker holding children at a month end, as the last snapshot of the month tells it.
with last_told as (
    select month_end.as_at, max(caseload.told_on) as told_on
    from month_end
    inner join calendar as month_day on month_day.month_no = month_end.month_no
    inner join caseload on caseload.told_on = month_day.day
    group by month_end.as_at
)

select
    cast(null as varchar) as child_id,
    caseload.source_id,
    caseload.team,
    caseload.worker_id,
    last_told.as_at,
    cast(ceil(caseload.children * 100 / nullif(caseload.fte, 0)) as integer) as children_for_each_full_time
from last_told
inner join caseload on caseload.told_on = last_told.told_on
where caseload.children > 0
