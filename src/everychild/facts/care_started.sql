-- One row per period of care started, agreed short breaks left out.
with before as (
    select care.source_id, max(earlier.ended_on) as left_care_on
    from period_of_care as care
    inner join period_of_care as earlier
        on earlier.child_id = care.child_id
        and earlier.started_on < care.started_on
        and earlier.ended_on <= care.started_on
        and coalesce(earlier.reason_ended, '') <> 'X1'
        and coalesce(earlier.legal_status, '') not in ('V3', 'V4')
    group by care.source_id
),

first_placement as (
    select care.source_id, placement.tenths_of_a_mile, placement.placement_type
    from period_of_care as care
    inner join placement_with_carer as placement
        on placement.child_id = care.child_id
        and placement.started_on >= care.started_on
        and (care.ended_on is null or placement.started_on <= care.ended_on)
    qualify row_number() over (partition by care.source_id order by placement.started_on, placement.source_id) = 1
)

select
    care.child_id,
    care.source_id,
    care.team,
    care.worker_id,
    care.started_on as happened_on,
    first_placement.tenths_of_a_mile > 200 as first_placed_far,
    first_placement.tenths_of_a_mile is not null
        and care.unaccompanied is distinct from true
        and first_placement.placement_type is distinct from 'P1' as first_distance_counts,
    coalesce(within_a_year.due_on >= care.started_on, false) or coalesce(care.second_within_year, false) as is_return
from period_of_care as care
left join before on before.source_id = care.source_id
left join first_placement on first_placement.source_id = care.source_id
left join clock_day as within_a_year
    on within_a_year.clock = 'return_to_care' and within_a_year.day = before.left_care_on
where coalesce(care.legal_status, '') not in ('V3', 'V4')
