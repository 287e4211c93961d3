-- One row per child in care with a plan for adoption and not yet placed with adopters at a month end.
select
    plan.child_id,
    plan.source_id,
    plan.team,
    plan.worker_id,
    month_end.as_at,
    coalesce(plan.placement_order_on <= month_end.as_at, false) as has_placement_order,
    case
        when plan.fostering_for_adoption_on is null or plan.fostering_for_adoption_on > month_end.as_at
            then date_diff('day', plan.entered_care_on, month_end.as_at)
    end as days_without_adoptive_home,
    case
        when plan.placement_order_on <= month_end.as_at
            and (plan.matched_on is null or plan.matched_on > month_end.as_at)
            then date_diff('day', plan.placement_order_on, month_end.as_at)
    end as days_without_match
from month_end
inner join plan_for_adoption as plan
    on plan.decided_on <= month_end.as_at
    and (plan.placed_on is null or plan.placed_on > month_end.as_at)
    and (plan.adopted_on is null or plan.adopted_on > month_end.as_at)
    and (plan.reversed_on is null or plan.reversed_on > month_end.as_at)
where plan.in_care and (plan.care_ended_on is null or plan.care_ended_on > month_end.as_at)
