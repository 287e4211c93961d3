-- One row per child with an open episode of need at a month end.
select
    episode.child_id,
    episode.source_id,
    episode.team,
    episode.worker_id,
    month_end.as_at,
    told.case_status,
    coalesce(child.born_on, child.expected_birth_on) is not null
    and child.sex is not null
    and (child.sex <> 'not_recorded' or child.born_on is null)
    and coalesce(child.ethnic_group, 'NOBT') <> 'NOBT'
    and child.disabled is not null
    and episode.primary_need is not null as key_fields_known
from month_end
inner join child_in_need_episode as episode
    on episode.started_on <= month_end.as_at
    and (episode.closed_on is null or episode.closed_on > month_end.as_at)
left join month_extract
    on month_extract.record = 'child_in_need_episode' and month_extract.as_at = month_end.as_at
left join child_in_need_episode_as_extracted as told
    on told.extract_no = month_extract.extract_no
    and told.child_id = episode.child_id
    and told.started_on = episode.started_on
left join child on child.child_id = episode.child_id
