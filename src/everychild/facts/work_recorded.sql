-- One row per visit or supervision written up, in the month it was written up.
select
    work.child_id,
    work.source_id,
    work.team,
    work.worker_id,
    work.recorded_on as happened_on,
    recorded.working_day_no - happened.start_no as working_days_to_record
from (
    select visit.child_id, visit.source_id, visit.team, visit.worker_id, visit.recorded_on, visit.visited_on as done_on from visit
    union all
    select supervision.child_id, supervision.source_id, supervision.team, supervision.worker_id, supervision.recorded_on, supervision.held_on
    from supervision
) as work
inner join calendar as recorded on recorded.day = work.recorded_on
left join clock_day as happened on happened.clock = 'recording' and happened.day = work.done_on
where work.recorded_on >= work.done_on
