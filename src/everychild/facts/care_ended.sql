-- One row per period of care ended, agreed short breaks left out.
select
    care.child_id,
    care.source_id,
    care.team,
    care.worker_id,
    care.ended_on as happened_on
from period_of_care as care
where care.ended_on is not null
    and coalesce(care.reason_ended, '') <> 'X1'
    and coalesce(care.legal_status, '') not in ('V3', 'V4')
