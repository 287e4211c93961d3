-- One row per complaint received, at each stage it reached.
select
    child_id,
    source_id,
    team,
    cast(null as varchar) as worker_id,
    received_on as happened_on,
    stage
from complaint
where coalesce(stage, '') <> 'compliment'
