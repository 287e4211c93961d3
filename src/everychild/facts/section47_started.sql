-- One row per child per section 47 enquiry started.
select
    enquiry.child_id,
    enquiry.source_id,
    enquiry.team,
    enquiry.worker_id,
    enquiry.started_on as happened_on
from section_47_enquiry as enquiry
