-- One row per early help assessment completed.
select
    assessment.child_id,
    assessment.source_id,
    assessment.team,
    assessment.worker_id,
    assessment.completed_on as happened_on,
    finished.working_day_no - started.start_no as working_days_taken
from early_help_assessment as assessment
inner join calendar as finished on finished.day = assessment.completed_on
left join clock_day as started
    on started.clock = 'early_help_assessment' and started.day = assessment.requested_on
where coalesce(assessment.status, 'completed') = 'completed'
