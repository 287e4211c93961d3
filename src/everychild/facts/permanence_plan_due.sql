-- One row per child still in care on the day by which a plan for permanence was due.
with told as (
    select
        care.extract_no,
        care.child_id,
        care.started_on,
        max(care.permanence_plan) as permanence_plan
    from period_of_care_as_extracted as care
    group by care.extract_no, care.child_id, care.started_on
)

select
    care.child_id,
    care.source_id,
    care.team,
    care.worker_id,
    due.due_on as happened_on,
    told.permanence_plan is not null as has_permanence_plan
from period_of_care as care
inner join clock_day as due on due.clock = 'permanence_plan' and due.day = care.started_on
inner join calendar as due_day on due_day.day = due.due_on
inner join month_end on month_end.month_no = due_day.month_no
inner join month_extract on month_extract.record = 'period_of_care' and month_extract.as_at = month_end.as_at
inner join told
    on told.extract_no = month_extract.extract_no
    and told.child_id = care.child_id
    and told.started_on = care.started_on
where coalesce(care.legal_status, '') not in ('V3', 'V4')
    and (care.ended_on is null or care.ended_on > due.due_on)
