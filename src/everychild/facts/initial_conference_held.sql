-- One row per child per initial child protection conference, transfers in left out.
select
    conference.child_id,
    conference.source_id,
    conference.team,
    conference.worker_id,
    conference.held_on as happened_on,
    held.working_day_no - enquiry.start_no as working_days_from_strategy_discussion,
    held.working_day_no - from_day_one.start_no as working_days_counting_the_discussion,
    conference.led_to_plan
from conference
inner join calendar as held on held.day = conference.held_on
left join clock_day as enquiry
    on enquiry.clock = 'initial_conference' and enquiry.day = conference.enquiry_started_on
left join clock_day as from_day_one
    on from_day_one.clock = 'initial_conference_from_day_one' and from_day_one.day = conference.enquiry_started_on
where conference.kind in ('initial', 'pre_birth')
