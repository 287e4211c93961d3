-- One row per decision whether to carry out an education, health and care needs assessment.
select
    child_id,
    source_id,
    team,
    cast(null as varchar) as worker_id,
    decided_on as happened_on,
    case when decided_on >= received_on then date_diff('day', received_on, decided_on) end as days_to_decision
from ehc_request
where decision in ('agreed', 'refused') and decided_on is not null
