-- One row per child protection plan ended.
select
    plan.child_id,
    plan.source_id,
    plan.team,
    plan.worker_id,
    plan.ended_on as happened_on,
    long_plan.due_on <= plan.ended_on as lasted_two_years
from child_protection_plan as plan
left join clock_day as long_plan on long_plan.clock = 'long_plan' and long_plan.day = plan.started_on
where plan.ended_on is not null
