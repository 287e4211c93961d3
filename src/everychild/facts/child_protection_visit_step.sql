-- One row per point a child protection visit clock starts from: the plan's start, and each valid visit within it.
with steps as (
    select plan.child_id, plan.source_id as plan_source_id, plan.source_id, plan.team, plan.worker_id, plan.ended_on, plan.started_on as from_on, false as from_a_visit
    from child_protection_plan as plan
    union all
    select plan.child_id, plan.source_id as plan_source_id, visit.source_id, plan.team, plan.worker_id, plan.ended_on, visit.visited_on as from_on, true as from_a_visit
    from child_protection_plan as plan
    inner join valid_child_protection_visit as visit
        on visit.child_id = plan.child_id
        and visit.visited_on > plan.started_on
        and (plan.ended_on is null or visit.visited_on <= plan.ended_on)
)

select
    steps.*,
    lead(steps.from_on) over (partition by steps.plan_source_id order by steps.from_on, steps.source_id) as next_on,
    lead(steps.source_id) over (partition by steps.plan_source_id order by steps.from_on, steps.source_id) as next_source_id
from steps
