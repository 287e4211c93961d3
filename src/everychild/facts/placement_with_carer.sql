-- One row per placement, with the day the child came to its carer and to the carer before.
with described as (
    select
        placement.*,
        placement_group.name as placement_type_name,
        case when placement.tenths_of_a_mile_from_home < 9999 then placement.tenths_of_a_mile_from_home end as tenths_of_a_mile,
        coalesce(placement.placement_type, '') in ('T0', 'T1', 'T2', 'T3', 'T4') as is_temporary
    from placement
    left join placement_group on placement_group.code = placement.placement_type
),

-- A temporary placement leaves the child with the carer they will come back to.
followed as (
    select
        described.*,
        max(case when not is_temporary and same_carer is distinct from true then started_on end) over (
            partition by child_id
            order by started_on, source_id
            rows between unbounded preceding and current row
        ) as came_to_carer_on
    from described
),

carers as (
    select child_id, started_on, lag(started_on) over (partition by child_id order by started_on) as carer_before_on
    from (
        select distinct child_id, started_on
        from described
        where not is_temporary and same_carer is distinct from true
    ) as begun
)

select followed.*, carers.carer_before_on
from followed
left join carers on carers.child_id = followed.child_id and carers.started_on = followed.came_to_carer_on
