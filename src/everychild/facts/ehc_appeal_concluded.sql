-- One row per appeal to the special educational needs and disability tribunal that came to an end.
select
    child_id,
    source_id,
    cast(null as varchar) as team,
    cast(null as varchar) as worker_id,
    concluded_on as happened_on,
    outcome
from ehc_appeal
where concluded_on is not null
