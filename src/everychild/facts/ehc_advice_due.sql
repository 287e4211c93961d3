-- One row per piece of professional advice that fell due in a needs assessment.
select
    advice.child_id,
    advice.source_id,
    advice.team,
    cast(null as varchar) as worker_id,
    clock_day.due_on as happened_on,
    advice.received_on as done_on,
    clock_day.due_on,
    case
        when advice.received_on >= advice.asked_on then date_diff('day', advice.asked_on, advice.received_on)
    end as days_to_advice,
    case advice.profession
        when 'educational_psychology' then 'Educational psychologist'
        when 'health' then 'Health'
        when 'social_care' then 'Social care'
        when 'school' then 'School or other setting'
        else 'Another adviser'
    end as adviser
from ehc_advice as advice
inner join clock_day on clock_day.clock = 'ehc_advice' and clock_day.day = advice.asked_on
