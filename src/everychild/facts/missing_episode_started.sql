-- One row per time a child went missing.
select
    episode.child_id,
    episode.source_id,
    episode.team,
    episode.worker_id,
    episode.went_missing_on as happened_on,
    coalesce(episode.missing_from, 'not known') as missing_from_name
from missing_episode as episode
where coalesce(episode.kind, 'missing') = 'missing'
