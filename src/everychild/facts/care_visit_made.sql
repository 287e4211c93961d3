-- One row per visit to a child in care at which the child was not known to be unseen.
select
    visit.child_id,
    visit.source_id,
    visit.team,
    visit.worker_id,
    visit.visited_on as happened_on,
    visit.seen_alone,
    visited_on.ymd - child.born_ymd >= 40000
        and coalesce(visit.seen_alone, '') not in ('too_young', 'refused') as could_be_seen_alone
from visit
inner join calendar as visited_on on visited_on.day = visit.visited_on
left join child on child.child_id = visit.child_id
where visit.kind = 'care'
    and visit.child_seen is distinct from false
    and exists (
        select 1
        from period_of_care as care
        where care.child_id = visit.child_id
            and care.started_on <= visit.visited_on
            and (care.ended_on is null or care.ended_on >= visit.visited_on)
            and coalesce(care.legal_status, '') not in ('V3', 'V4')
    )
