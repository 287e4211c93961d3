-- One row per child missing at a month end.
select
    episode.child_id,
    episode.source_id,
    episode.team,
    episode.worker_id,
    month_end.as_at
from month_end
inner join missing_episode as episode
    on episode.went_missing_on <= month_end.as_at
    and (episode.returned_on is null or episode.returned_on > month_end.as_at)
where coalesce(episode.kind, 'missing') = 'missing'
