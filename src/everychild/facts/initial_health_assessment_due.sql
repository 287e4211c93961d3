-- One row per child whose first health assessment in care fell due while the child was still in care.
with due as (
    select care.*, allowed.start_no, allowed.due_on
    from period_of_care as care
    inner join clock_day as allowed
        on allowed.clock = 'initial_health_assessment' and allowed.day = care.started_on
    where coalesce(care.legal_status, '') not in ('V3', 'V4')
        and (care.ended_on is null or care.ended_on > allowed.due_on)
),

assessed as (
    select
        due.source_id,
        min(event.completed_on) as completed_on,
        min(event.report_received_on) as report_received_on
    from due
    inner join health_event as event
        on event.child_id = due.child_id
        and event.kind = 'initial_assessment'
        and coalesce(event.outcome, 'completed') = 'completed'
        and event.completed_on >= due.started_on
        and (due.ended_on is null or event.completed_on <= due.ended_on)
    group by due.source_id
)

select
    due.child_id,
    due.source_id,
    due.team,
    due.worker_id,
    due.due_on as happened_on,
    assessed.completed_on as done_on,
    assessed_on.working_day_no - due.start_no as working_days_to_assessment,
    date_diff('day', due.started_on, assessed.completed_on) as days_to_assessment,
    reported_on.working_day_no - due.start_no as working_days_to_report
from due
left join assessed on assessed.source_id = due.source_id
left join calendar as assessed_on on assessed_on.day = assessed.completed_on
left join calendar as reported_on on reported_on.day = assessed.report_received_on
