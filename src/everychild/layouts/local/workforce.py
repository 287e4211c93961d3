"""Supervision of each case, and which worker has held it, from when to when."""

from everychild.layouts.layout import Feed, Heading, SheetLayout, WrittenCodes
from everychild.layouts.local.people import (
    CHILD_ID,
    EVERYTHING,
    LOCAL_RANK,
    TEAM,
    WHOSE,
    WORKER,
    WORKER_ALIASES,
    optional,
    worker_feed,
    yes_no,
)
from everychild.records import Kind, codes

SUPERVISION_KIND = WrittenCodes(
    codes.SUPERVISION_KIND,
    {
        "case": "case",
        "group": "group",
        "reflective": "reflective",
        "oversight": "management_oversight",
        "ad_hoc": "ad_hoc",
    },
)
ROLE = WrittenCodes(
    codes.ALLOCATION_ROLE,
    {
        "case_worker": "CW",
        "co_worker": "co-worker",
        "reviewing_officer": "IRO",
        "conference_chair": "CPC",
        "personal_adviser": "PA",
        "early_help": "EH",
        "family_support": "FSW",
        "family_help_lead": "family_help_lead",
    },
)

CASE_SUPERVISION = SheetLayout(
    name="case_supervision",
    title="Case supervision",
    number=None,
    other_titles=("supervision", "supervisions"),
    headings=(
        CHILD_ID,
        optional("supervision_id", Kind.IDENTIFIER),
        Heading(
            "held_date",
            Kind.DATE,
            aliases=("Date of Supervision", "Supervision Date", "Date Held", "Discussion Date"),
            required=True,
        ),
        Heading(
            "recorded_at",
            Kind.DATE,
            aliases=("Date Recorded", "Date Entered", "Created Date", "Finalised Date"),
        ),
        Heading("supervisor_id", Kind.IDENTIFIER, aliases=("Supervisor",), expected=False, is_name=True),
        Heading("kind", Kind.CODE, SUPERVISION_KIND, aliases=("Supervision Type",), expected=False),
        optional("next_due_date", Kind.DATE),
        TEAM,
        WORKER,
    ),
    feeds=(
        Feed(
            "case_supervision.supervision",
            "supervision",
            {
                **WHOSE,
                "supervision_id": "supervision_id",
                "held_on": "held_date",
                "recorded_on": "recorded_at",
                "supervisor_id": "supervisor_id",
                "kind": "kind",
                "worker_id": "worker_id",
                "team": "team",
            },
            EVERYTHING,
            LOCAL_RANK,
        ),
        worker_feed(),
    ),
)

ALLOCATIONS = SheetLayout(
    name="allocations",
    title="Allocations",
    number=None,
    other_titles=("allocation", "caseload", "involvements"),
    headings=(
        CHILD_ID,
        Heading("worker_id", Kind.IDENTIFIER, aliases=WORKER_ALIASES, required=True, is_name=True),
        Heading("role", Kind.CODE, ROLE, aliases=("Worker Role", "Involvement Type"), expected=False),
        TEAM,
        Heading("start_date", Kind.DATE, aliases=("Allocated From", "Allocation Start Date"), required=True),
        Heading("end_date", Kind.DATE, aliases=("Allocated To", "Allocation End Date")),
        yes_no("qualified", "Qualified Social Worker"),
        optional("change_reason", Kind.TEXT),
    ),
    feeds=(
        Feed(
            "allocations.allocation",
            "allocation",
            {
                **WHOSE,
                "worker_id": "worker_id",
                "role": "role",
                "started_on": "start_date",
                "ended_on": "end_date",
                "qualified": "qualified",
                "team": "team",
            },
            EVERYTHING,
            LOCAL_RANK,
        ),
        worker_feed(qualified="qualified"),
    ),
)
