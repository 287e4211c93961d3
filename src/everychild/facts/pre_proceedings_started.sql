-- One row per child whose pre-proceedings began.
select
    began.child_id,
    began.source_id,
    began.team,
    began.worker_id,
    began.letter_sent_on as happened_on,
    coalesce(began.meeting_offered_on <= began.letter_sent_on, false) as family_meeting_offered
from pre_proceedings as began
