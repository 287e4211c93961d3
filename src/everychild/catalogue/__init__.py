"""The indicators, by theme, in committee order."""

from collections.abc import Mapping

from everychild.catalogue import (
    adoption,
    assessments,
    care_leaver_outcomes,
    care_leavers,
    care_reviews,
    care_visits,
    child_protection,
    children_in_care,
    children_in_need,
    early_help,
    early_help_given,
    education,
    education_in_care,
    exploitation,
    fostering,
    front_door,
    health_in_care,
    homes_for_children,
    initial_health_assessments,
    missing,
    outcomes_in_care,
    permanence,
    placement_costs,
    placements,
    private_lives,
    proceedings,
    quality,
    return_interviews,
    reviews_held,
    social_workers_in_care,
    special_needs,
    staff,
    workforce,
)
from everychild.catalogue.indicator import Area, Example, Good, Indicator, Influence, Section, Unit
from everychild.catalogue.sections import SECTIONS

CATALOGUE: tuple[Indicator, ...] = (
    *early_help.INDICATORS,
    *early_help_given.INDICATORS,
    *front_door.INDICATORS,
    *private_lives.INDICATORS,
    *assessments.INDICATORS,
    *children_in_need.INDICATORS,
    *child_protection.INDICATORS,
    *children_in_care.INDICATORS,
    *care_visits.INDICATORS,
    *social_workers_in_care.INDICATORS,
    *placements.INDICATORS,
    *homes_for_children.INDICATORS,
    *placement_costs.INDICATORS,
    *proceedings.INDICATORS,
    *care_reviews.INDICATORS,
    *reviews_held.INDICATORS,
    *initial_health_assessments.INDICATORS,
    *health_in_care.INDICATORS,
    *outcomes_in_care.INDICATORS,
    *education_in_care.INDICATORS,
    *missing.INDICATORS,
    *return_interviews.INDICATORS,
    *exploitation.INDICATORS,
    *care_leavers.INDICATORS,
    *care_leaver_outcomes.INDICATORS,
    *adoption.INDICATORS,
    *permanence.INDICATORS,
    *fostering.INDICATORS,
    *education.INDICATORS,
    *workforce.INDICATORS,
    *staff.INDICATORS,
    *quality.INDICATORS,
    *special_needs.INDICATORS,
)
"""Every indicator, in the order the committee reads them."""

BY_REF: Mapping[str, Indicator] = {indicator.ref: indicator for indicator in CATALOGUE}

_IN_ORDER = [SECTIONS.index(indicator.section) for indicator in CATALOGUE]
assert len(BY_REF) == len(CATALOGUE), "a reference is used twice; references are for good"
assert all(indicator.backlog in (None, *BY_REF) for indicator in CATALOGUE), "a backlog nobody declares"
assert sorted(_IN_ORDER) == _IN_ORDER, "the catalogue leaves committee order"

__all__ = [
    "BY_REF",
    "CATALOGUE",
    "SECTIONS",
    "Area",
    "Example",
    "Good",
    "Indicator",
    "Influence",
    "Section",
    "Unit",
]
