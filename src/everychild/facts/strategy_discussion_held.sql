-- One row per child per strategy discussion held.
select
    discussion.child_id,
    discussion.source_id,
    discussion.team,
    discussion.worker_id,
    discussion.held_on as happened_on,
    case discussion.outcome
        when 'enquiry' then 'An enquiry by social care'
        when 'joint_enquiry' then 'An enquiry with the police'
        when 'assessment' then 'An assessment'
        when 'no_further_action' then 'No further action'
        when 'other' then 'Something else'
        else 'Not known'
    end as outcome_name
from strategy_discussion as discussion
