-- One row per child living in a placement at a month end: the one that began last.
select placement.*, month_end.as_at
from month_end
inner join placement_with_carer as placement
    on placement.started_on <= month_end.as_at
    and (placement.ended_on is null or placement.ended_on > month_end.as_at)
qualify row_number() over (
    partition by placement.child_id, month_end.as_at order by placement.started_on desc, placement.source_id desc
) = 1
