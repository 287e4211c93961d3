-- One row per time a child went missing.
with episode as (
    select *
    from missing_episode
    where coalesce(kind, 'missing') = 'missing'
),

lately as (
    select
        episode.child_id,
        episode.source_id,
        cast(count(*) filter (long_stretch.due_on >= episode.went_missing_on) as integer) as times_lately,
        cast(count(*) filter (short_stretch.due_on >= episode.went_missing_on) as integer) as times_very_lately
    from episode
    inner join episode as earlier
        on earlier.child_id = episode.child_id
        and earlier.went_missing_on <= episode.went_missing_on
    inner join clock_day as long_stretch
        on long_stretch.clock = 'repeat_missing' and long_stretch.day = earlier.went_missing_on
    inner join clock_day as short_stretch
        on short_stretch.clock = 'repeat_missing_short' and short_stretch.day = earlier.went_missing_on
    group by episode.child_id, episode.source_id
)

select
    episode.child_id,
    episode.source_id,
    episode.team,
    episode.worker_id,
    episode.went_missing_on as happened_on,
    lately.times_lately,
    lately.times_very_lately,
    coalesce(episode.missing_from, 'not known') as missing_from_name
from episode
inner join lately on lately.source_id = episode.source_id and lately.child_id = episode.child_id
