-- One row per child per request for early help.
with in_order as (
    select
        request.*,
        lead(request.received_on) over (
            partition by request.child_id order by request.received_on, request.source_id
        ) as next_on
    from early_help_request as request
),

assessed as (
    select distinct in_order.source_id
    from in_order
    inner join clock_day as next_step on next_step.clock = 'next_step' and next_step.day = in_order.received_on
    inner join early_help_assessment as assessment
        on assessment.child_id = in_order.child_id
        and assessment.requested_on >= in_order.received_on
        and assessment.requested_on <= next_step.due_on
        and (in_order.next_on is null or assessment.requested_on < in_order.next_on)
)

select
    in_order.child_id,
    in_order.source_id,
    in_order.team,
    in_order.worker_id,
    in_order.received_on as happened_on,
    decided.working_day_no - received.start_no as working_days_to_decision,
    in_order.step_down as is_step_down,
    assessed.source_id is not null as led_to_assessment
from in_order
left join clock_day as received on received.clock = 'early_help_decision' and received.day = in_order.received_on
left join calendar as decided on decided.day = in_order.decided_on
left join assessed on assessed.source_id = in_order.source_id
