-- One row per assessment that found no need for social care, for each time it is followed up for, when that was over.
with closed as (
    select assessment.*
    from assessment
    where assessment.support_required = false and assessment.authorised_on is not null
),

came_back as (
    select closed.source_id, min(back.back_on) as back_on
    from closed
    inner join (
        select referral.child_id, referral.referred_on as back_on
        from referral
        union all
        select assessment.child_id, assessment.started_on as back_on
        from assessment
    ) as back
        on back.child_id = closed.child_id and back.back_on > closed.authorised_on
    group by closed.source_id
)

select
    closed.child_id,
    closed.source_id,
    closed.team,
    closed.worker_id,
    followed.due_on as happened_on,
    followed.clock as followed_for,
    coalesce(came_back.back_on <= followed.due_on, false) as came_back,
    coalesce(came_back.back_on <= followed.due_on, false) as came_back_in_the_longer
from closed
inner join clock_day as followed
    on followed.clock in ('follow_up', 'long_follow_up') and followed.day = closed.authorised_on
left join came_back on came_back.source_id = closed.source_id
