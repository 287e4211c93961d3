"""A child's life with the council, from the first call to the end of a plan. Nothing here knows of files, or of who may
see what when.

A thing that happened is a frozen value. A thing that goes on (a case, a plan, a time in care) is changed while lives
are being lived, and is left alone once they have been.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from everychild.calendar import add_months
from everychild.northbrook.workforce import Worker

if TYPE_CHECKING:
    from everychild.northbrook.lives_in_care import Care
    from everychild.northbrook.work_done import Missing, Visit


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
class Allocation:
    child: Child
    worker: Worker
    role: str
    started_on: date
    ended_on: date | None
