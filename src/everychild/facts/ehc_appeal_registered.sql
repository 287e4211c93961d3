-- One row per appeal registered by the special educational needs and disability tribunal.
select
    child_id,
    source_id,
    cast(null as varchar) as team,
    cast(null as varchar) as worker_id,
    registered_on as happened_on,
    case against
        when 'refusal_to_assess' then 'Refusal to assess'
        when 'refusal_to_issue' then 'Refusal to issue a plan'
        when 'contents' then 'What a plan says, or the school it names'
        when 'ceasing' then 'Ending a plan'
        when 'other' then 'Something else'
        else 'Not known'
    end as appeal_against
from ehc_appeal
