-- One row per section 47 enquiry concluded.
select
    enquiry.child_id,
    enquiry.source_id,
    enquiry.team,
    enquiry.worker_id,
    enquiry.ended_on as happened_on,
    ended.working_day_no - started.start_no as working_days_taken,
    case enquiry.outcome
        when 'conference' then 'A conference'
        when 'assessment' then 'An assessment'
        when 'services' then 'Help without a conference'
        when 'legal_action' then 'Legal action'
        when 'no_further_action' then 'No further action'
        when 'other' then 'Something else'
        else 'Not known'
    end as outcome_name
from section_47_outcome as enquiry
inner join calendar as ended on ended.day = enquiry.ended_on
left join clock_day as started on started.clock = 'section_47_enquiry' and started.day = enquiry.started_on
