-- One row per child on a child in need plan at a month end.
with open_plan as (
    select plan.*, month_end.as_at
    from month_end
    inner join child_in_need_plan as plan
        on plan.started_on <= month_end.as_at and (plan.ended_on is null or plan.ended_on > month_end.as_at)
),

last_seen as (
    select open_plan.source_id, open_plan.as_at, max(visit.visited_on) as seen_on
    from open_plan
    inner join visit
        on visit.child_id = open_plan.child_id
        and visit.kind = 'child_in_need'
        and visit.child_seen is distinct from false
        and visit.visited_on >= open_plan.started_on
        and visit.visited_on <= open_plan.as_at
    where coalesce(visit.place, 'home') in (select place from valid_visit_place)
    group by open_plan.source_id, open_plan.as_at
)

select
    open_plan.child_id,
    open_plan.source_id,
    open_plan.team,
    open_plan.worker_id,
    open_plan.as_at,
    today.working_day_no - seen.start_no as working_days_since_seen,
    today.working_day_no - began.start_no as working_days_on_plan,
    coalesce(long_plan.due_on < open_plan.as_at, false) as open_long,
    coalesce(long_plan_first.due_on < open_plan.as_at, false) as open_long_first,
    coalesce(child.born_on > open_plan.as_at, child.born_on is null and child.expected_birth_on is not null, false) as is_unborn
from open_plan
inner join calendar as today on today.day = open_plan.as_at
left join child on child.child_id = open_plan.child_id
left join last_seen on last_seen.source_id = open_plan.source_id and last_seen.as_at = open_plan.as_at
left join clock_day as seen on seen.clock = 'child_in_need_visit' and seen.day = last_seen.seen_on
left join clock_day as began on began.clock = 'child_in_need_visit' and began.day = open_plan.started_on
left join clock_day as long_plan on long_plan.clock = 'long_need_plan' and long_plan.day = open_plan.started_on
left join clock_day as long_plan_first
    on long_plan_first.clock = 'long_need_plan_first' and long_plan_first.day = open_plan.started_on
