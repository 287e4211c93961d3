"""What was done with a child, and when it was written down: visits, reports, interviews, assessments, supervision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from everychild.northbrook.lives import Child
from everychild.northbrook.workforce import Worker


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
class ExploitationRisk:
    """One assessment of one kind of risk; closed with the work, or when it was assessed again."""

    child: Child
    kind: str
    level: str
    assessed_on: date
    closed_on: date
    recorded_on: date
    worker: Worker


@dataclass(frozen=True, slots=True)
class NationalReferral:
    child: Child
    reference: str
    referred_on: date
    kind: str
    recorded_on: date
    worker: Worker


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
class Supervision:
    child: Child
    supervision_id: str
    held_on: date
    recorded_on: date
    supervisor_number: str
    worker: Worker
