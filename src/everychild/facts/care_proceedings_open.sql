-- One row per child in care proceedings at a month end.
select
    told.child_id,
    told.source_id,
    told.team,
    told.worker_id,
    month_end.as_at,
    allowed.due_on,
    allowed.due_on < month_end.as_at as is_overdue
from month_end
inner join care_proceedings as told
    on told.issued_on <= month_end.as_at
    and (told.ended_on is null or told.ended_on > month_end.as_at)
left join clock_day as allowed on allowed.clock = 'care_proceedings' and allowed.day = told.issued_on
