-- One row per child in care at a month end, agreed short breaks left out.
with in_care as (
    select care.*, month_end.as_at
    from month_end
    inner join period_of_care as care
        on care.started_on <= month_end.as_at
        and (care.ended_on is null or care.ended_on > month_end.as_at)
    where coalesce(care.legal_status, '') not in ('V3', 'V4')
),

-- Every social worker of the last 12 months; one held before and still held at its beginning is among them.
social_workers as (
    select
        in_care.source_id,
        in_care.as_at,
        count(distinct allocation.worker_id) as in_year,
        max(case when a_year_from_start.due_on <= in_care.as_at then 1 else 0 end) = 1 as whole_year_is_known,
        max(
            case
                when (allocation.ended_on is null or allocation.ended_on > in_care.as_at)
                    and allocation.qualified is distinct from false
                    then 1
                else 0
            end
        ) = 1 as allocated
    from in_care
    inner join allocation
        on allocation.child_id = in_care.child_id
        and allocation.role = 'case_worker'
        and allocation.started_on <= in_care.as_at
    left join clock_day as a_year_from_start
        on a_year_from_start.clock = 'social_workers_counted' and a_year_from_start.day = allocation.started_on
    left join clock_day as a_year_from_end
        on a_year_from_end.clock = 'social_workers_counted' and a_year_from_end.day = allocation.ended_on
    where allocation.ended_on is null or a_year_from_end.due_on > in_care.as_at
    group by in_care.source_id, in_care.as_at
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
    told.unaccompanied,
    coalesce(standing.legal_status, told.legal_status) as legal_status,
    coalesce(legal_group.name, 'Not known') as legal_status_name,
    coalesce(living.placement_type_name, 'Not known') as placement_type_name,
    exists (
        select 1
        from deprivation_of_liberty_order as court_order
        where court_order.child_id = in_care.child_id
            and court_order.started_on <= in_care.as_at
            and (court_order.ended_on is null or court_order.ended_on > in_care.as_at)
    ) as deprived_of_liberty,
    coalesce(
        living.placement_type = 'P1'
        and coalesce(standing.legal_status, told.legal_status) = 'C2'
        and at_home.due_on < in_care.as_at,
        false
    ) as long_at_home_on_order,
    coalesce(social_workers.allocated, false) as has_social_worker,
    case when social_workers.whole_year_is_known then cast(social_workers.in_year as integer) end as social_workers_in_year,
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
left join child_living_at_month_end as living
    on living.child_id = in_care.child_id and living.as_at = in_care.as_at
left join (
    select spell.child_id, spell.legal_status, month_end.as_at
    from month_end
    inner join legal_status_spell as spell
        on spell.started_on <= month_end.as_at
        and (spell.ended_on is null or spell.ended_on > month_end.as_at)
    qualify row_number() over (
        partition by spell.child_id, month_end.as_at order by spell.started_on desc, spell.source_id desc
    ) = 1
) as standing
    on standing.child_id = in_care.child_id and standing.as_at = in_care.as_at
left join legal_group on legal_group.code = coalesce(standing.legal_status, told.legal_status)
left join clock_day as at_home on at_home.clock = 'at_home_on_order' and at_home.day = living.started_on
left join social_workers
    on social_workers.source_id = in_care.source_id and social_workers.as_at = in_care.as_at
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
