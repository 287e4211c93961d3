"""What can happen in a child's life with the council. Nothing here knows of files, or of who may see what when.

A thing that happened is a frozen value. A thing that goes on (a case, a plan, a time in care) is changed while lives
are being lived, and is left alone once they have been.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from everychild.calendar import add_months
from everychild.northbrook.workforce import Worker


@dataclass(eq=False, slots=True)
class Family:
    """Brothers and sisters who share a home, a part of town and, mostly, their dates."""

    number: int
    area: str
    ethnic_group: str
    children: list[Child] = field(default_factory=list)
    last_referred_on: date = date.min

    def has_open_case(self, on: date) -> bool:
        return any(case.is_open(on) for child in self.children for case in child.cases)


@dataclass(eq=False, slots=True)
class Child:
    """One invented child, with everything that happened to them."""

    child_id: str
    family: Family
    born_on: date
    expected_on: date
    sex: str
    ethnic_group: str
    disabled: bool | None
    unaccompanied: bool = False
    referrals: list[Referral] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)
    enquiries: list[Enquiry] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)
    care: list[Care] = field(default_factory=list)
    visits: list[Visit] = field(default_factory=list)
    missing: list[Missing] = field(default_factory=list)
    earlier_plans: int = 0

    def age(self, on: date) -> int:
        """Age at last birthday; minus one before birth."""
        if on < self.born_on:
            return -1
        had_birthday = (on.month, on.day) >= (self.born_on.month, self.born_on.day)
        return on.year - self.born_on.year - (not had_birthday)

    @property
    def eighteenth_birthday(self) -> date:
        return add_months(self.born_on, 18 * 12)

    def plan_on(self, day: date) -> Plan | None:
        return next((plan for plan in self.plans if lasts(plan.started_on, plan.ended_on, day)), None)

    def care_on(self, day: date) -> Care | None:
        return next((care for care in self.care if lasts(care.started_on, care.ended_on, day)), None)


def lasts(started_on: date, ended_on: date | None, day: date) -> bool:
    """Whether a thing is still going on at the end of the day."""
    return started_on <= day and (ended_on is None or ended_on > day)


@dataclass(frozen=True, slots=True)
class Contact:
    child: Child
    contacted_on: date
    source: str
    recorded_on: date


@dataclass(eq=False, slots=True)
class Referral:
    child: Child
    referred_on: date
    source: str
    no_further_action: bool
    recorded_on: date
    worker: Worker


@dataclass(eq=False, slots=True)
class Assessment:
    """`support_required` is decided with the authorisation, and changed if an enquiry leads to a plan."""

    started_on: date
    authorised_on: date
    child_seen: bool | None
    support_required: bool


@dataclass(eq=False, slots=True)
class Case:
    """An episode of need, from its referral to its closure. `closed_on` is empty while care lasts."""

    child: Child
    opened_on: date
    recorded_on: date
    primary_need: str
    assessment: Assessment
    closed_on: date | None
    closure_reason: str
    allocations: list[Allocation] = field(default_factory=list)

    def is_open(self, day: date) -> bool:
        return lasts(self.opened_on, self.closed_on, day)

    def close(self, day: date, reason: str) -> None:
        self.closed_on, self.closure_reason = day, reason


@dataclass(eq=False, slots=True)
class Enquiry:
    """A section 47 enquiry, and the initial conference it may lead to."""

    child: Child
    started_on: date
    recorded_on: date
    worker: Worker
    conference_on: date | None = None
    led_to_plan: bool = False


@dataclass(eq=False, slots=True)
class Plan:
    """A child protection plan. `reviews` are its review conferences, the one that ended it included."""

    child: Child
    conference_on: date
    started_on: date
    recorded_on: date
    ended_on: date
    reviews: tuple[date, ...]
    first_category: str
    latest_category: str
    earlier_plans: int


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
class Visit:
    child: Child
    visit_id: str
    kind: str
    visited_on: date
    recorded_on: date
    child_seen: bool | None
    seen_alone: str
    place: str
    worker: Worker

    @property
    def counts(self) -> bool:
        """Seen, and somewhere that counts: a visit at school does not."""
        return bool(self.child_seen) and self.place != "school"


@dataclass(frozen=True, slots=True)
class MeetingReport:
    child: Child
    meeting_id: str
    meeting: str
    meeting_on: date
    completed_on: date | None
    shared_on: date | None
    worker: Worker


@dataclass(eq=False, slots=True)
class Missing:
    """A time missing. `interview` is what was considered on the child's return."""

    child: Child
    missing_id: str
    went_missing_at: datetime
    returned_at: datetime
    recorded_on: date
    kind: str
    missing_from: str
    worker: Worker
    interview: Interview | None = None


@dataclass(frozen=True, slots=True)
class Interview:
    """The talk a child should be offered on return."""

    needed: bool
    offered_on: date | None
    response: str | None
    completed_on: date | None
    recorded_on: date | None


@dataclass(frozen=True, slots=True)
class EarlyHelp:
    """An early help assessment. `closed_on` is the completion, or the day it was given up; see `status`."""

    child: Child
    assessment_id: str
    family_assessment_id: str
    requested_on: date
    started_on: date
    closed_on: date
    recorded_on: date
    status: str
    lead_agency: str
    worker: Worker


@dataclass(frozen=True, slots=True)
class Allocation:
    child: Child
    worker: Worker
    role: str
    started_on: date
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class Supervision:
    child: Child
    supervision_id: str
    held_on: date
    recorded_on: date
    supervisor_number: str
    worker: Worker


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
