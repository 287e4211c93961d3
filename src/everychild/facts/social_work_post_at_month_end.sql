-- One row per social work post or social worker at a month end, as the last snapshot of the month tells it.
with last_told as (
    select month_end.as_at, max(staff.told_on) as told_on
    from month_end
    inner join calendar as month_day on month_day.month_no = month_end.month_no
    inner join staff on staff.told_on = month_day.day
    group by month_end.as_at
),

told as (
    select
        staff.*,
        last_told.as_at,
        coalesce(staff.left_on <= last_told.as_at, false) as has_left,
        staff.worker_id is not null or coalesce(staff.fte, 0) > 0 as has_worker
    from last_told
    inner join staff on staff.told_on = last_told.told_on
),

last_supervision as (
    select told.worker_id, told.as_at, max(supervision.held_on) as held_on
    from told
    inner join staff_supervision as supervision
        on supervision.worker_id = told.worker_id
        and supervision.held_on <= told.as_at
        and (supervision.recorded_on is null or supervision.recorded_on <= told.as_at)
    group by told.worker_id, told.as_at
),

posts as (
    select
        *,
        case
            when has_left or agency or not has_worker then 0
            when agency = false then fte
        end as employed_fte,
        case when has_left or not has_worker then 0 when agency then fte when agency = false then 0 end as agency_fte
    from told
)

select
    cast(null as varchar) as child_id,
    posts.source_id,
    posts.team,
    posts.worker_id,
    posts.as_at,
    posts.has_worker and not posts.has_left as in_post,
    posts.newly_qualified,
    posts.absent_on_day as absent,
    coalesce(first_due.due_on < posts.as_at, false) as supervision_could_be_due,
    coalesce(next_due.due_on >= posts.as_at, false) as supervised_in_time,
    coalesce(posts.vacant_fte, 0) as vacant_fte,
    posts.employed_fte + coalesce(posts.vacant_fte, 0) as post_fte,
    posts.agency_fte,
    posts.agency_fte + posts.employed_fte as working_fte
from posts
left join last_supervision
    on last_supervision.worker_id = posts.worker_id and last_supervision.as_at = posts.as_at
left join clock_day as first_due on first_due.clock = 'staff_supervision' and first_due.day = posts.started_on
left join clock_day as next_due on next_due.clock = 'staff_supervision' and next_due.day = last_supervision.held_on
where not posts.has_left or posts.vacant_fte > 0
