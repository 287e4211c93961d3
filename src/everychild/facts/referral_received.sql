-- One row per child per referral to children's social care.
with in_order as (
    select
        referral.*,
        lag(referral.referred_on) over child_by_date as previous_on,
        lead(referral.referred_on) over child_by_date as next_on,
        row_number() over (
            partition by referral.child_id order by referral.referred_on desc, referral.source_id desc
        ) as from_the_latest
    from referral
    window child_by_date as (partition by referral.child_id order by referral.referred_on, referral.source_id)
),

brought_by as (
    select in_order.source_id, contact.contacted_on, contact.decided_on
    from in_order
    inner join contact
        on contact.child_id = in_order.child_id
        and contact.contacted_on <= in_order.referred_on
        and contact.outcome in ('referral', 'strategy_discussion')
    inner join clock_day as next_step
        on next_step.clock = 'next_step'
        and next_step.day = contact.contacted_on
        and next_step.due_on >= in_order.referred_on
    qualify row_number() over (
        partition by in_order.source_id order by contact.contacted_on desc, contact.source_id
    ) = 1
),

assessed as (
    select distinct in_order.source_id
    from in_order
    inner join clock_day as next_step on next_step.clock = 'next_step' and next_step.day = in_order.referred_on
    inner join assessment
        on assessment.child_id = in_order.child_id
        and assessment.started_on >= in_order.referred_on
        and assessment.started_on <= next_step.due_on
        and (in_order.next_on is null or assessment.started_on < in_order.next_on)
)

select
    in_order.child_id,
    in_order.source_id,
    in_order.team,
    in_order.worker_id,
    in_order.referred_on as happened_on,
    in_order.no_further_action,
    coalesce(previous.due_on >= in_order.referred_on, false)
    or (in_order.from_the_latest = 1 and coalesce(in_order.earlier_referrals, 0) > 0) as is_re_referral,
    decided.working_day_no - received.start_no as working_days_to_decision,
    assessed.source_id is not null as led_to_assessment,
    case
        when in_order.source in ('1A', '1B', '1C', '1D') then 'Family, friends and individuals'
        when in_order.source = '2A' then 'Schools'
        when in_order.source = '2B' then 'Education services'
        when in_order.source in ('3A', '3B', '3C', '3D', '3E', '3F') then 'Health'
        when in_order.source = '4' then 'Housing'
        when in_order.source in ('5A', '5B', '5C', '5D') then 'Council services'
        when in_order.source = '6' then 'Police'
        when in_order.source = '7' then 'Other legal agencies'
        when in_order.source = '8' then 'Other'
        when in_order.source = '9' then 'Anonymous'
        else 'Not known'
    end as referrer_name
from in_order
left join clock_day as previous on previous.clock = 're_referral' and previous.day = in_order.previous_on
left join brought_by on brought_by.source_id = in_order.source_id
left join clock_day as received on received.clock = 'referral_decision' and received.day = brought_by.contacted_on
left join calendar as decided on decided.day = brought_by.decided_on
left join assessed on assessed.source_id = in_order.source_id
