-- One row per private fostering arrangement the council was told of.
select
    arrangement.child_id,
    arrangement.source_id,
    arrangement.team,
    arrangement.worker_id,
    arrangement.notified_on as happened_on,
    visited.working_day_no - told.start_no as working_days_to_visit
from private_fostering as arrangement
left join clock_day as told
    on told.clock = 'private_fostering_visit' and told.day = arrangement.notified_on
left join calendar as visited on visited.day = arrangement.first_visited_on
