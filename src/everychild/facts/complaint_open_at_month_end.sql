-- One row per complaint not answered at a month end, at the stage it had reached.
select
    complaint.child_id,
    complaint.source_id,
    complaint.team,
    cast(null as varchar) as worker_id,
    month_end.as_at,
    complaint.stage,
    today.working_day_no - received.start_no as working_days_open
from month_end
inner join complaint
    on complaint.received_on <= month_end.as_at
    and (complaint.responded_on is null or complaint.responded_on > month_end.as_at)
inner join calendar as today on today.day = month_end.as_at
left join clock_day as received
    on received.day = complaint.received_on
    and received.clock = case complaint.stage when '1' then 'complaint_stage_1' when '2' then 'complaint_stage_2' end
where coalesce(complaint.stage, '') <> 'compliment'
    and (complaint.outcome is distinct from 'withdrawn' or complaint.responded_on is not null)
