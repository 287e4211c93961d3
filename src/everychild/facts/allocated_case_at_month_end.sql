-- One row per child allocated to a case worker at a month end.
with allocated as (
    select allocation.*, month_end.as_at
    from month_end
    inner join allocation
        on allocation.started_on <= month_end.as_at
        and (allocation.ended_on is null or allocation.ended_on > month_end.as_at)
        and allocation.role = 'case_worker'
    qualify row_number() over (
        partition by allocation.child_id, month_end.as_at order by allocation.started_on desc, allocation.source_id desc
    ) = 1
),

handed_on as (
    select
        allocation.child_id,
        allocation.started_on,
        max(coalesce(allocation.ended_on, date '9999-12-31')) over (
            partition by allocation.child_id
            order by allocation.started_on, allocation.source_id
            rows between unbounded preceding and 1 preceding
        ) as held_until
    from allocation
    where allocation.role = 'case_worker'
),

-- A case handed from one worker to the next goes on; one closed and opened again begins anew.
begun as (
    select child_id, started_on from handed_on where held_until is null or held_until < started_on
),

first_allocated as (
    select allocated.child_id, allocated.as_at, max(begun.started_on) as started_on
    from allocated
    inner join begun on begun.child_id = allocated.child_id and begun.started_on <= allocated.started_on
    group by allocated.child_id, allocated.as_at
),

last_supervision as (
    select allocated.as_at, allocated.child_id, max(supervision.held_on) as held_on
    from allocated
    inner join supervision
        on supervision.child_id = allocated.child_id
        and supervision.held_on <= allocated.as_at
        and supervision.recorded_on <= allocated.as_at
    group by allocated.as_at, allocated.child_id
)

select
    allocated.child_id,
    allocated.source_id,
    allocated.team,
    allocated.worker_id,
    allocated.as_at,
    last_supervision.held_on as supervised_on,
    coalesce(first_due.due_on < allocated.as_at, false) as supervision_could_be_due,
    coalesce(next_due.due_on >= allocated.as_at, false) as supervised_in_time
from allocated
left join first_allocated
    on first_allocated.child_id = allocated.child_id and first_allocated.as_at = allocated.as_at
left join last_supervision
    on last_supervision.child_id = allocated.child_id and last_supervision.as_at = allocated.as_at
left join clock_day as first_due
    on first_due.clock = 'case_supervision' and first_due.day = first_allocated.started_on
left join clock_day as next_due
    on next_due.clock = 'case_supervision' and next_due.day = last_supervision.held_on
