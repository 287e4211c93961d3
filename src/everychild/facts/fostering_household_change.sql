-- One row per approval of a household to foster, and one per end of an approval.
select
    cast(null as varchar) as child_id,
    household.source_id,
    household.team,
    household.worker_id,
    household.approved_on as happened_on,
    coalesce(household.kind, 'not known') as kind_name,
    1 as change
from fostering_household as household
where coalesce(household.kind, '') <> 'temporary'
union all
select
    cast(null as varchar) as child_id,
    household.source_id,
    household.team,
    household.worker_id,
    household.ended_on as happened_on,
    coalesce(household.kind, 'not known') as kind_name,
    -1 as change
from fostering_household as household
where coalesce(household.kind, '') <> 'temporary' and household.ended_on is not null
