-- One row per early help assessment completed.
select
    assessment.child_id,
    assessment.source_id,
    assessment.team,
    assessment.worker_id,
    assessment.completed_on as happened_on,
    finished.working_day_no - started.start_no as working_days_taken,
    case when assessment.lead_agency is not null then own.lead_agency is null end as led_by_partner
from early_help_assessment as assessment
inner join calendar as finished on finished.day = assessment.completed_on
left join clock_day as started
    on started.clock = 'early_help_assessment' and started.day = assessment.requested_on
left join (
    select distinct led.lead_agency
    from early_help_assessment as led
    inner join council_word on contains(lower(led.lead_agency), lower(council_word.word))
) as own
    on own.lead_agency = assessment.lead_agency
where coalesce(assessment.status, 'completed') = 'completed'
