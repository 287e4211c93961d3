-- One row per household approved to foster at a month end, as the next extract told it.
with told as (
    select
        household.extract_no,
        household.household_id,
        household.approved_on,
        max(household.places) as places,
        max(household.children_placed) as children_placed,
        max(household.reviewed_on) as reviewed_on,
        max(household.visited_unannounced_on) as visited_unannounced_on
    from fostering_household_as_extracted as household
    group by household.extract_no, household.household_id, household.approved_on
)

select
    cast(null as varchar) as child_id,
    household.source_id,
    household.team,
    household.worker_id,
    month_end.as_at,
    coalesce(household.kind, 'not known') as kind_name,
    coalesce(household.kind, '') = 'temporary' as is_temporary,
    told.places,
    told.children_placed,
    first_review.due_on < month_end.as_at as approved_a_year,
    coalesce(review.due_on >= month_end.as_at, false) as reviewed_in_time,
    coalesce(visit.due_on >= month_end.as_at, false) as visited_unannounced,
    case when household.extended_on <= month_end.as_at then extended.due_on else temporary.due_on end
    < month_end.as_at as past_temporary_time
from month_end
inner join fostering_household as household
    on household.approved_on <= month_end.as_at
    and (household.ended_on is null or household.ended_on > month_end.as_at)
left join month_extract
    on month_extract.record = 'fostering_household' and month_extract.as_at = month_end.as_at
left join told
    on told.extract_no = month_extract.extract_no
    and told.household_id = household.household_id
    and told.approved_on = household.approved_on
left join clock_day as first_review
    on first_review.clock = 'fostering_review' and first_review.day = household.approved_on
left join clock_day as review on review.clock = 'fostering_review' and review.day = told.reviewed_on
left join clock_day as visit on visit.clock = 'unannounced_visit' and visit.day = told.visited_unannounced_on
left join clock_day as temporary
    on temporary.clock = 'temporary_fostering' and temporary.day = household.approved_on
left join clock_day as extended
    on extended.clock = 'temporary_fostering_extended' and extended.day = household.approved_on
