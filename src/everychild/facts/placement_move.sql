-- One row per move of a child in care from one carer to another, on the day of the move.
with lasting as (
    select
        placement.*,
        lag(placement.started_on) over by_date as before_started_on,
        lag(placement.reason_ended) over by_date as reason_left,
        lag(placement.placement_type_name) over by_date as type_left
    from placement_with_carer as placement
    where not placement.is_temporary
    window by_date as (partition by placement.child_id order by placement.started_on, placement.source_id)
)

select
    lasting.child_id,
    lasting.source_id,
    care.team,
    care.worker_id,
    lasting.started_on as happened_on,
    lasting.type_left as placement_type_name,
    lasting.reason_left in ('CLOSE', 'ALLEG', 'STAND', 'APPRR', 'CREQB', 'CREQO', 'CHILD') as unplanned
from lasting
inner join period_of_care as care
    on care.child_id = lasting.child_id
    and care.started_on <= lasting.before_started_on
    and care.started_on < lasting.started_on
    and (care.ended_on is null or care.ended_on >= lasting.started_on)
    and coalesce(care.legal_status, '') not in ('V3', 'V4')
where lasting.same_carer is distinct from true
