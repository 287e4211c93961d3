-- One row per group of two or more brothers and sisters in care at a month end.
with members as (
    select
        plan.sibling_group_id,
        month_end.as_at,
        care.child_id,
        min(care.source_id) as source_id,
        min(care.team) as team,
        min(case plan.plan when 'together' then 1 when 'apart' then 0 end) as together,
        min(living.home_id) as home_id
    from month_end
    inner join period_of_care as care
        on care.started_on <= month_end.as_at
        and (care.ended_on is null or care.ended_on > month_end.as_at)
        and coalesce(care.legal_status, '') not in ('V3', 'V4')
    inner join sibling_plan as plan
        on plan.child_id = care.child_id
        and plan.started_on <= month_end.as_at
        and (plan.ended_on is null or plan.ended_on > month_end.as_at)
    left join child_living_at_month_end as living
        on living.child_id = care.child_id and living.as_at = month_end.as_at
    group by plan.sibling_group_id, month_end.as_at, care.child_id
)

select
    cast(null as varchar) as child_id,
    min(members.source_id) as source_id,
    min(members.team) as team,
    cast(null as varchar) as worker_id,
    members.as_at,
    min(members.together) = 1 as meant_to_live_together,
    case when count(members.home_id) = count(*) then count(distinct members.home_id) = 1 end as live_together
from members
group by members.sibling_group_id, members.as_at
having count(*) >= 2
