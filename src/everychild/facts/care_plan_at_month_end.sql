-- One row per child in care at a month end, with whether a care plan was in force.
with in_care as (
    select care.*, month_end.as_at
    from month_end
    inner join period_of_care as care
        on care.started_on <= month_end.as_at
        and (care.ended_on is null or care.ended_on > month_end.as_at)
    where coalesce(care.legal_status, '') not in ('V3', 'V4')
),

planned as (
    select distinct in_care.source_id, in_care.as_at
    from in_care
    inner join care_plan as plan
        on plan.child_id = in_care.child_id
        and plan.started_on <= in_care.as_at
        and (plan.ended_on is null or plan.ended_on > in_care.as_at)
)

select
    in_care.child_id,
    in_care.source_id,
    in_care.team,
    in_care.worker_id,
    in_care.as_at,
    coalesce(allowed.due_on <= in_care.as_at, false) as plan_could_be_due,
    planned.source_id is not null as plan_in_force
from in_care
left join planned on planned.source_id = in_care.source_id and planned.as_at = in_care.as_at
left join clock_day as allowed on allowed.clock = 'care_plan' and allowed.day = in_care.started_on
