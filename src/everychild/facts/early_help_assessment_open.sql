-- One row per early help assessment not finished at a month end.
select
    assessment.child_id,
    assessment.source_id,
    assessment.team,
    assessment.worker_id,
    month_end.as_at,
    started.due_on,
    today.working_day_no - started.start_no as working_days_open
from month_end
inner join early_help_assessment as assessment
    on assessment.requested_on <= month_end.as_at
    and (assessment.completed_on is null or assessment.completed_on > month_end.as_at)
inner join calendar as today on today.day = month_end.as_at
left join clock_day as started
    on started.clock = 'early_help_assessment' and started.day = assessment.requested_on
where coalesce(assessment.status, 'open') in ('open', 'completed')
