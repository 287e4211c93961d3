-- One row per child per contact received at the front door.
with contact_day as (
    select
        days.child_id,
        days.contacted_on,
        lag(days.contacted_on) over (partition by days.child_id order by days.contacted_on) as previous_on
    from (select distinct contact.child_id, contact.contacted_on from contact) as days
)

select
    contact.child_id,
    contact.source_id,
    contact.team,
    contact.worker_id,
    contact.contacted_on as happened_on,
    decided.working_day_no - received.start_no as working_days_to_decision,
    contact.outcome,
    coalesce(previous.due_on >= contact.contacted_on, false) as is_repeat
from contact
inner join contact_day
    on contact_day.child_id = contact.child_id and contact_day.contacted_on = contact.contacted_on
left join clock_day as previous on previous.clock = 'repeat_contact' and previous.day = contact_day.previous_on
left join clock_day as received on received.clock = 'contact_decision' and received.day = contact.contacted_on
left join calendar as decided on decided.day = contact.decided_on
