-- One row per social work assessment authorised by a manager.
select
    assessment.child_id,
    assessment.source_id,
    assessment.team,
    assessment.worker_id,
    assessment.authorised_on as happened_on,
    authorised.working_day_no - started.start_no as working_days_taken,
    assessment.child_seen,
    assessment.support_required,
    coalesce(child.born_on > assessment.authorised_on, child.born_on is null and child.expected_birth_on is not null, false) as is_unborn
from assessment
inner join calendar as authorised on authorised.day = assessment.authorised_on
left join clock_day as started on started.clock = 'assessment' and started.day = assessment.started_on
left join child on child.child_id = assessment.child_id
