-- One row per child protection plan ended.
with lasted as (
    select
        plan.*,
        ended.month_no - began.month_no
        - case when ended.ymd % 100 < began.ymd % 100 and last_day(plan.ended_on) <> plan.ended_on then 1 else 0 end
            as months_lasted
    from child_protection_plan_described as plan
    left join calendar as began on began.day = plan.started_on
    left join calendar as ended on ended.day = plan.ended_on
    where plan.ended_on is not null
)

select
    plan.child_id,
    plan.source_id,
    plan.team,
    plan.worker_id,
    plan.ended_on as happened_on,
    plan.months_lasted,
    long_plan.due_on <= plan.ended_on as lasted_two_years,
    plan.latest_category_name as category_name,
    case
        when plan.months_lasted < 3 then 'Under 3 months'
        when plan.months_lasted < 6 then '3 to 6 months'
        when plan.months_lasted < 12 then '6 to 12 months'
        when plan.months_lasted < 18 then '12 to 18 months'
        when plan.months_lasted < 24 then '18 to 24 months'
        when plan.months_lasted >= 24 then '2 years and over'
        else 'Not known'
    end as plan_length_name
from lasted as plan
left join clock_day as long_plan on long_plan.clock = 'long_plan' and long_plan.day = plan.started_on
