-- One row per allegation against an adult who works with children concluded.
select
    cast(null as varchar) as child_id,
    allegation.source_id,
    cast(null as varchar) as team,
    cast(null as varchar) as worker_id,
    allegation.concluded_on as happened_on,
    coalesce(short.due_on >= allegation.concluded_on, false) as concluded_in_time,
    coalesce(second.due_on >= allegation.concluded_on, false) as concluded_by_second,
    coalesce(longest.due_on >= allegation.concluded_on, false) as concluded_by_longest,
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
from allegation
left join clock_day as short on short.clock = 'allegation' and short.day = allegation.referred_on
left join clock_day as second on second.clock = 'allegation_second' and second.day = allegation.referred_on
left join clock_day as longest on longest.clock = 'allegation_longest' and longest.day = allegation.referred_on
where allegation.concluded_on is not null
