-- One row per child whose first personal education plan in care fell due while the child was still in care.
with due as (
    select
        care.*,
        allowed.start_no,
        allowed.due_on,
        in_working_days.start_no as working_start_no,
        cast(
            floor(
                (
                    (
                        cast(floor(own_day.ymd / 10000) as integer)
                        - case when own_day.ymd % 10000 < 901 then 1 else 0 end
                    ) * 10000 + 831 - child.born_ymd
                ) / 10000
            ) as integer
        ) as age_on_31_august
    from period_of_care as care
    inner join calendar as own_day on own_day.day = care.started_on
    inner join clock_day as allowed on allowed.clock = 'initial_education_plan' and allowed.day = care.started_on
    inner join clock_day as in_working_days
        on in_working_days.clock = 'initial_education_plan_working_days' and in_working_days.day = care.started_on
    left join child on child.child_id = care.child_id
    where coalesce(care.legal_status, '') not in ('V3', 'V4')
        and (care.ended_on is null or care.ended_on > allowed.due_on)
),

planned as (
    select due.source_id, min(plan.completed_on) as completed_on
    from due
    inner join education_plan as plan
        on plan.child_id = due.child_id
        and plan.completed_on >= due.started_on
        and (due.ended_on is null or plan.completed_on <= due.ended_on)
    group by due.source_id
)

select
    due.child_id,
    due.source_id,
    due.team,
    due.worker_id,
    due.due_on as happened_on,
    planned.completed_on as done_on,
    due.age_on_31_august between 4 and 15 as school_age,
    planned_on.school_day_no - due.start_no as school_days_to_plan,
    planned_on.working_day_no - due.working_start_no as working_days_to_plan
from due
left join planned on planned.source_id = due.source_id
left join calendar as planned_on on planned_on.day = planned.completed_on
