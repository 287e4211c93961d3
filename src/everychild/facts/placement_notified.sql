-- One row per notification that another council has placed a child in our area.
select
    cast(null as varchar) as child_id,
    notification.source_id,
    cast(null as varchar) as team,
    cast(null as varchar) as worker_id,
    notification.notified_on as happened_on,
    notification.placing_council as placing_council_name
from placement_notification as notification
