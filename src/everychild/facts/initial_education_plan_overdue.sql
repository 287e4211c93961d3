-- One row per child of school age in care at a month end whose first education plan was overdue and not yet made.
with waiting as (
    select care.*, month_end.as_at
    from month_end
    inner join calendar as today on today.day = month_end.as_at
    inner join period_of_care as care
        on care.started_on <= month_end.as_at
        and (care.ended_on is null or care.ended_on > month_end.as_at)
    inner join clock_day as allowed
        on allowed.clock = 'initial_education_plan'
        and allowed.day = care.started_on
        and allowed.due_on < month_end.as_at
    inner join child
        on child.child_id = care.child_id
        and cast(
            floor(
                (
                    (
                        cast(floor(today.ymd / 10000) as integer)
                        - case when today.ymd % 10000 < 901 then 1 else 0 end
                    ) * 10000 + 831 - child.born_ymd
                ) / 10000
            ) as integer
        ) between 4 and 15
    where coalesce(care.legal_status, '') not in ('V3', 'V4')
),

planned as (
    select distinct waiting.source_id, waiting.as_at
    from waiting
    inner join education_plan as plan
        on plan.child_id = waiting.child_id
        and plan.completed_on >= waiting.started_on
        and plan.completed_on <= waiting.as_at
)

select
    waiting.child_id,
    waiting.source_id,
    waiting.team,
    waiting.worker_id,
    waiting.as_at
from waiting
left join planned on planned.source_id = waiting.source_id and planned.as_at = waiting.as_at
where planned.source_id is null
