-- One row per period of care started, agreed short breaks left out.
select
    care.child_id,
    care.source_id,
    care.team,
    care.worker_id,
    care.started_on as happened_on
from period_of_care as care
where coalesce(care.legal_status, '') not in ('V3', 'V4')
