-- One row per gap between two child protection visits, in the month the second was made.
select
    step.child_id,
    step.next_source_id as source_id,
    step.team,
    step.worker_id,
    step.next_on as happened_on,
    visited.working_day_no - started.start_no as working_days_between,
    coalesce(child.born_on > step.next_on, child.born_on is null and child.expected_birth_on is not null, false) as is_unborn
from child_protection_visit_step as step
inner join clock_day as started on started.clock = 'child_protection_visit' and started.day = step.from_on
inner join calendar as visited on visited.day = step.next_on
left join child on child.child_id = step.child_id
where step.from_a_visit
