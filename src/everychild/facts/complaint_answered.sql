-- One row per complaint answered, at each stage it reached.
select
    complaint.child_id,
    complaint.source_id,
    complaint.team,
    cast(null as varchar) as worker_id,
    complaint.responded_on as happened_on,
    complaint.stage,
    complaint.outcome,
    case
        when complaint.responded_on >= complaint.received_on then answered.working_day_no - received.start_no
    end as working_days_to_answer
from complaint
inner join calendar as answered on answered.day = complaint.responded_on
left join clock_day as received
    on received.day = complaint.received_on
    and received.clock = case complaint.stage when '1' then 'complaint_stage_1' when '2' then 'complaint_stage_2' end
where coalesce(complaint.stage, '') <> 'compliment'
