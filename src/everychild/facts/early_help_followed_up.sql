-- One row per child per period of early help ended, in the month the time for following it up was over.
select
    episode.child_id,
    episode.source_id,
    episode.team,
    episode.worker_id,
    follow_up.due_on as happened_on,
    coalesce(episode.end_reason, '') = 'stepped_up' or referred.source_id is not null as stepped_up
from early_help_episode as episode
inner join clock_day as follow_up on follow_up.clock = 'follow_up' and follow_up.day = episode.ended_on
left join (
    select distinct ended.source_id
    from early_help_episode as ended
    inner join clock_day as until on until.clock = 'follow_up' and until.day = ended.ended_on
    inner join referral
        on referral.child_id = ended.child_id
        and referral.referred_on >= ended.ended_on
        and referral.referred_on <= until.due_on
        and referral.no_further_action is distinct from true
) as referred
    on referred.source_id = episode.source_id
