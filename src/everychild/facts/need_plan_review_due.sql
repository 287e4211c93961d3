-- One row per review of a child in need plan that fell due while the plan was open.
with steps as (
    select
        plan.child_id,
        plan.source_id as plan_source_id,
        plan.source_id,
        plan.team,
        plan.worker_id,
        plan.ended_on,
        plan.started_on as from_on,
        'first_need_review' as clock
    from child_in_need_plan as plan
    union all
    select
        plan.child_id,
        plan.source_id as plan_source_id,
        review.source_id,
        plan.team,
        plan.worker_id,
        plan.ended_on,
        review.held_on as from_on,
        'later_need_review' as clock
    from child_in_need_plan as plan
    inner join child_in_need_review as review
        on review.child_id = plan.child_id
        and review.held_on > plan.started_on
        and (plan.ended_on is null or review.held_on <= plan.ended_on)
),

in_order as (
    select
        steps.*,
        lead(steps.from_on) over (
            partition by steps.plan_source_id order by steps.from_on, steps.source_id
        ) as done_on
    from steps
)

select
    in_order.child_id,
    in_order.source_id,
    in_order.team,
    in_order.worker_id,
    due.due_on as happened_on,
    in_order.done_on,
    coalesce(in_order.done_on <= due.due_on, false) as held_in_time
from in_order
inner join clock_day as due on due.clock = in_order.clock and due.day = in_order.from_on
where in_order.ended_on is null or in_order.ended_on > due.due_on
