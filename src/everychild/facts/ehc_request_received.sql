-- One row per request for an education, health and care needs assessment.
select
    child_id,
    source_id,
    team,
    cast(null as varchar) as worker_id,
    received_on as happened_on
from ehc_request
