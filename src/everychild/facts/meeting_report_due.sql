-- One row per social worker's report to a conference or review that has been held.
select
    report.child_id,
    report.source_id,
    report.team,
    report.worker_id,
    report.meeting_on as happened_on,
    report.shared_on as done_on,
    due.due_on,
    report.meeting,
    met.working_day_no - shared.start_no as working_days_before_meeting,
    case when plan.child_id is not null and care.child_id is not null then 'On a dual plan' else 'Not on a dual plan' end
        as dual_plan_name
from meeting_report as report
inner join calendar as met on met.day = report.meeting_on
inner join clock_day as due on due.clock = 'report_to_' || report.meeting and due.day = report.meeting_on
left join clock_day as shared on shared.clock = due.clock and shared.day = report.shared_on
left join (
    select distinct meeting_report.child_id, meeting_report.meeting_on
    from meeting_report
    inner join child_protection_plan as open_plan
        on open_plan.child_id = meeting_report.child_id
        and open_plan.started_on <= meeting_report.meeting_on
        and (open_plan.ended_on is null or open_plan.ended_on >= meeting_report.meeting_on)
) as plan
    on plan.child_id = report.child_id and plan.meeting_on = report.meeting_on
left join (
    select distinct meeting_report.child_id, meeting_report.meeting_on
    from meeting_report
    inner join period_of_care as in_care
        on in_care.child_id = meeting_report.child_id
        and in_care.started_on <= meeting_report.meeting_on
        and (in_care.ended_on is null or in_care.ended_on >= meeting_report.meeting_on)
        and coalesce(in_care.legal_status, '') not in ('V3', 'V4')
) as care
    on care.child_id = report.child_id and care.meeting_on = report.meeting_on
where coalesce(report.author, 'social_worker') = 'social_worker'
