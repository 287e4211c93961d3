-- One row per child with an open episode of need at a month end.
with open_episode as (
    select episode.*, month_end.as_at
    from month_end
    inner join child_in_need_episode as episode
        on episode.started_on <= month_end.as_at
        and (episode.closed_on is null or episode.closed_on > month_end.as_at)
),

assessed as (
    select open_episode.source_id, open_episode.as_at, assessment.authorised_on, assessment.support_required
    from open_episode
    inner join assessment
        on assessment.child_id = open_episode.child_id
        and assessment.started_on >= open_episode.started_on
        and assessment.authorised_on <= open_episode.as_at
    qualify row_number() over (
        partition by open_episode.source_id, open_episode.as_at
        order by assessment.authorised_on desc, assessment.source_id desc
    ) = 1
),

planned as (
    select month_end.as_at, plan.child_id
    from month_end
    inner join child_in_need_plan as plan
        on plan.started_on <= month_end.as_at and (plan.ended_on is null or plan.ended_on > month_end.as_at)
    union
    select month_end.as_at, plan.child_id
    from month_end
    inner join child_protection_plan as plan
        on plan.started_on <= month_end.as_at and (plan.ended_on is null or plan.ended_on > month_end.as_at)
    union
    select month_end.as_at, care.child_id
    from month_end
    inner join period_of_care as care
        on care.started_on <= month_end.as_at and (care.ended_on is null or care.ended_on > month_end.as_at)
),

allocated as (
    select distinct month_end.as_at, allocation.child_id
    from month_end
    inner join allocation
        on allocation.started_on <= month_end.as_at
        and (allocation.ended_on is null or allocation.ended_on > month_end.as_at)
        and coalesce(allocation.role, 'case_worker') in ('case_worker', 'family_help_lead')
)

select
    open_episode.child_id,
    open_episode.source_id,
    open_episode.team,
    open_episode.worker_id,
    open_episode.as_at,
    told.case_status,
    assessed.support_required as assessed_in_need,
    today.working_day_no - authorised.start_no as working_days_since_assessed,
    planned.child_id is not null as has_a_plan,
    allocated.child_id is not null as has_a_worker,
    child.disabled as is_disabled,
    coalesce(child.born_on, child.expected_birth_on) is not null
    and child.sex is not null
    and (child.sex <> 'not_recorded' or child.born_on is null)
    and coalesce(child.ethnic_group, 'NOBT') <> 'NOBT'
    and child.disabled is not null
    and open_episode.primary_need is not null as key_fields_known
from open_episode
inner join calendar as today on today.day = open_episode.as_at
left join month_extract
    on month_extract.record = 'child_in_need_episode' and month_extract.as_at = open_episode.as_at
left join child_in_need_episode_as_extracted as told
    on told.extract_no = month_extract.extract_no
    and told.child_id = open_episode.child_id
    and told.started_on = open_episode.started_on
left join child on child.child_id = open_episode.child_id
left join assessed on assessed.source_id = open_episode.source_id and assessed.as_at = open_episode.as_at
left join clock_day as authorised
    on authorised.clock = 'need_plan_start' and authorised.day = assessed.authorised_on
left join planned on planned.child_id = open_episode.child_id and planned.as_at = open_episode.as_at
left join allocated on allocated.child_id = open_episode.child_id and allocated.as_at = open_episode.as_at
