"""Reports written for conferences and reviews, and when each was shared with the family."""

from everychild.layouts.layout import Feed, Heading, SheetLayout, WrittenCodes
from everychild.layouts.local.people import (
    CHILD_ID,
    EVERYTHING,
    HELD_BY,
    LOCAL_RANK,
    TEAM,
    WHOSE,
    WORKER,
    optional,
    worker_feed,
)
from everychild.records import Kind, codes

MEETING = WrittenCodes(
    codes.MEETING,
    {
        "initial_conference": "ICPC",
        "review_conference": "RCPC",
        "care_review": "CLA_REVIEW",
        "pathway_review": "PATHWAY_REVIEW",
        "core_group": "CORE_GROUP",
        "education_plan": "PEP",
    },
    {
        "Initial conference": "initial_conference",
        "Review conference": "review_conference",
        "LAC review": "care_review",
        "CLA review": "care_review",
        "Looked after review": "care_review",
    },
)
AUTHOR = WrittenCodes(
    codes.REPORT_AUTHOR,
    {
        "social_worker": "social_worker",
        "school": "school",
        "health": "health",
        "police": "police",
        "reviewing_officer": "iro",
    },
)

MEETING_REPORTS = SheetLayout(
    name="meeting_reports",
    title="Reports to meetings",
    number=None,
    other_titles=("meeting report", "conference reports", "reports to conferences and reviews"),
    headings=(
        CHILD_ID,
        Heading("meeting_type", Kind.CODE, MEETING, aliases=("Type of Meeting", "Meeting"), required=True),
        optional("meeting_id", Kind.IDENTIFIER),
        Heading(
            "meeting_date",
            Kind.DATE,
            aliases=("Conference Date", "Review Date", "Date of Meeting", "Date of Conference"),
            required=True,
        ),
        optional("report_due_date", Kind.DATE),
        optional("report_completed_date", Kind.DATE, "Report Completed", "Finalised Date", "Manager Authorised"),
        Heading(
            "shared_with_family_date",
            Kind.DATE,
            aliases=("Date Shared", "Shared With Parents", "Report Shared", "Date Report Sent"),
        ),
        optional(
            "shared_with_chair_date",
            Kind.DATE,
            "Date to IRO",
            "Date Received by Chair",
            "Date Received by Conferencing",
        ),
        Heading("report_author_role", Kind.CODE, AUTHOR, aliases=("Report Author", "Author"), expected=False),
        optional("not_shared_reason", Kind.TEXT),
        TEAM,
        WORKER,
    ),
    feeds=(
        Feed(
            "meeting_reports.meeting_report",
            "meeting_report",
            {
                **WHOSE,
                "meeting_id": "meeting_id",
                "meeting": "meeting_type",
                "meeting_on": "meeting_date",
                "completed_on": "report_completed_date",
                "shared_on": "shared_with_family_date",
                "author": "report_author_role",
                **HELD_BY,
            },
            EVERYTHING,
            LOCAL_RANK,
        ),
        worker_feed(),
    ),
)
