-- One row per social worker the council employs and month, as the last snapshot of the month tells it.
with months as (
    select
        month_day.month_no,
        min(month_day.day) as first_day,
        max(month_day.working_day_no) as last_no,
        max(staff.told_on) as told_on
    from calendar as month_day
    left join staff on staff.told_on = month_day.day
    group by month_day.month_no
),

told as (
    select
        staff.*,
        coalesce(staff.left_on <= staff.told_on, false) as has_left,
        staff.left_on <= staff.told_on
        and (staff.left_on > before.told_on or (before.told_on is null and staff.left_on >= months.first_day))
            as left_in_month,
        months.last_no - before.last_no as working_days
    from months
    inner join staff on staff.told_on = months.told_on
    left join months as before on before.month_no = months.month_no - 1
    where staff.agency = false and (staff.worker_id is not null or coalesce(staff.fte, 0) > 0)
)

select
    cast(null as varchar) as child_id,
    source_id,
    team,
    worker_id,
    told_on as happened_on,
    case when has_left then 0 else fte end as employed_fte,
    case when coalesce(left_in_month, false) then 12 * fte else 0 end as leaver_fte,
    case
        when coalesce(left_in_month, false) and left_because is null then null
        when coalesce(left_in_month, false) and left_because in ('resigned', 'retired') then 12 * fte
        else 0
    end as voluntary_leaver_fte,
    days_absent,
    case when has_left then 0 else fte * working_days end as days_available
from told
where not has_left or coalesce(left_in_month, false)
