"""Annex A lists 10 and 11: children whose plan is adoption, and adopters; twelve months back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from everychild.calendar import add_months
from everychild.northbrook.annex_a_events import Row, child_cells, disability_cell
from everychild.northbrook.as_known import AsKnown
from everychild.northbrook.lives_in_care import Adoption, Care

YEARS_APPROVED_AND_WAITING = 2


def children_for_adoption(known: AsKnown) -> Iterator[Row]:
    for care in known.town.care:
        road = care.adoption
        if road is None or road.decided_on > known.on or not _goes_on(road, care, known.year_ago):
            continue
        reversed_on = known.past(road.reversed_on)
        yield (
            child_cells(care.child, known.on)
            | disability_cell(care.child, known.on)
            | {
                "Family identifier": str(road.family_number) if known.past(road.matched_on) else None,
                "Date the Child Entered Care": care.started_on,
                "Date of Decision that Child Should be Placed for Adoption": road.decided_on,
                "Date of Placement Order": known.past(road.placement_order_on),
                "Date of Matching Child and Prospective Adopters": known.past(road.matched_on),
                "Date Placed for Adoption": known.past(road.placed_on),
                "Date of Adoption Order": known.past(road.adopted_on),
                "Date of Decision that Child Should No Longer be Placed for Adoption": reversed_on,
                "Reason Why Child No Longer Placed for Adoption": road.reversed_reason if reversed_on else None,
                "Date the child was placed for fostering in FFA or concurrent planning placement": known.past(
                    road.fostering_for_adoption_on
                ),
            }
        )


def adopters(known: AsKnown) -> Iterator[Row]:
    for adopter in known.town.adopters:
        over = adopter.adopted_on or adopter.left_on
        waiting_since = adopter.approved_on if adopter.matched_on is None else None
        gave_up_waiting = waiting_since and add_months(waiting_since, 12 * YEARS_APPROVED_AND_WAITING) < known.on
        if adopter.enquired_on > known.on or (over and over < known.year_ago) or gave_up_waiting:
            continue
        placed_on = known.past(adopter.placed_on)
        left_on = known.past(adopter.left_on)
        yield {
            "Individual adopter identifier": adopter.adopter_id,
            "Family identifier": str(adopter.family_number),
            "Gender": adopter.sex,
            "Ethnicity": adopter.ethnic_group,
            "Disability": adopter.disabled,
            "Is the (prospective) adopter fostering for adoption?": adopter.fostering_for_adoption,
            "Date enquiry received": adopter.enquired_on,
            "Date Stage 1 started": known.past(adopter.stage_1_started_on),
            "Date Stage 1 ended": known.past(adopter.stage_1_ended_on),
            "Date Stage 2 started": known.past(adopter.stage_2_started_on),
            "Date Stage 2 ended": known.past(adopter.stage_2_ended_on),
            "Date application submitted": known.past(adopter.applied_on),
            "Date application approved": known.past(adopter.approved_on),
            "Date adopter matched with child(ren)": known.past(adopter.matched_on),
            "Date child/children placed with adopter(s)": placed_on,
            "No. of children placed": adopter.children_placed if placed_on else None,
            "Date of Adoption Order": known.past(adopter.adopted_on),
            "Date of leaving adoption process": left_on,
            "Reason for leaving adoption process": adopter.left_reason if left_on else None,
        }


def _goes_on(road: Adoption, care: Care, year_ago: date) -> bool:
    """The decision was made, and stands or ended within the year."""
    if care.ended_on is not None and care.ended_on <= road.decided_on:
        return False
    ended = road.adopted_on or road.reversed_on
    return (ended is None or ended >= year_ago) and (care.ended_on is None or care.ended_on >= year_ago)
