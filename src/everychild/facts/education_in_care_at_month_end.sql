-- One row per child in care at a month end, with the education plan and twelve months of school.
with school_year as (
    select
        month_end.as_at,
        today.ymd,
        today.month_no,
        cast(floor(today.ymd / 10000) as integer) - case when today.ymd % 10000 < 901 then 1 else 0 end as starts_in
    from month_end
    inner join calendar as today on today.day = month_end.as_at
),

in_care as (
    select
        care.*,
        school_year.as_at,
        school_year.month_no,
        school_year.starts_in,
        cast(floor((school_year.starts_in * 10000 + 831 - child.born_ymd) / 10000) as integer) as age_on_31_august,
        cast(floor((school_year.ymd - child.born_ymd) / 10000) as integer) as age
    from school_year
    inner join period_of_care as care
        on care.started_on <= school_year.as_at
        and (care.ended_on is null or care.ended_on > school_year.as_at)
    left join child on child.child_id = care.child_id
    where coalesce(care.legal_status, '') not in ('V3', 'V4')
),

terms as (
    select
        month_end.as_at,
        max(term.starts_on) as this_term_from,
        max(case when term.ends_on < month_end.as_at then term.starts_on end) as last_term_from
    from month_end
    inner join school_term as term on term.starts_on <= month_end.as_at
    group by month_end.as_at
),

planned as (
    select in_care.source_id, in_care.as_at, max(plan.completed_on) as completed_on
    from in_care
    inner join education_plan as plan
        on plan.child_id = in_care.child_id and plan.completed_on <= in_care.as_at
    group by in_care.source_id, in_care.as_at
),

told as (
    select
        in_care.source_id,
        in_care.as_at,
        case when school.sessions_attended is not null then school.sessions_possible end as possible,
        school.sessions_possible - school.sessions_attended as missed,
        school.suspensions,
        month.month_no >= in_care.starts_in * 12 + 8 as is_this_year,
        case when month.month_no = in_care.month_no then school.school_place end as school_place
    from in_care
    inner join school_attendance as school on school.child_id = in_care.child_id
    inner join calendar as month
        on month.day = school.month_from
        and month.month_no <= in_care.month_no
        and month.month_no > in_care.month_no - 12
),

attended as (
    select
        told.source_id,
        told.as_at,
        sum(told.possible) as possible,
        sum(told.missed) as missed,
        sum(told.suspensions) as suspensions,
        sum(case when told.is_this_year then told.possible end) as possible_this_year,
        sum(case when told.is_this_year then told.missed end) as missed_this_year,
        sum(case when told.is_this_year then told.suspensions end) as suspensions_this_year,
        min(told.school_place) as school_place
    from told
    group by told.source_id, told.as_at
)

select
    in_care.child_id,
    in_care.source_id,
    in_care.team,
    in_care.worker_id,
    in_care.as_at,
    in_care.age_on_31_august between 4 and 15 as school_age,
    in_care.age between 3 and 17 as plan_age,
    coalesce(allowed.due_on < in_care.as_at, false) as plan_could_be_due,
    coalesce(planned.completed_on >= coalesce(terms.last_term_from, terms.this_term_from), false) as planned_since_last_term,
    coalesce(planned.completed_on >= terms.this_term_from, false) as planned_this_term,
    coalesce(attended.possible > 0, false) as at_school_in_year,
    case when attended.possible > 0 then attended.missed * 10 >= attended.possible end as missed_a_tenth,
    case
        when attended.possible_this_year > 0 then attended.missed_this_year * 10 >= attended.possible_this_year
    end as missed_a_tenth_this_year,
    attended.suspensions > 0 as suspended,
    attended.suspensions_this_year > 0 as suspended_this_year,
    attended.school_place
from in_care
left join terms on terms.as_at = in_care.as_at
left join planned on planned.source_id = in_care.source_id and planned.as_at = in_care.as_at
left join attended on attended.source_id = in_care.source_id and attended.as_at = in_care.as_at
left join clock_day as allowed on allowed.clock = 'initial_education_plan' and allowed.day = in_care.started_on
