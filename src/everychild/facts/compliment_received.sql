-- One row per compliment received.
select
    child_id,
    source_id,
    team,
    cast(null as varchar) as worker_id,
    received_on as happened_on
from complaint
where stage = 'compliment'
