"""What a council’s own files tell beside the statutory lists: requests, decisions, plans, reviews, factors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from everychild.northbrook.lives import Child, Contact
from everychild.northbrook.workforce import Worker


@dataclass(frozen=True, slots=True)
class Request:
    """A request for early help, for one child."""

    child: Child
    received_on: date
    source: str
    decided_on: date
    outcome: str
    step_down: bool
    worker: Worker


@dataclass(frozen=True, slots=True)
class HelpGiven:
    """A period of early help."""

    child: Child
    started_on: date
    ended_on: date
    end_reason: str
    organisation: str
    worker: Worker


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about a contact, and when."""

    contact: Contact
    received_at: datetime
    decided_at: datetime
    outcome: str
    worker: Worker


@dataclass(frozen=True, slots=True)
class NeedPlan:
    """A child in need plan. `ended_on` is empty while nothing has ended it."""

    child: Child
    started_on: date
    ended_on: date | None
    reviews: tuple[date, ...]
    worker: Worker


@dataclass(frozen=True, slots=True)
class ReviewPoint:
    child: Child
    assessment_started_on: date
    due_on: date
    reviewed_on: date
    worker: Worker


@dataclass(frozen=True, slots=True)
class Factors:
    """What one child’s assessment found."""

    child: Child
    authorised_on: date
    codes: tuple[str, ...]
    worker: Worker


@dataclass(frozen=True, slots=True)
class BeforeCourt:
    """A child’s time in pre-proceedings. `offered_on` and `held_on` are of the family group meeting, if any."""

    child: Child
    letter_on: date
    first_met_on: date
    offered_on: date | None
    held_on: date | None
    outcome: str
    ended_on: date
    worker: Worker


@dataclass(frozen=True, slots=True)
class PrivatelyFostered:
    child: Child
    notified_on: date
    started_on: date
    ended_on: date
    first_visited_on: date
    worker: Worker


@dataclass(frozen=True, slots=True)
class Allegation:
    allegation_id: str
    referred_on: date
    concluded_on: date
    workplace: str
    outcome: str


@dataclass(frozen=True)
class EarlyWork:
    """All of it, in order of its days."""

    requests: tuple[Request, ...]
    help_given: tuple[HelpGiven, ...]
    decisions: tuple[Decision, ...]
    need_plans: tuple[NeedPlan, ...]
    review_points: tuple[ReviewPoint, ...]
    factors: tuple[Factors, ...]
    before_court: tuple[BeforeCourt, ...]
    privately_fostered: tuple[PrivatelyFostered, ...]
    allegations: tuple[Allegation, ...]
