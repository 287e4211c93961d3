-- One row per child in care at a month end whose first health assessment was overdue and not yet done.
with waiting as (
    select care.*, month_end.as_at
    from month_end
    inner join period_of_care as care
        on care.started_on <= month_end.as_at
        and (care.ended_on is null or care.ended_on > month_end.as_at)
    inner join clock_day as allowed
        on allowed.clock = 'initial_health_assessment'
        and allowed.day = care.started_on
        and allowed.due_on < month_end.as_at
    where coalesce(care.legal_status, '') not in ('V3', 'V4')
),

-- Any assessment since coming into care will do: of a child long in care the first may be too old to be on file.
assessed as (
    select waiting.source_id, waiting.as_at
    from waiting
    inner join health_event as event
        on event.child_id = waiting.child_id
        and event.kind in ('initial_assessment', 'review_assessment')
        and coalesce(event.outcome, 'completed') = 'completed'
        and event.completed_on >= waiting.started_on
        and event.completed_on <= waiting.as_at
    union
    select waiting.source_id, waiting.as_at
    from waiting
    inner join period_of_care_as_extracted as told
        on told.child_id = waiting.child_id
        and told.health_assessed_on >= waiting.started_on
        and told.health_assessed_on <= waiting.as_at
)

select
    waiting.child_id,
    waiting.source_id,
    waiting.team,
    waiting.worker_id,
    waiting.as_at
from waiting
left join assessed on assessed.source_id = waiting.source_id and assessed.as_at = waiting.as_at
where assessed.source_id is null
