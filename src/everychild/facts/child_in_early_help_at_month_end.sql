-- One row per child helped by early help at a month end.
select
    episode.child_id,
    episode.source_id,
    episode.team,
    episode.worker_id,
    month_end.as_at
from month_end
inner join early_help_episode as episode
    on episode.started_on <= month_end.as_at
    and (episode.ended_on is null or episode.ended_on > month_end.as_at)
qualify row_number() over (
    partition by episode.child_id, month_end.as_at order by episode.started_on desc, episode.source_id desc
) = 1
