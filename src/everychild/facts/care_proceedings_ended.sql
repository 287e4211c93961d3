-- One row per child whose care proceedings ended, on the day of the final hearing.
select
    told.child_id,
    told.source_id,
    told.team,
    told.worker_id,
    told.ended_on as happened_on,
    date_diff('day', told.issued_on, told.ended_on) as days_taken,
    coalesce(allowed.due_on >= told.ended_on, false) as ended_in_time
from care_proceedings as told
left join clock_day as allowed on allowed.clock = 'care_proceedings' and allowed.day = told.issued_on
where told.ended_on is not null
