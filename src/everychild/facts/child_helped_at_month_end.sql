-- One row per child helped by early help, or on a child in need plan, at a month end: each child once.
with helped as (
    select
        episode.child_id,
        episode.source_id,
        episode.team,
        episode.worker_id,
        month_end.as_at,
        'early_help' as kind
    from month_end
    inner join early_help_episode as episode
        on episode.started_on <= month_end.as_at
        and (episode.ended_on is null or episode.ended_on > month_end.as_at)
    union all
    select
        episode.child_id,
        episode.source_id,
        episode.team,
        episode.worker_id,
        month_end.as_at,
        'in_need' as kind
    from month_end
    inner join child_in_need_episode as episode
        on episode.started_on <= month_end.as_at
        and (episode.closed_on is null or episode.closed_on > month_end.as_at)
    inner join month_extract
        on month_extract.record = 'child_in_need_episode' and month_extract.as_at = month_end.as_at
    inner join child_in_need_episode_as_extracted as told
        on told.extract_no = month_extract.extract_no
        and told.child_id = episode.child_id
        and told.started_on = episode.started_on
        and told.case_status = 'in_need'
),

each_child as (
    select
        helped.*,
        min(helped.kind) over (partition by helped.child_id, helped.as_at) as one_kind,
        max(helped.kind) over (partition by helped.child_id, helped.as_at) as other_kind
    from helped
    qualify row_number() over (
        partition by helped.child_id, helped.as_at order by helped.kind desc, helped.source_id desc
    ) = 1
)

select
    each_child.child_id,
    each_child.source_id,
    each_child.team,
    each_child.worker_id,
    each_child.as_at,
    case
        when family_help.switched_on is not null then 'Family Help'
        when each_child.one_kind <> each_child.other_kind then 'Early help and child in need'
        when each_child.kind = 'in_need' then 'Child in need'
        else 'Early help'
    end as kind_of_help_name
from each_child
left join family_help on family_help.switched_on <= each_child.as_at
