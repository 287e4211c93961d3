-- One row per child per contact received at the front door.
select
    contact.child_id,
    contact.source_id,
    cast(null as varchar) as team,
    cast(null as varchar) as worker_id,
    contact.contacted_on as happened_on
from contact
