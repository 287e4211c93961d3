-- One row per child per child protection conference held, of any kind.
select
    conference.child_id,
    conference.source_id,
    conference.team,
    conference.worker_id,
    conference.held_on as happened_on,
    case
        when conference.participation in ('PN1', 'PN2', 'PN3', 'PN5', 'PN6') then true
        when conference.participation in ('PN0', 'PN4', 'PN7') then false
    end as gave_views,
    the_day.ymd - child.born_ymd >= 40000 as is_four_or_over,
    case conference.kind
        when 'initial' then 'Initial conference'
        when 'pre_birth' then 'Initial conference before birth'
        when 'review' then 'Review conference'
        when 'transfer_in' then 'Transfer in'
        else 'Not known'
    end as conference_kind_name
from conference_attendance as conference
inner join calendar as the_day on the_day.day = conference.held_on
left join child on child.child_id = conference.child_id
