-- One row per child protection plan started.
with earlier as (
    select
        plan.source_id,
        count(*) as held,
        count(counts.due_on) as held_with_an_end,
        max(counts.due_on) as counts_until
    from child_protection_plan as plan
    inner join child_protection_plan as before
        on before.child_id = plan.child_id and before.started_on < plan.started_on
    left join clock_day as counts on counts.clock = 'repeat_plan' and counts.day = before.ended_on
    group by plan.source_id
)

select
    plan.child_id,
    plan.source_id,
    plan.team,
    plan.worker_id,
    plan.started_on as happened_on,
    coalesce(plan.earlier_plans, 0) > 0 or earlier.held is not null as is_repeat_plan,
    case
        when earlier.counts_until >= plan.started_on then true
        when coalesce(plan.earlier_plans, 0) > coalesce(earlier.held, 0) then null
        when earlier.held > earlier.held_with_an_end then null
        else false
    end as is_recent_repeat_plan,
    plan.first_category_name as category_name
from child_protection_plan_described as plan
left join earlier on earlier.source_id = plan.source_id
