-- One row per child in care at a month end with where they live, agreed short breaks left out.
select
    care.child_id,
    care.source_id,
    care.team,
    care.worker_id,
    month_end.as_at,
    living.placement_type_name,
    living.tenths_of_a_mile > 200 as far_from_home,
    living.placement_type in ('U1', 'U2', 'U3', 'U4', 'U5', 'U6') as fostered,
    living.provider = 'PR1' as council_provides,
    living.placement_type in ('K1', 'K2') as in_childrens_home,
    living.placement_type in ('K3', 'H5') as in_supported_accommodation,
    living.unregistered,
    today.ymd - child.born_ymd >= 160000 and today.ymd - child.born_ymd < 180000 as aged_16_or_17,
    coalesce(today.ymd - child.born_ymd < 160000 and long_in_care.due_on <= month_end.as_at, false) as should_be_settled,
    coalesce(settled.due_on <= month_end.as_at, false) as with_same_carer
from month_end
inner join period_of_care as care
    on care.started_on <= month_end.as_at
    and (care.ended_on is null or care.ended_on > month_end.as_at)
    and coalesce(care.legal_status, '') not in ('V3', 'V4')
inner join calendar as today on today.day = month_end.as_at
left join child on child.child_id = care.child_id
left join child_living_at_month_end as living
    on living.child_id = care.child_id and living.as_at = month_end.as_at
left join clock_day as long_in_care on long_in_care.clock = 'long_in_care' and long_in_care.day = care.started_on
-- Placed for adoption with a new carer, the placement before counts with it.
left join clock_day as settled
    on settled.clock = 'settled_with_carer'
    and settled.day = case
        when living.placement_type in ('A3', 'A4', 'A5', 'A6') and living.started_on = living.came_to_carer_on
            then coalesce(living.carer_before_on, living.came_to_carer_on)
        else living.came_to_carer_on
    end
