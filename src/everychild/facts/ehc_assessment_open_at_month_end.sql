-- One row per needs assessment agreed and not finished at a month end.
with assessed as (
    select
        *,
        case
            when final_issued_on is not null then final_issued_on
            when outcome in ('no_plan', 'withdrawn') then coalesce(outcome_on, decided_on)
        end as finished_on
    from ehc_request
    where decision = 'agreed' and decided_on is not null
)

select
    assessed.child_id,
    assessed.source_id,
    assessed.team,
    cast(null as varchar) as worker_id,
    month_end.as_at,
    date_diff('day', assessed.received_on, month_end.as_at) as days_open
from month_end
inner join assessed
    on assessed.decided_on <= month_end.as_at
    and (assessed.finished_on is null or assessed.finished_on > month_end.as_at)
