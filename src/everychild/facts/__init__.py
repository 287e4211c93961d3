"""The shapes we count from: one SELECT, one row per thing, its columns declared beside it."""

from everychild.facts import (
    adoption,
    assessments,
    care_leavers,
    care_reviews,
    care_visits,
    challenge,
    child_protection,
    children_in_care,
    children_in_need,
    early_help,
    exploitation,
    fostering,
    front_door,
    health_in_care,
    missing,
    placement_costs,
    placements,
    pre_proceedings,
    private_lives,
    proceedings,
    quality,
    reviews_held,
    siblings,
    special_needs,
    staff,
    workforce,
)
from everychild.facts.fact import WORKER, Breakdown, Fact, Shape

PREPARED = (
    "seen_visit",
    "valid_child_protection_visit",
    "child_protection_visit_step",
    "child_protection_plan_described",
    "plan_for_adoption",
    "placement_with_carer",
    "child_living_at_month_end",
)
"""SELECTs that several facts build on, in the order they are made."""

FACTS: tuple[Fact, ...] = (
    *early_help.FACTS,
    *front_door.FACTS,
    *private_lives.FACTS,
    *assessments.FACTS,
    *children_in_need.FACTS,
    *child_protection.FACTS,
    *pre_proceedings.FACTS,
    *children_in_care.FACTS,
    *placements.FACTS,
    *siblings.FACTS,
    *placement_costs.FACTS,
    *proceedings.FACTS,
    *care_visits.FACTS,
    *care_reviews.FACTS,
    *reviews_held.FACTS,
    *health_in_care.FACTS,
    *care_leavers.FACTS,
    *adoption.FACTS,
    *fostering.FACTS,
    *missing.FACTS,
    *exploitation.FACTS,
    *workforce.FACTS,
    *staff.FACTS,
    *quality.FACTS,
    *challenge.FACTS,
    *special_needs.FACTS,
)

__all__ = ["FACTS", "PREPARED", "WORKER", "Breakdown", "Fact", "Shape"]
