"""Lives in care and after it: placements, adoption, care leavers, and those who ask to adopt."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from everychild.northbrook.lives import Case, Child
from everychild.northbrook.workforce import Worker


@dataclass(frozen=True, slots=True)
class Placement:
    started_on: date
    kind: str
    provider: str
    out_of_area: bool
    council_area: str
    postcode: str
    registration: str


@dataclass(eq=False, slots=True)
class Adoption:
    """The road to adoption; a later date is empty where the road was left by `reversed_on`."""

    family_number: int
    decided_on: date
    placement_order_on: date
    matched_on: date | None
    placed_on: date | None
    adopted_on: date | None
    reversed_on: date | None
    reversed_reason: str | None
    fostering_for_adoption_on: date | None


@dataclass(eq=False, slots=True)
class Care:
    """An unbroken time in care, with its placements and what must be done at intervals."""

    child: Child
    case: Case
    started_on: date
    recorded_on: date
    ended_on: date | None = None
    reason_ended: str | None = None
    adoption: Adoption | None = None
    placements: list[Placement] = field(default_factory=list)
    legal_statuses: list[tuple[date, str]] = field(default_factory=list)
    permanence_plan: str = "return_to_family"
    permanence_from: date = date.max
    reviews: tuple[date, ...] = ()
    health_assessments: tuple[date, ...] = ()
    dental_checks: tuple[date, ...] = ()
    officer_contacts: tuple[date, ...] = ()

    def placement_on(self, day: date) -> Placement:
        return next(
            (placement for placement in reversed(self.placements) if placement.started_on <= day),
            self.placements[0],
        )

    def placements_since(self, since: date, until: date) -> int:
        """Placements held at any time in the period, the one it began with included."""
        moves = sum(since < placement.started_on <= until for placement in self.placements)
        return moves + any(placement.started_on <= since for placement in self.placements)


@dataclass(frozen=True, slots=True)
class CareLeaver:
    """A young person receiving leaving-care services, as they stood at one extraction."""

    child: Child
    eligibility: str
    in_touch: str
    last_contact_on: date
    pathway_plan_reviewed_on: date
    accommodation: str
    suitable: bool
    activity: str
    worker: Worker
    personal_adviser: Worker


@dataclass(frozen=True, slots=True)
class Adopter:
    """Someone who has asked to adopt. Stage dates are kept in order; what has not happened is empty."""

    adopter_id: str
    family_number: int
    sex: str
    ethnic_group: str
    disabled: bool
    fostering_for_adoption: bool
    enquired_on: date
    stage_1_started_on: date | None
    stage_1_ended_on: date | None
    stage_2_started_on: date | None
    stage_2_ended_on: date | None
    applied_on: date | None
    approved_on: date | None
    matched_on: date | None
    placed_on: date | None
    children_placed: int | None
    adopted_on: date | None
    left_on: date | None
    left_reason: str | None
