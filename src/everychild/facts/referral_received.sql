-- One row per child per referral to children's social care.
with in_order as (
    select
        referral.*,
        lag(referral.referred_on) over child_by_date as previous_on,
        row_number() over (
            partition by referral.child_id order by referral.referred_on desc, referral.source_id desc
        ) as from_the_latest
    from referral
    window child_by_date as (partition by referral.child_id order by referral.referred_on, referral.source_id)
)

select
    in_order.child_id,
    in_order.source_id,
    in_order.team,
    in_order.worker_id,
    in_order.referred_on as happened_on,
    in_order.no_further_action,
    coalesce(previous.due_on >= in_order.referred_on, false)
    or (in_order.from_the_latest = 1 and coalesce(in_order.earlier_referrals, 0) > 0) as is_re_referral
from in_order
left join clock_day as previous on previous.clock = 're_referral' and previous.day = in_order.previous_on
