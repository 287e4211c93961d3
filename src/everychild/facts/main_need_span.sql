-- One row per run of days on which an open case's main need was the same: runs of one child never overlap.
with episode as (
    select
        episode.child_id,
        episode.started_on,
        coalesce(episode.closed_on, date '9999-12-31') as closed_on,
        primary_need.name as need_name
    from child_in_need_episode as episode
    inner join primary_need on primary_need.code = episode.primary_need
    where episode.closed_on is null or episode.closed_on > episode.started_on
),

edge as (
    select episode.child_id, episode.started_on as day from episode
    union
    select episode.child_id, episode.closed_on from episode
),

stretch as (
    select
        edge.child_id,
        edge.day as from_on,
        lead(edge.day) over (partition by edge.child_id order by edge.day) as until_on
    from edge
)

select stretch.child_id, stretch.from_on, stretch.until_on, min(episode.need_name) as need_name
from stretch
inner join episode
    on episode.child_id = stretch.child_id
    and episode.started_on <= stretch.from_on
    and episode.closed_on >= stretch.until_on
group by stretch.child_id, stretch.from_on, stretch.until_on
