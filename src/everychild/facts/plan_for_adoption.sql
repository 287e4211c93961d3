-- One row per decision that a child should be placed for adoption, with the time in care it was made in.
select
    adoption.child_id,
    adoption.source_id,
    care.team,
    care.worker_id,
    care.child_id is not null as in_care,
    care.ended_on as care_ended_on,
    coalesce(adoption.entered_care_on, care.started_on) as entered_care_on,
    adoption.decided_on,
    adoption.placement_order_on,
    adoption.matched_on,
    adoption.placed_on,
    adoption.adopted_on,
    adoption.reversed_on,
    adoption.reversed_reason,
    adoption.fostering_for_adoption_on
from adoption
left join period_of_care as care
    on care.child_id = adoption.child_id
    and care.started_on <= adoption.decided_on
    and (care.ended_on is null or care.ended_on > adoption.decided_on)
qualify row_number() over (partition by adoption.source_id order by care.started_on desc, care.source_id desc) = 1
