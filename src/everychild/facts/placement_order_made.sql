-- One row per placement order.
select
    plan.child_id,
    plan.source_id,
    plan.team,
    plan.worker_id,
    plan.placement_order_on as happened_on
from plan_for_adoption as plan
where plan.placement_order_on is not null
