-- One row per decision that a child should be placed for adoption.
select
    plan.child_id,
    plan.source_id,
    plan.team,
    plan.worker_id,
    plan.decided_on as happened_on
from plan_for_adoption as plan
