-- One row per core group that fell due while the plan was open.
with steps as (
    select
        plan.child_id,
        plan.source_id as plan_source_id,
        plan.source_id,
        plan.team,
        plan.worker_id,
        plan.ended_on,
        plan.started_on as from_on,
        true as is_first,
        'first_core_group' as clock
    from child_protection_plan as plan
    union all
    select
        plan.child_id,
        plan.source_id as plan_source_id,
        meeting.source_id,
        plan.team,
        plan.worker_id,
        plan.ended_on,
        meeting.held_on as from_on,
        false as is_first,
        'core_group' as clock
    from child_protection_plan as plan
    inner join plan_meeting as meeting
        on meeting.child_id = plan.child_id
        and coalesce(meeting.kind, 'core_group') = 'core_group'
        and meeting.held_on >= plan.started_on
        and (plan.ended_on is null or meeting.held_on <= plan.ended_on)
),

in_order as (
    select
        steps.*,
        lead(steps.from_on) over (
            partition by steps.plan_source_id order by steps.from_on, steps.is_first desc, steps.source_id
        ) as done_on
    from steps
)

select
    in_order.child_id,
    in_order.source_id,
    in_order.team,
    in_order.worker_id,
    started.due_on as happened_on,
    in_order.done_on,
    in_order.is_first,
    coalesce(in_order.done_on <= started.due_on, false) as held_in_time
from in_order
inner join clock_day as started on started.clock = in_order.clock and started.day = in_order.from_on
where in_order.ended_on is null or in_order.ended_on > started.due_on
