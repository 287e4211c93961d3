-- One row per enquiry about fostering, on the day by which it could have led to an approval in time.
select
    cast(null as varchar) as child_id,
    enquiry.source_id,
    enquiry.team,
    enquiry.worker_id,
    approval.due_on as happened_on,
    coalesce(enquiry.approved_on <= approval.due_on, false) as approved_in_time
from fostering_enquiry as enquiry
inner join clock_day as approval on approval.clock = 'fostering_approval' and approval.day = enquiry.enquired_on
