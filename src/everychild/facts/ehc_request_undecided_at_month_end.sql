-- One row per request for a needs assessment not decided at a month end.
select
    request.child_id,
    request.source_id,
    request.team,
    cast(null as varchar) as worker_id,
    month_end.as_at,
    date_diff('day', request.received_on, month_end.as_at) as days_undecided
from month_end
inner join ehc_request as request
    on request.received_on <= month_end.as_at
    and (
        request.decided_on > month_end.as_at
        or (request.decided_on is null and coalesce(request.decision, 'awaiting') = 'awaiting')
    )
