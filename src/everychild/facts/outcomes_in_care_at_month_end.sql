-- One row per child in care at a month end, with what the outcomes list taken after it tells of the child's year.
with in_care as (
    select care.*, month_end.as_at
    from month_end
    inner join period_of_care as care
        on care.started_on <= month_end.as_at
        and (care.ended_on is null or care.ended_on > month_end.as_at)
    where coalesce(care.legal_status, '') not in ('V3', 'V4')
)

select
    in_care.child_id,
    in_care.source_id,
    in_care.team,
    in_care.worker_id,
    in_care.as_at,
    coalesce(year_in_care.due_on <= in_care.as_at, false) as in_care_a_year,
    cast(floor((today.ymd - child.born_ymd) / 10000) as integer) as age,
    told.immunised,
    told.development_checked,
    told.questionnaire_score,
    told.convicted,
    told.substance_misuse
from in_care
inner join calendar as today on today.day = in_care.as_at
left join child on child.child_id = in_care.child_id
left join clock_day as year_in_care on year_in_care.clock = 'year_in_care' and year_in_care.day = in_care.started_on
left join month_extract on month_extract.record = 'care_outcome' and month_extract.as_at = in_care.as_at
left join (
    select listed.*
    from care_outcome_as_extracted as listed
    qualify row_number() over (partition by listed.extract_no, listed.child_id order by listed.source_id) = 1
) as told
    on told.extract_no = month_extract.extract_no and told.child_id = in_care.child_id
