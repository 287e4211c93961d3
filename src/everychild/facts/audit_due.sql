-- One row per audit of a case that was planned to be done by a day.
select
    audit.child_id,
    audit.source_id,
    audit.team,
    cast(null as varchar) as worker_id,
    audit.due_on as happened_on,
    audit.audited_on as done_on,
    audit.due_on,
    audit.audited_on <= audit.due_on as audited_in_time
from audit
where audit.due_on is not null
