-- One row per child in care at a month end, agreed short breaks left out.
with in_care as (
    select care.*, month_end.as_at
    from month_end
    inner join period_of_care as care
        on care.started_on <= month_end.as_at
        and (care.ended_on is null or care.ended_on > month_end.as_at)
    where coalesce(care.legal_status, '') not in ('V3', 'V4')
),

last_visit as (
    select in_care.source_id, in_care.as_at, max(visit.visited_on) as visited_on
    from in_care
    inner join seen_visit as visit
        on visit.child_id = in_care.child_id
        and visit.kind = 'care'
        and visit.visited_on >= in_care.started_on
        and visit.visited_on <= in_care.as_at
    group by in_care.source_id, in_care.as_at
)

select
    in_care.child_id,
    in_care.source_id,
    in_care.team,
    in_care.worker_id,
    in_care.as_at,
    told.placements_in_year,
    living.out_of_area,
    coalesce(year_in_care.due_on <= in_care.as_at, false) as in_care_a_year,
    coalesce(first_check.due_on < in_care.as_at, false) as health_check_could_be_due,
    coalesce(first_visit.due_on < in_care.as_at, false) as visit_could_be_due,
    coalesce(visited.due_on >= in_care.as_at, false) as visited_in_time,
    coalesce(
        case when today.ymd - child.born_ymd < 50000 then young.due_on else older.due_on end >= in_care.as_at, false
    ) as health_assessment_up_to_date,
    coalesce(dental.due_on >= in_care.as_at, false) as dental_check_up_to_date
from in_care
inner join calendar as today on today.day = in_care.as_at
left join child on child.child_id = in_care.child_id
left join month_extract on month_extract.record = 'period_of_care' and month_extract.as_at = in_care.as_at
left join period_of_care_as_extracted as told
    on told.extract_no = month_extract.extract_no
    and told.child_id = in_care.child_id
    and told.started_on = in_care.started_on
left join (
    select placement.*, month_end.as_at
    from month_end
    inner join placement
        on placement.started_on <= month_end.as_at
        and (placement.ended_on is null or placement.ended_on > month_end.as_at)
    qualify row_number() over (
        partition by placement.child_id, month_end.as_at order by placement.started_on desc, placement.source_id desc
    ) = 1
) as living
    on living.child_id = in_care.child_id and living.as_at = in_care.as_at
left join last_visit on last_visit.source_id = in_care.source_id and last_visit.as_at = in_care.as_at
left join clock_day as year_in_care on year_in_care.clock = 'year_in_care' and year_in_care.day = in_care.started_on
left join clock_day as first_check
    on first_check.clock = 'initial_health_assessment' and first_check.day = in_care.started_on
left join clock_day as first_visit on first_visit.clock = 'care_visit' and first_visit.day = in_care.started_on
left join clock_day as visited on visited.clock = 'care_visit' and visited.day = last_visit.visited_on
left join clock_day as young
    on young.clock = 'health_assessment_under_five' and young.day = told.health_assessed_on
left join clock_day as older on older.clock = 'health_assessment' and older.day = told.health_assessed_on
left join clock_day as dental on dental.clock = 'dental_check' and dental.day = told.dental_check_on
