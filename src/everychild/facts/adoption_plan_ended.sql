-- One row per plan for adoption that ended, with the adoption or with a change of plan.
select
    plan.child_id,
    plan.source_id,
    plan.team,
    plan.worker_id,
    coalesce(plan.adopted_on, plan.reversed_on) as happened_on,
    plan.adopted_on is not null as adopted,
    case when plan.adopted_on is null then plan.reversed_reason end as reversed_reason,
    case
        when plan.fostering_for_adoption_on < plan.placed_on
            then date_diff('day', plan.entered_care_on, plan.fostering_for_adoption_on)
        else date_diff('day', plan.entered_care_on, plan.placed_on)
    end as days_to_adoptive_home,
    case
        when plan.matched_on <= plan.placement_order_on then 0
        else date_diff('day', plan.placement_order_on, plan.matched_on)
    end as days_to_match
from plan_for_adoption as plan
where coalesce(plan.adopted_on, plan.reversed_on) is not null
