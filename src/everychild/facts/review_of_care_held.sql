-- One row per review held of a child in care.
with held as (
    select
        care.child_id,
        care.source_id as care_source_id,
        review.source_id,
        coalesce(review.team, care.team) as team,
        coalesce(review.worker_id, care.worker_id) as worker_id,
        review.held_on,
        review.participation,
        lag(review.held_on) over (
            partition by care.source_id order by review.held_on, review.source_id
        ) as earlier_on
    from period_of_care as care
    inner join care_review as review
        on review.child_id = care.child_id
        and review.held_on > care.started_on
        and (care.ended_on is null or review.held_on <= care.ended_on)
    where coalesce(care.legal_status, '') not in ('V3', 'V4')
),

-- Each extract tells the latest contact alone, so that month by month they tell them all, or nearly.
between_reviews as (
    select distinct held.source_id, held.care_source_id
    from held
    inner join period_of_care_as_extracted as told
        on told.child_id = held.child_id
        and told.reviewing_officer_saw_on > held.earlier_on
        and told.reviewing_officer_saw_on < held.held_on
)

select
    held.child_id,
    held.source_id,
    held.team,
    held.worker_id,
    held.held_on as happened_on,
    held.participation,
    cast(floor((own_day.ymd - child.born_ymd) / 10000) as integer) as age,
    held.earlier_on is not null as is_later_review,
    between_reviews.source_id is not null as officer_in_touch
from held
inner join calendar as own_day on own_day.day = held.held_on
left join child on child.child_id = held.child_id
left join between_reviews
    on between_reviews.source_id = held.source_id and between_reviews.care_source_id = held.care_source_id
