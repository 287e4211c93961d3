-- One row per review point agreed for an assessment, in the month it fell due.
select
    point.child_id,
    point.source_id,
    point.team,
    point.worker_id,
    point.due_on as happened_on,
    point.reviewed_on as done_on,
    coalesce(point.reviewed_on <= point.due_on, false) as reviewed_in_time
from assessment_review_point as point
