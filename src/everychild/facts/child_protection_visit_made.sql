-- One row per child protection visit that counts: the child was seen, at a place the council accepts.
select
    visit.child_id,
    visit.source_id,
    visit.team,
    visit.worker_id,
    visit.visited_on as happened_on,
    visit.seen_alone,
    the_day.ymd - child.born_ymd >= 40000 as is_four_or_over
from seen_visit as visit
inner join calendar as the_day on the_day.day = visit.visited_on
left join child on child.child_id = visit.child_id
where visit.kind = 'child_protection'
    and coalesce(visit.place, 'home') in (select place from valid_visit_place)
