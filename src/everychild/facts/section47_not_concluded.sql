-- One row per section 47 enquiry not concluded at a month end.
select
    enquiry.child_id,
    enquiry.source_id,
    enquiry.team,
    enquiry.worker_id,
    month_end.as_at,
    started.due_on,
    today.working_day_no - started.start_no as working_days_open
from month_end
inner join section_47_outcome as enquiry
    on enquiry.started_on <= month_end.as_at
    and (enquiry.ended_on is null or enquiry.ended_on > month_end.as_at)
inner join calendar as today on today.day = month_end.as_at
left join clock_day as started on started.clock = 'section_47_enquiry' and started.day = enquiry.started_on
