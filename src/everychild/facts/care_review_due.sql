-- One row per review of a child in care that fell due while the child was in care.
with reviews as (
    select
        care.child_id,
        care.source_id as care_source_id,
        review.source_id,
        care.team,
        care.worker_id,
        care.ended_on,
        review.held_on as from_on,
        row_number() over (partition by care.source_id order by review.held_on, review.source_id) as review_no,
        min(care.started_on) over (partition by care.source_id) as care_started_on
    from period_of_care as care
    inner join care_review as review
        on review.child_id = care.child_id
        and review.held_on > care.started_on
        and (care.ended_on is null or review.held_on <= care.ended_on)
    where coalesce(care.legal_status, '') not in ('V3', 'V4')
),

steps as (
    select
        care.child_id,
        care.source_id as care_source_id,
        care.source_id,
        care.team,
        care.worker_id,
        care.ended_on,
        care.started_on as from_on,
        'first_care_review' as clock
    from period_of_care as care
    where coalesce(care.legal_status, '') not in ('V3', 'V4')
    union all
    select
        reviews.child_id,
        reviews.care_source_id,
        reviews.source_id,
        reviews.team,
        reviews.worker_id,
        reviews.ended_on,
        reviews.from_on,
        case
            when reviews.review_no = 1 and reviews.from_on <= first_month.due_on then 'second_care_review'
            else 'later_care_review'
        end as clock
    from reviews
    -- The first review we hold is the child's first only where it came soon after care began.
    left join clock_day as first_month
        on first_month.clock = 'second_care_review' and first_month.day = reviews.care_started_on
),

in_order as (
    select
        steps.*,
        lead(steps.from_on) over (partition by steps.care_source_id order by steps.from_on, steps.source_id) as done_on
    from steps
)

select
    in_order.child_id,
    in_order.source_id,
    in_order.team,
    in_order.worker_id,
    started.due_on as happened_on,
    in_order.done_on,
    coalesce(in_order.done_on <= started.due_on, false) as held_in_time
from in_order
inner join clock_day as started on started.clock = in_order.clock and started.day = in_order.from_on
where in_order.ended_on is null or in_order.ended_on > started.due_on
