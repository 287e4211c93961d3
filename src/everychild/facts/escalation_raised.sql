-- One row per child per formal escalation by a reviewing officer or a conference chair.
select
    escalation.child_id,
    escalation.source_id,
    escalation.team,
    escalation.worker_id,
    escalation.raised_on as happened_on,
    case escalation.raised_by
        when 'reviewing_officer' then 'Independent reviewing officer'
        when 'conference_chair' then 'Conference chair'
        else 'Not known'
    end as raised_by_name
from escalation
