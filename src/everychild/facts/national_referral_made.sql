-- One row per referral of a child to the National Referral Mechanism.
select
    referral.child_id,
    referral.source_id,
    referral.team,
    referral.worker_id,
    referral.referred_on as happened_on,
    case referral.kind
        when 'sexual' then 'Sexual'
        when 'criminal' then 'Criminal'
        when 'trafficking' then 'Trafficking or forced labour'
        else 'Not known'
    end as exploitation_name
from national_referral as referral
