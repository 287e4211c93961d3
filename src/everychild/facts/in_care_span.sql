-- One row per run of days a child was in care, V3 and V4 short breaks apart: runs of one child never overlap.
with spell as (
    select care.child_id, care.started_on, coalesce(care.ended_on, date '9999-12-31') as ended_on
    from period_of_care as care
    where coalesce(care.legal_status, '') not in ('V3', 'V4')
        and (care.ended_on is null or care.ended_on > care.started_on)
),

joined as (
    select
        spell.*,
        max(spell.ended_on) over (
            partition by spell.child_id order by spell.started_on, spell.ended_on
            rows between unbounded preceding and 1 preceding
        ) as ended_before
    from spell
),

numbered as (
    select
        joined.*,
        count(*) filter (where joined.ended_before is null or joined.ended_before < joined.started_on) over (
            partition by joined.child_id order by joined.started_on, joined.ended_on rows unbounded preceding
        ) as run_no
    from joined
)

select numbered.child_id, min(numbered.started_on) as from_on, max(numbered.ended_on) as until_on
from numbered
group by numbered.child_id, numbered.run_no
