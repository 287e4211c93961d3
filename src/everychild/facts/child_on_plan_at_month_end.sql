-- One row per child on a child protection plan at a month end.
with open_plan as (
    select plan.*, month_end.as_at
    from month_end
    inner join child_protection_plan_described as plan
        on plan.started_on <= month_end.as_at
        and (plan.ended_on is null or plan.ended_on > month_end.as_at)
),

last_seen as (
    select open_plan.source_id, open_plan.as_at, max(visit.visited_on) as seen_on
    from open_plan
    inner join valid_child_protection_visit as visit
        on visit.child_id = open_plan.child_id
        and visit.visited_on >= open_plan.started_on
        and visit.visited_on <= open_plan.as_at
    group by open_plan.source_id, open_plan.as_at
),

allocated as (
    select
        open_plan.source_id,
        open_plan.as_at,
        bool_or(allocation.qualified) as to_a_qualified_worker,
        count(*) > count(allocation.qualified) as not_always_known
    from open_plan
    inner join allocation
        on allocation.child_id = open_plan.child_id
        and allocation.role = 'case_worker'
        and allocation.started_on <= open_plan.as_at
        and (allocation.ended_on is null or allocation.ended_on > open_plan.as_at)
    group by open_plan.source_id, open_plan.as_at
)

select
    open_plan.child_id,
    open_plan.source_id,
    open_plan.team,
    open_plan.worker_id,
    open_plan.as_at,
    last_seen.seen_on,
    today.working_day_no - seen.start_no as working_days_since_seen,
    today.working_day_no - began.start_no as working_days_on_plan,
    today.month_no - began_in.month_no as months_on_plan,
    coalesce(long_plan.due_on <= open_plan.as_at, false) as open_two_years,
    in_care.child_id is not null as is_in_care,
    case
        when allocated.to_a_qualified_worker then true
        when allocated.not_always_known then null
        else false
    end as has_qualified_worker,
    coalesce(child.born_on > open_plan.as_at, child.born_on is null and child.expected_birth_on is not null, false) as is_unborn,
    open_plan.first_category,
    open_plan.latest_category_name as category_name,
    case
        when today.month_no - began_in.month_no < 3 then 'Under 3 months'
        when today.month_no - began_in.month_no < 6 then '3 to 6 months'
        when today.month_no - began_in.month_no < 12 then '6 to 12 months'
        when today.month_no - began_in.month_no < 18 then '12 to 18 months'
        when today.month_no - began_in.month_no < 24 then '18 to 24 months'
        when today.month_no - began_in.month_no >= 24 then '2 years and over'
        else 'Not known'
    end as plan_length_name,
    case when in_care.child_id is not null then 'On a dual plan' else 'Not on a dual plan' end as dual_plan_name
from open_plan
inner join calendar as today on today.day = open_plan.as_at
left join calendar as began_in on began_in.day = open_plan.started_on
left join child on child.child_id = open_plan.child_id
left join allocated on allocated.source_id = open_plan.source_id and allocated.as_at = open_plan.as_at
left join last_seen on last_seen.source_id = open_plan.source_id and last_seen.as_at = open_plan.as_at
left join clock_day as seen on seen.clock = 'child_protection_visit' and seen.day = last_seen.seen_on
left join clock_day as began on began.clock = 'child_protection_visit' and began.day = open_plan.started_on
left join clock_day as long_plan on long_plan.clock = 'long_plan' and long_plan.day = open_plan.started_on
left join (
    select distinct month_end.as_at, care.child_id
    from month_end
    inner join period_of_care as care
        on care.started_on <= month_end.as_at and (care.ended_on is null or care.ended_on > month_end.as_at)
    where coalesce(care.legal_status, '') not in ('V3', 'V4')
) as in_care
    on in_care.child_id = open_plan.child_id and in_care.as_at = open_plan.as_at
