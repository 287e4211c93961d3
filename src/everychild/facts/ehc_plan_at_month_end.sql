-- One row per education, health and care plan maintained at a month end.
with maintained as (
    select plan.*, month_end.as_at
    from month_end
    inner join ehc_plan as plan
        on plan.started_on <= month_end.as_at
        and (plan.ceased_on is null or plan.ceased_on > month_end.as_at)
),

last_letter as (
    select maintained.source_id, maintained.as_at, max(review.decided_on) as decided_on
    from maintained
    inner join ehc_review as review
        on review.child_id = maintained.child_id
        and review.decided_on >= maintained.started_on
        and review.decided_on <= maintained.as_at
    group by maintained.source_id, maintained.as_at
)

select
    maintained.child_id,
    maintained.source_id,
    maintained.team,
    cast(null as varchar) as worker_id,
    maintained.as_at,
    maintained.out_of_area,
    coalesce(first_due.due_on < maintained.as_at, false) as review_could_be_due,
    coalesce(next_due.due_on >= maintained.as_at, false) as reviewed_in_time,
    coalesce(maintained.primary_need, 'Not known') as special_need
from maintained
left join last_letter on last_letter.source_id = maintained.source_id and last_letter.as_at = maintained.as_at
left join clock_day as first_due on first_due.clock = 'ehc_annual_review' and first_due.day = maintained.started_on
left join clock_day as next_due on next_due.clock = 'ehc_annual_review' and next_due.day = last_letter.decided_on
