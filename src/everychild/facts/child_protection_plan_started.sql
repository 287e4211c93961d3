-- One row per child protection plan started.
select
    plan.child_id,
    plan.source_id,
    plan.team,
    plan.worker_id,
    plan.started_on as happened_on,
    coalesce(plan.earlier_plans, 0) > 0
    or lag(plan.started_on) over (partition by plan.child_id order by plan.started_on, plan.source_id) is not null
        as is_repeat_plan
from child_protection_plan as plan
