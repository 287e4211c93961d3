-- One row per social work assessment not authorised at a month end.
select
    assessment.child_id,
    assessment.source_id,
    assessment.team,
    assessment.worker_id,
    month_end.as_at,
    started.due_on,
    today.working_day_no - started.start_no as working_days_open
from month_end
inner join assessment
    on assessment.started_on <= month_end.as_at
    and (assessment.authorised_on is null or assessment.authorised_on > month_end.as_at)
inner join calendar as today on today.day = month_end.as_at
left join clock_day as started on started.clock = 'assessment' and started.day = assessment.started_on
