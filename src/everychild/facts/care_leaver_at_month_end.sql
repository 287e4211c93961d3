-- One row per young person receiving leaving-care services at a month end, as the next extract told it.
select
    leaver.child_id,
    leaver.source_id,
    leaver.team,
    leaver.worker_id,
    month_extract.as_at,
    leaver.eligibility,
    leaver.in_touch,
    leaver.accommodation_suitable,
    leaver.accommodation,
    leaver.activity,
    leaver.personal_adviser_id is not null as has_personal_adviser,
    coalesce(plan.due_on >= month_extract.as_at, false) as pathway_plan_up_to_date,
    coalesce(contact.due_on >= month_extract.as_at, false) as contacted_in_time,
    cast(floor((today.ymd - child.born_ymd) / 10000) as integer) as age,
    case
        when floor((ahead.ymd - child.born_ymd) / 10000) > floor((behind.ymd - 1 - child.born_ymd) / 10000)
            then cast(floor((ahead.ymd - child.born_ymd) / 10000) as integer)
    end as birthday
from month_extract
inner join care_leaver_as_extracted as leaver on leaver.extract_no = month_extract.extract_no
inner join calendar as today on today.day = month_extract.as_at
left join child on child.child_id = leaver.child_id
left join clock_day as plan on plan.clock = 'pathway_plan' and plan.day = leaver.pathway_plan_reviewed_on
left join clock_day as contact on contact.clock = 'care_leaver_contact' and contact.day = leaver.last_contact_on
left join clock_day as before_birthday
    on before_birthday.clock = 'before_birthday' and before_birthday.day = month_extract.as_at
left join calendar as ahead on ahead.day = before_birthday.due_on
left join clock_day as after_birthday
    on after_birthday.clock = 'after_birthday' and after_birthday.day = month_extract.as_at
left join calendar as behind on behind.day = after_birthday.due_on
where month_extract.record = 'care_leaver'
