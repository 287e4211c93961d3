-- One row per row of a fact, with who the child is on the fact's own day.
select
    fact.*,
    own_day.month_no,
    coalesce(child.sex_name, 'Not recorded') as sex_name,
    coalesce(child.ethnic_group_name, 'Not known') as ethnic_group_name,
    case
        when child.born_ymd is null and child.expected_birth_on is not null then 'Unborn'
        when child.born_ymd > own_day.ymd then 'Unborn'
        else coalesce(age_band.band, 'Not known')
    end as age_band,
    case child.disabled when true then 'Disabled' when false then 'Not disabled' else 'Not known' end as disability_name,
    coalesce(child.ward, 'Not known') as ward_name,
    case when in_care.child_id is not null then 'In care' else 'Not in care' end as in_care_name,
    coalesce(need.need_name, 'Not known') as need_name,
    child.born_ymd
from (
{select}
) as fact
inner join calendar as own_day on own_day.day = fact.{own_date}
left join child on child.child_id = fact.child_id
left join age_band on age_band.age = cast(floor((own_day.ymd - child.born_ymd) / 10000) as integer)
left join in_care_span as in_care
    on in_care.child_id = fact.child_id
    and in_care.from_on <= fact.{own_date}
    and in_care.until_on > fact.{own_date}
left join main_need_span as need
    on need.child_id = fact.child_id
    and need.from_on <= fact.{own_date}
    and need.until_on > fact.{own_date}
