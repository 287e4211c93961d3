"""Audits, complaints, compliments and serious incidents in Northbrook: steady, and nothing of the story in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from everychild.calendar import Month, add_months
from everychild.northbrook.allocations import worker_on
from everychild.northbrook.chance import Evenly, Volumes, weighted
from everychild.northbrook.lives import Case, Child
from everychild.northbrook.setting import Setting

AUDITS, STAGE_1, STAGE_2, COMPLIMENTS, INCIDENTS = 16, 8, 1.3, 12, 0.7
AUDITED_LATE, GRADED_GOOD, MODERATED, ANSWERED_LATE, INVESTIGATED_LATE = 0.02, 0.72, 0.85, 0.05, 0.12
MONTHS_BEFORE = 13
FINDINGS = {"upheld": 18, "part_upheld": 27, "not_upheld": 48, "withdrawn": 7}
INCIDENT_KINDS = {"serious_harm": 8, "death": 3, "death_in_care": 1}


@dataclass(frozen=True, slots=True)
class Audit:
    child: Child
    audit_id: str
    due_on: date
    audited_on: date
    grade: str
    moderated_grade: str | None
    team: str


@dataclass(frozen=True, slots=True)
class Complaint:
    """A complaint at one stage, or a compliment, which nobody answers."""

    complaint_id: str
    stage: str
    received_on: date
    responded_on: date | None
    outcome: str | None
    team: str


@dataclass(frozen=True, slots=True)
class Incident:
    child: Child
    incident_id: str
    kind: str
    happened_on: date
    known_on: date
    notified_on: date
    team: str


@dataclass(frozen=True)
class Assurance:
    """Everything the quality assurance team wrote down, oldest first."""

    audits: tuple[Audit, ...]
    complaints: tuple[Complaint, ...]
    incidents: tuple[Incident, ...]


class QualityAssurance:
    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._rng = setting.stream("quality assurance")
        self._volumes = [Volumes(self._rng) for _ in range(5)]
        self._late, self._good, self._moderated = Evenly(self._rng), Evenly(self._rng), Evenly(self._rng)
        self._slow, self._slower = Evenly(self._rng), Evenly(self._rng)
        self._number = 0

    def live(self, cases: Sequence[Case]) -> Assurance:
        begins = add_months(self._setting.timeline.first_seen, -MONTHS_BEFORE)
        audits: list[Audit] = []
        complaints: list[Complaint] = []
        incidents: list[Incident] = []
        for month in self._setting.timeline.lived:
            if month.first_day < begins:
                continue
            able = [case for case in cases if case.is_open(month.first_day) and case.is_open(month.last_day)]
            audits += [self._audit(case, month) for case in self._some(able, 0, AUDITS, month)]
            complaints += [self._complaint(case, month, "1") for case in self._some(able, 1, STAGE_1, month)]
            complaints += [self._complaint(case, month, "2") for case in self._some(able, 2, STAGE_2, month)]
            complaints += [self._compliment(case, month) for case in self._some(able, 3, COMPLIMENTS, month)]
            incidents += [self._incident(case, month) for case in self._some(able, 4, INCIDENTS, month)]
        return Assurance(
            tuple(audits),
            tuple(sorted(complaints, key=lambda one: (one.received_on, one.complaint_id))),
            tuple(sorted(incidents, key=lambda one: (one.known_on, one.incident_id))),
        )

    def _some(self, able: Sequence[Case], which: int, monthly: float, month: Month) -> list[Case]:
        wanted = self._volumes[which].draw(self._setting.expected(monthly, month))
        return self._rng.choices(able, k=wanted) if able else []

    def _audit(self, case: Case, month: Month) -> Audit:
        """Planned for the end of the month it is in."""
        due_on = self._setting.timeline.working_days_of(month)[-1]
        if self._late.happens(AUDITED_LATE):
            audited_on = self._setting.timeline.later(due_on, self._rng.randint(2, 12))
        else:
            audited_on = self._setting.working_day_in(month, self._rng)
        better, worse = {"good": 9, "outstanding": 1}, {"requires_improvement": 6, "inadequate": 1}
        grade = weighted(self._rng, better if self._good.happens(GRADED_GOOD) else worse)
        moderated = None
        if self._moderated.happens(MODERATED):
            moderated = "requires_improvement" if grade == "good" and self._rng.random() < 0.05 else grade
        return Audit(case.child, self._next("A"), due_on, audited_on, grade, moderated, _team(case, audited_on))

    def _complaint(self, case: Case, month: Month, stage: str) -> Complaint:
        received_on = self._setting.working_day_in(month, self._rng)
        if stage == "1":
            after = self._rng.randint(11, 18) if self._slow.happens(ANSWERED_LATE) else self._rng.randint(3, 10)
        else:
            after = self._rng.randint(30, 55) if self._slower.happens(INVESTIGATED_LATE) else self._rng.randint(14, 25)
        answered_on = self._setting.timeline.later(received_on, after)
        finding = weighted(self._rng, FINDINGS)
        return Complaint(self._next("C"), stage, received_on, answered_on, finding, _team(case, received_on))

    def _compliment(self, case: Case, month: Month) -> Complaint:
        day = self._setting.working_day_in(month, self._rng)
        return Complaint(self._next("C"), "compliment", day, None, None, _team(case, day))

    def _incident(self, case: Case, month: Month) -> Incident:
        known_on = self._setting.working_day_in(month, self._rng)
        happened_on = known_on - timedelta(days=self._rng.randint(0, 3))
        notified_on = self._setting.timeline.later(known_on, self._rng.randint(1, 4))
        kind = weighted(self._rng, INCIDENT_KINDS)
        return Incident(case.child, self._next("I"), kind, happened_on, known_on, notified_on, _team(case, known_on))

    def _next(self, letter: str) -> str:
        self._number += 1
        return f"{letter}{self._number:05}"


def _team(case: Case, day: date) -> str:
    return worker_on(case, day).team
