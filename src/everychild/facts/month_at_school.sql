-- One row per month at school of a child who at its end was in care, on a child protection plan or on a plan as in need.
with months as (
    select told.*, month_end.as_at, today.ymd
    from school_attendance as told
    inner join calendar as began on began.day = told.month_from
    inner join month_end on month_end.month_no = began.month_no
    inner join calendar as today on today.day = month_end.as_at
),

in_care as (
    select months.source_id, min(care.team) as team, min(care.worker_id) as worker_id
    from months
    inner join period_of_care as care
        on care.child_id = months.child_id
        and care.started_on <= months.as_at
        and (care.ended_on is null or care.ended_on > months.as_at)
    where coalesce(care.legal_status, '') not in ('V3', 'V4')
    group by months.source_id
),

on_plan as (
    select months.source_id, min(plan.team) as team, min(plan.worker_id) as worker_id
    from months
    inner join child_protection_plan as plan
        on plan.child_id = months.child_id
        and plan.started_on <= months.as_at
        and (plan.ended_on is null or plan.ended_on > months.as_at)
    group by months.source_id
),

in_need as (
    select months.source_id, min(episode.team) as team, min(episode.worker_id) as worker_id
    from months
    inner join child_in_need_episode as episode
        on episode.child_id = months.child_id
        and episode.started_on <= months.as_at
        and (episode.closed_on is null or episode.closed_on > months.as_at)
    inner join month_extract
        on month_extract.record = 'child_in_need_episode' and month_extract.as_at = months.as_at
    inner join child_in_need_episode_as_extracted as told
        on told.extract_no = month_extract.extract_no
        and told.child_id = episode.child_id
        and told.started_on = episode.started_on
        and told.case_status = 'in_need'
    group by months.source_id
)

select
    months.child_id,
    months.source_id,
    coalesce(in_care.team, on_plan.team, in_need.team) as team,
    coalesce(in_care.worker_id, on_plan.worker_id, in_need.worker_id) as worker_id,
    months.as_at as happened_on,
    case
        when in_care.source_id is not null then 'in_care'
        when on_plan.source_id is not null then 'protection_plan'
        else 'in_need'
    end as standing,
    cast(
        floor(
            (
                (
                    cast(floor(months.ymd / 10000) as integer) - case when months.ymd % 10000 < 901 then 1 else 0 end
                ) * 10000 + 831 - child.born_ymd
            ) / 10000
        ) as integer
    ) between 4 and 15 as school_age,
    months.sessions_possible,
    months.sessions_attended
from months
left join in_care on in_care.source_id = months.source_id
left join on_plan on on_plan.source_id = months.source_id
left join in_need on in_need.source_id = months.source_id
left join child on child.child_id = months.child_id
where in_care.source_id is not null or on_plan.source_id is not null or in_need.source_id is not null
