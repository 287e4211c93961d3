-- One row per child known to be missing education at a month end.
select
    known.child_id,
    known.source_id,
    cast(null as varchar) as team,
    cast(null as varchar) as worker_id,
    month_end.as_at
from month_end
inner join missing_education as known
    on known.started_on <= month_end.as_at
    and (known.ended_on is null or known.ended_on > month_end.as_at)
qualify row_number() over (
    partition by known.child_id, month_end.as_at order by known.started_on desc, known.source_id
) = 1
