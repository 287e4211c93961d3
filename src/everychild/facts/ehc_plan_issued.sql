-- One row per final education, health and care plan issued after a needs assessment.
select
    child_id,
    source_id,
    team,
    cast(null as varchar) as worker_id,
    final_issued_on as happened_on,
    case when final_issued_on >= received_on then date_diff('day', received_on, final_issued_on) end as days_to_issue,
    exception as has_exception
from ehc_request
where final_issued_on is not null
