-- One row per section 47 enquiry that may yet lead to an initial conference, none held at a month end.
with conference_held as (
    select conference.child_id, conference.held_on
    from conference
    where conference.kind in ('initial', 'pre_birth')
),

answered as (
    select distinct enquiry.source_id, month_end.as_at
    from month_end
    inner join section_47_enquiry as enquiry on enquiry.started_on <= month_end.as_at
    inner join conference_held
        on conference_held.child_id = enquiry.child_id
        and conference_held.held_on >= enquiry.started_on
        and conference_held.held_on <= month_end.as_at
),

on_plan as (
    select distinct enquiry.source_id, month_end.as_at
    from month_end
    inner join section_47_enquiry as enquiry on enquiry.started_on <= month_end.as_at
    inner join child_protection_plan as plan
        on plan.child_id = enquiry.child_id
        and plan.started_on <= month_end.as_at
        and (plan.ended_on is null or plan.ended_on >= enquiry.started_on)
)

select
    enquiry.child_id,
    enquiry.source_id,
    enquiry.team,
    enquiry.worker_id,
    month_end.as_at,
    today.working_day_no - started.start_no as working_days_waiting
from month_end
inner join section_47_enquiry as enquiry
    on enquiry.started_on <= month_end.as_at
    and (enquiry.conference_on is null or enquiry.conference_on > month_end.as_at)
    and enquiry.conference_not_required is distinct from true
inner join calendar as today on today.day = month_end.as_at
left join clock_day as started on started.clock = 'initial_conference' and started.day = enquiry.started_on
left join answered on answered.source_id = enquiry.source_id and answered.as_at = month_end.as_at
left join on_plan on on_plan.source_id = enquiry.source_id and on_plan.as_at = month_end.as_at
left join section_47_outcome as followed
    on followed.child_id = enquiry.child_id
    and followed.started_on = enquiry.started_on
    and followed.ended_on <= month_end.as_at
where answered.source_id is null
    and on_plan.source_id is null
    and coalesce(followed.outcome, 'conference') = 'conference'
