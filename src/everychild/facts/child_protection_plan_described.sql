-- One row per child protection plan, with its categories of abuse in words.
select
    plan.*,
    case coalesce(plan.first_category, plan.latest_category)
        when 'NEG' then 'Neglect'
        when 'PHY' then 'Physical abuse'
        when 'SAB' then 'Sexual abuse'
        when 'EMO' then 'Emotional abuse'
        when 'MUL' then 'More than one category'
        else 'Not known'
    end as first_category_name,
    case coalesce(plan.latest_category, plan.first_category)
        when 'NEG' then 'Neglect'
        when 'PHY' then 'Physical abuse'
        when 'SAB' then 'Sexual abuse'
        when 'EMO' then 'Emotional abuse'
        when 'MUL' then 'More than one category'
        else 'Not known'
    end as latest_category_name
from child_protection_plan as plan
