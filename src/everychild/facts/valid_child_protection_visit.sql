-- One row per day a child was seen on a child protection visit that counts: seen, at a place the council accepts.
select
    visit.child_id,
    visit.visited_on,
    min(visit.source_id) as source_id
from seen_visit as visit
where visit.kind = 'child_protection'
    and coalesce(visit.place, 'home') in (select place from valid_visit_place)
group by visit.child_id, visit.visited_on
