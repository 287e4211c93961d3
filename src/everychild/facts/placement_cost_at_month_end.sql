-- One row per child in care at a month end for whose placement the council pays.
select
    care.child_id,
    min(cost.source_id) as source_id,
    min(care.team) as team,
    min(care.worker_id) as worker_id,
    month_end.as_at,
    min(living.placement_type_name) as placement_type_name,
    cast(sum(cost.pounds_a_week) as bigint) as pounds_a_week
from month_end
inner join placement_cost as cost
    on cost.started_on <= month_end.as_at
    and (cost.ended_on is null or cost.ended_on > month_end.as_at)
inner join (
    select child_id, started_on, ended_on, min(team) as team, min(worker_id) as worker_id
    from period_of_care
    where coalesce(legal_status, '') not in ('V3', 'V4')
    group by child_id, started_on, ended_on
) as care
    on care.child_id = cost.child_id
    and care.started_on <= month_end.as_at
    and (care.ended_on is null or care.ended_on > month_end.as_at)
left join child_living_at_month_end as living
    on living.child_id = care.child_id and living.as_at = month_end.as_at
group by care.child_id, month_end.as_at
