"""What is held against each other: the kinds of event that more than one source may tell of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from everychild.records import Table
from everychild.records.care_reviews import CARE_REVIEW
from everychild.records.child_protection import (
    CHILD_PROTECTION_PLAN,
    CONFERENCE,
    REVIEW_CONFERENCE,
    SECTION_47_ENQUIRY,
    VISIT,
)
from everychild.records.children_in_care import LEGAL_STATUS_SPELL, PERIOD_OF_CARE
from everychild.records.early_help import EARLY_HELP_ASSESSMENT, EARLY_HELP_EPISODE
from everychild.records.front_door import ASSESSMENT, CHILD_IN_NEED_EPISODE, CHILD_IN_NEED_PLAN, CONTACT, REFERRAL
from everychild.records.missing import MISSING_EPISODE
from everychild.records.placements import PLACEMENT
from everychild.records.pre_proceedings import PRE_PROCEEDINGS
from everychild.records.proceedings import DEPRIVATION_OF_LIBERTY_ORDER
from everychild.records.special_needs import PLAN, REQUEST


@dataclass(frozen=True)
class Derived:
    """A kind of event that one row of another record tells of as well, as it stands: its own columns, and from which.

    What is told so is each child’s latest: it proves what it shows, and that nothing else is told denies nothing.
    """

    record: Table
    columns: Mapping[str, str]


@dataclass(frozen=True)
class EventKind:
    """One kind of event.

    `alike` are columns in which two tellings of one event must agree to be one; `values` are those told once for all,
    which two sources should tell alike. What is told only as at the day of an extract is no such value.
    `stands_at_month_end` is what the children counted at a month end have, and so must be as many in each source.
    """

    record: Table
    title: str
    alike: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    stands_at_month_end: str = ""
    derived: Derived | None = None
    event: str = field(default="began")
    end: str = field(default="ended")


KINDS = (
    EventKind(CONTACT, "Contacts", event="received"),
    EventKind(EARLY_HELP_ASSESSMENT, "Early help assessments"),
    EventKind(EARLY_HELP_EPISODE, "Early help", stands_at_month_end="Children in early help"),
    EventKind(REFERRAL, "Referrals", values=("source", "no_further_action"), event="received"),
    EventKind(ASSESSMENT, "Assessments", end="authorised"),
    EventKind(
        CHILD_IN_NEED_EPISODE,
        "Times in need",
        values=("primary_need", "closure_reason"),
        stands_at_month_end="Children in need",
        end="closed",
    ),
    EventKind(CHILD_IN_NEED_PLAN, "Child in need plans", stands_at_month_end="Children with such a plan"),
    EventKind(SECTION_47_ENQUIRY, "Section 47 enquiries"),
    EventKind(CONFERENCE, "Initial child protection conferences", alike=("kind",), event="held"),
    EventKind(
        CHILD_PROTECTION_PLAN,
        "Child protection plans",
        values=("first_category",),
        stands_at_month_end="Children on a plan",
    ),
    EventKind(REVIEW_CONFERENCE, "Review conferences", event="held"),
    EventKind(VISIT, "Visits", alike=("kind",), event="made"),
    EventKind(PRE_PROCEEDINGS, "Work before court proceedings"),
    EventKind(
        PERIOD_OF_CARE,
        "Times in care",
        values=("reason_ended", "category_of_need"),
        stands_at_month_end="Children in care",
    ),
    EventKind(
        LEGAL_STATUS_SPELL,
        "Legal statuses",
        values=("legal_status",),
        derived=Derived(
            PERIOD_OF_CARE,
            {"started_on": "legal_status_from", "ended_on": "ended_on", "legal_status": "legal_status"},
        ),
    ),
    EventKind(PLACEMENT, "Placements", values=("placement_type", "provider", "out_of_area")),
    EventKind(CARE_REVIEW, "Reviews of children in care", event="held"),
    EventKind(DEPRIVATION_OF_LIBERTY_ORDER, "Orders that deprive of liberty"),
    EventKind(MISSING_EPISODE, "Times missing", event="went missing", end="returned"),
    EventKind(PLAN, "Education, health and care plans", stands_at_month_end="Children and young people with a plan"),
    EventKind(REQUEST, "Requests for an education, health and care assessment", event="received"),
)
