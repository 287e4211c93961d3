-- One row per period of care ended, agreed short breaks left out.
select
    care.child_id,
    care.source_id,
    care.team,
    care.worker_id,
    care.ended_on as happened_on,
    care.reason_ended as reason,
    last_placement.placement_type as placement,
    cast(floor((left_on.ymd - child.born_ymd) / 10000) as integer) as age
from period_of_care as care
inner join calendar as left_on on left_on.day = care.ended_on
left join child on child.child_id = care.child_id
left join (
    select living.placement_type, care.source_id
    from period_of_care as care
    inner join placement as living
        on living.child_id = care.child_id
        and living.started_on >= care.started_on
        and living.started_on <= care.ended_on
    qualify row_number() over (
        partition by care.source_id order by living.started_on desc, living.source_id desc
    ) = 1
) as last_placement
    on last_placement.source_id = care.source_id
where care.ended_on is not null
    and coalesce(care.reason_ended, '') <> 'X1'
    and coalesce(care.legal_status, '') not in ('V3', 'V4')
