-- One row per serious incident whose notification fell due.
select
    incident.child_id,
    incident.source_id,
    incident.team,
    cast(null as varchar) as worker_id,
    clock_day.due_on as happened_on,
    incident.notified_on as done_on,
    clock_day.due_on,
    case
        when incident.notified_on >= incident.known_on then notified.working_day_no - clock_day.start_no
    end as working_days_to_notify
from serious_incident as incident
inner join clock_day on clock_day.clock = 'serious_incident' and clock_day.day = incident.known_on
left join calendar as notified on notified.day = incident.notified_on
