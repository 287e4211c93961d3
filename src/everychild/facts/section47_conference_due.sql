-- One row per section 47 enquiry, in the month in which the time for a conference ran out.
select
    enquiry.child_id,
    enquiry.source_id,
    enquiry.team,
    enquiry.worker_id,
    started.due_on as happened_on,
    enquiry.conference_on as done_on,
    case
        when enquiry.conference_on is not null then true
        when enquiry.conference_not_required then false
    end as led_to_conference
from section_47_enquiry as enquiry
inner join clock_day as started on started.clock = 'initial_conference' and started.day = enquiry.started_on
