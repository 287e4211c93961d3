-- One row per episode of need closed.
select
    episode.child_id,
    episode.source_id,
    episode.team,
    episode.worker_id,
    episode.closed_on as happened_on,
    episode.closure_reason,
    case episode.closure_reason
        when 'RC1' then 'Adopted'
        when 'RC2' then 'Died'
        when 'RC3' then 'Child arrangements order'
        when 'RC4' then 'Special guardianship order'
        when 'RC5' then 'Moved to another council'
        when 'RC6' then 'Moved to adult social care'
        when 'RC7' then 'Other, including no longer in need'
        when 'RC8' then 'Closed after assessment, no further action'
        when 'RC9' then 'Closed after assessment, referred to early help'
        else 'Not known'
    end as closure_name
from child_in_need_episode as episode
where episode.closed_on is not null
