-- One row per allegation against an adult who works with children not concluded at a month end.
select
    cast(null as varchar) as child_id,
    allegation.source_id,
    cast(null as varchar) as team,
    cast(null as varchar) as worker_id,
    month_end.as_at,
    due.due_on,
    coalesce(due.due_on < month_end.as_at, false) as is_late,
    case allegation.workplace
        when 'education' then 'Education'
        when 'early_years' then 'Early years and childcare'
        when 'foster_care' then 'Foster care'
        when 'residential' then 'Children’s homes'
        when 'social_care' then 'Social care'
        when 'health' then 'Health'
        when 'police' then 'Police'
        when 'faith' then 'Faith groups'
        when 'leisure' then 'Sport and leisure'
        when 'transport' then 'Transport'
        when 'other' then 'Other'
        else 'Not known'
    end as workplace_name
from month_end
inner join allegation
    on allegation.referred_on <= month_end.as_at
    and (allegation.concluded_on is null or allegation.concluded_on > month_end.as_at)
left join clock_day as due on due.clock = 'allegation' and due.day = allegation.referred_on
