-- One row per child per period of early help started.
select
    episode.child_id,
    episode.source_id,
    episode.team,
    episode.worker_id,
    episode.started_on as happened_on,
    earlier.source_id is not null as is_repeat
from early_help_episode as episode
left join (
    select distinct later.source_id
    from early_help_episode as later
    inner join early_help_episode as before
        on before.child_id = later.child_id and before.ended_on < later.started_on
    inner join clock_day as repeat_by
        on repeat_by.clock = 'early_help_repeat'
        and repeat_by.day = before.ended_on
        and repeat_by.due_on >= later.started_on
) as earlier
    on earlier.source_id = episode.source_id
