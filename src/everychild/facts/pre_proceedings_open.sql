-- One row per child in pre-proceedings at a month end.
select
    told.child_id,
    told.source_id,
    told.team,
    told.worker_id,
    month_end.as_at,
    date_diff('day', told.letter_sent_on, month_end.as_at) as days_open
from month_end
inner join pre_proceedings as told
    on told.letter_sent_on <= month_end.as_at
    and (told.ended_on is null or told.ended_on > month_end.as_at)
