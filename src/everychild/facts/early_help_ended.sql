-- One row per child per period of early help ended.
select
    episode.child_id,
    episode.source_id,
    episode.team,
    episode.worker_id,
    episode.ended_on as happened_on,
    episode.end_reason
from early_help_episode as episode
where episode.ended_on is not null
