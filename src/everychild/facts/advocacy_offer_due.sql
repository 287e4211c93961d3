-- One row per initial conference, and per time a child came into care, by which an advocate should have been offered.
with occasion as (
    select
        conference.child_id,
        conference.source_id,
        conference.team,
        conference.worker_id,
        conference.held_on as happened_on,
        before.due_on as counts_from,
        'Initial conference' as occasion_name
    from conference
    inner join clock_day as before
        on before.clock = 'advocacy_before_conference' and before.day = conference.held_on
    where conference.kind in ('initial', 'pre_birth')
    union all
    select
        care.child_id,
        care.source_id,
        care.team,
        care.worker_id,
        after.due_on as happened_on,
        care.started_on as counts_from,
        'Coming into care' as occasion_name
    from period_of_care as care
    inner join clock_day as after on after.clock = 'advocacy_in_care' and after.day = care.started_on
    where coalesce(care.legal_status, '') not in ('V3', 'V4')
        and (care.ended_on is null or care.ended_on > after.due_on)
),

offered as (
    select distinct occasion.source_id, occasion.occasion_name, occasion.child_id, occasion.happened_on
    from occasion
    inner join advocacy_offer as offer
        on offer.child_id = occasion.child_id
        and offer.offered_on >= occasion.counts_from
        and offer.offered_on <= occasion.happened_on
)

select
    occasion.child_id,
    occasion.source_id,
    occasion.team,
    occasion.worker_id,
    occasion.happened_on,
    offered.source_id is not null as offered_in_time,
    the_day.ymd - child.born_ymd >= 40000 as is_four_or_over,
    occasion.occasion_name
from occasion
inner join calendar as the_day on the_day.day = occasion.happened_on
left join child on child.child_id = occasion.child_id
left join offered
    on offered.source_id = occasion.source_id
    and offered.occasion_name = occasion.occasion_name
    and offered.child_id = occasion.child_id
    and offered.happened_on = occasion.happened_on
