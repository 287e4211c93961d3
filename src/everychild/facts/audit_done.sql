-- One row per audit of a case that was done.
select
    audit.child_id,
    audit.source_id,
    audit.team,
    cast(null as varchar) as worker_id,
    audit.audited_on as happened_on,
    audit.grade,
    audit.moderated_grade
from audit
where audit.audited_on is not null
