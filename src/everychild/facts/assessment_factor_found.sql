-- One row per factor found at the end of a social work assessment.
select
    found.child_id,
    found.source_id,
    found.team,
    found.worker_id,
    found.authorised_on as happened_on,
    found.factor,
    case
        when found.factor in ('3A', '3B', '3C') then 'Domestic abuse'
        when found.factor in ('4A', '4B', '4C') then 'Mental health'
        when found.factor in ('16A') then 'Neglect'
        when found.factor in ('17A') then 'Emotional abuse'
        when found.factor in ('18A', '18B', '18C') then 'Physical abuse'
        when found.factor in ('19A', '19B', '19C') then 'Sexual abuse'
        when found.factor in ('11A', '12A', '13A', '24A') then 'Exploitation, trafficking and gangs'
        when found.factor in ('1A', '1B', '1C') then 'Alcohol misuse'
        when found.factor in ('2A', '2B', '2C') then 'Drug misuse'
        when found.factor in ('5A', '5B', '5C', '6A', '6B', '6C') then 'Disability or illness'
        when found.factor in ('10A', '15A') then 'Going missing or self-harm'
        when found.factor in ('7A') then 'Young carers'
        when found.factor in ('14A') then 'Socially unacceptable behaviour'
        when found.factor is null or found.factor = '21' then 'Not known'
        else 'Other'
    end as factor_name
from assessment_factor as found
