-- One row per return of a child from a missing episode.
select
    episode.child_id,
    episode.source_id,
    episode.team,
    episode.worker_id,
    episode.returned_on as happened_on,
    interview.completed_on as done_on,
    local_clock.due_on,
    case
        when episode.went_missing_at is not null and episode.returned_at is not null
            then date_diff(
                'minute', date_trunc('minute', episode.went_missing_at), date_trunc('minute', episode.returned_at)
            ) > 1440
        when date_diff('day', episode.went_missing_on, episode.returned_on) > 1 then true
        when episode.went_missing_on = episode.returned_on then false
    end as over_a_day,
    interview.needed as interview_needed,
    interview.offered as interview_offered,
    held.working_day_no - local_clock.start_no as working_days_to_interview,
    date_diff('day', episode.returned_on, interview.completed_on) as days_to_interview,
    coalesce(episode.missing_from, 'not known') as missing_from_name
from missing_episode as episode
left join return_interview as interview
    on interview.child_id = episode.child_id and interview.missing_id = episode.missing_id
left join clock_day as local_clock
    on local_clock.clock = 'return_interview' and local_clock.day = episode.returned_on
left join calendar as held on held.day = interview.completed_on
where coalesce(episode.kind, 'missing') = 'missing' and episode.returned_on is not null
