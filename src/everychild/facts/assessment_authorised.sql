-- One row per social work assessment authorised by a manager.
with in_order as (
    select
        assessment.*,
        lag(assessment.started_on) over (
            partition by assessment.child_id order by assessment.started_on, assessment.source_id
        ) as previous_on
    from assessment
),

referred as (
    select in_order.source_id, max(referral.referred_on) as referred_on
    from in_order
    inner join referral
        on referral.child_id = in_order.child_id
        and referral.referred_on <= in_order.started_on
        and (in_order.previous_on is null or in_order.previous_on < referral.referred_on)
    inner join clock_day as next_step
        on next_step.clock = 'next_step'
        and next_step.day = referral.referred_on
        and next_step.due_on >= in_order.started_on
    group by in_order.source_id
),

timed as (
    select
        assessment.*,
        authorised.working_day_no - started.start_no as working_days_taken,
        authorised.working_day_no - coalesce(from_referral.start_no, from_start.start_no) as working_days_from_referral
    from assessment
    inner join calendar as authorised on authorised.day = assessment.authorised_on
    left join referred on referred.source_id = assessment.source_id
    left join clock_day as started on started.clock = 'assessment' and started.day = assessment.started_on
    left join clock_day as from_start
        on from_start.clock = 'assessment_from_referral' and from_start.day = assessment.started_on
    left join clock_day as from_referral
        on from_referral.clock = 'assessment_from_referral' and from_referral.day = referred.referred_on
)

select
    timed.child_id,
    timed.source_id,
    timed.team,
    timed.worker_id,
    timed.authorised_on as happened_on,
    timed.working_days_taken,
    timed.working_days_from_referral,
    timed.child_seen,
    timed.support_required,
    coalesce(child.born_on > timed.authorised_on, child.born_on is null and child.expected_birth_on is not null, false) as is_unborn,
    case
        when timed.working_days_taken <= 10 then '10 or fewer'
        when timed.working_days_taken <= 20 then '11 to 20'
        when timed.working_days_taken <= 30 then '21 to 30'
        when timed.working_days_taken <= 40 then '31 to 40'
        when timed.working_days_taken <= 45 then '41 to 45'
        when timed.working_days_taken > 45 then '46 or more'
        else 'Not known'
    end as length_name
from timed
left join child on child.child_id = timed.child_id
