-- One row per child protection visit that fell due while the plan was open.
select
    step.child_id,
    step.source_id,
    step.team,
    step.worker_id,
    started.due_on as happened_on,
    step.next_on as done_on,
    visited.working_day_no - started.start_no as working_days_to_visit,
    coalesce(child.born_on > started.due_on, child.born_on is null and child.expected_birth_on is not null, false) as is_unborn
from child_protection_visit_step as step
inner join clock_day as started on started.clock = 'child_protection_visit' and started.day = step.from_on
left join calendar as visited on visited.day = step.next_on
left join child on child.child_id = step.child_id
where step.ended_on is null or step.ended_on > started.due_on
