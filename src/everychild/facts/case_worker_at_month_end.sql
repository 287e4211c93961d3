-- One row per case worker holding children at a month end.
select
    cast(null as varchar) as child_id,
    min(allocation.source_id) as source_id,
    min(allocation.team) as team,
    allocation.worker_id,
    month_end.as_at,
    cast(count(distinct allocation.child_id) as integer) as children_held
from month_end
inner join allocation
    on allocation.started_on <= month_end.as_at
    and (allocation.ended_on is null or allocation.ended_on > month_end.as_at)
    and allocation.role = 'case_worker'
group by month_end.as_at, allocation.worker_id
