-- One row per visit on which the child was seen, or nothing says otherwise: an attempted visit is not one.
select visit.*
from visit
where visit.child_seen is distinct from false and coalesce(visit.outcome, 'seen') = 'seen'
