"""Early help assessments, timed from the request, and periods of early help."""

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

STATUS = WrittenCodes(
    codes.ASSESSMENT_STATUS,
    {
        "open": "open",
        "completed": "completed",
        "abandoned": "abandoned_consent",
        "stepped_up": "stepped_up",
        "no_contact": "closed_no_contact",
    },
    {"complete": "completed", "closed": "completed", "in progress": "open", "consent withdrawn": "abandoned"},
)

EARLY_HELP_ASSESSMENTS = SheetLayout(
    name="early_help_assessments",
    title="Early help assessments",
    number=None,
    other_titles=("early help assessment", "EHA", "EHAs"),
    headings=(
        CHILD_ID,
        optional("assessment_id", Kind.IDENTIFIER),
        optional("family_assessment_id", Kind.IDENTIFIER),
        Heading(
            "request_date",
            Kind.DATE,
            aliases=("Referral Date", "EHA Requested", "Date of Consent", "Episode Start", "requested_on"),
            required=True,
        ),
        optional("started_date", Kind.DATE, "Assessment Start Date", "EHA Start", "Date Started", "Allocated Date"),
        optional("due_date", Kind.DATE, "Target Date", "Due", "EHA Due Date"),
        Heading(
            "completed_date",
            Kind.DATE,
            aliases=(
                "Completed",
                "Assessment Completed Date",
                "Date Closed",
                "Authorised",
                "Finalised",
                "Signed Off",
                "EHA Completion",
            ),
        ),
        Heading("status", Kind.CODE, STATUS, expected=False),
        optional("type", Kind.TEXT),
        optional("lead_agency", Kind.TEXT),
        TEAM,
        WORKER,
    ),
    feeds=(
        Feed(
            "early_help_assessments.early_help_assessment",
            "early_help_assessment",
            {
                **WHOSE,
                "assessment_id": "assessment_id",
                "family_assessment_id": "family_assessment_id",
                "requested_on": "request_date",
                "started_on": "started_date",
                "completed_on": "completed_date",
                "status": "status",
                "lead_agency": "lead_agency",
                **HELD_BY,
            },
            EVERYTHING,
            LOCAL_RANK,
        ),
        worker_feed(),
    ),
)

EARLY_HELP_EPISODES = SheetLayout(
    name="early_help_episodes",
    title="Early help episodes",
    number=None,
    other_titles=("early help episode",),
    headings=(
        CHILD_ID,
        optional("episode_id", Kind.IDENTIFIER),
        Heading("start_date", Kind.DATE, aliases=("Episode Start Date",), required=True),
        Heading("end_date", Kind.DATE, aliases=("Episode End Date",)),
        optional("end_reason", Kind.TEXT, "Reason Ended", "Closure Reason"),
        optional("organisation", Kind.TEXT, "Lead Organisation", "Lead Agency"),
        TEAM,
        WORKER,
    ),
    feeds=(
        Feed(
            "early_help_episodes.early_help_episode",
            "early_help_episode",
            {
                **WHOSE,
                "started_on": "start_date",
                "ended_on": "end_date",
                "end_reason": "end_reason",
                "organisation": "organisation",
                **HELD_BY,
            },
            EVERYTHING,
            LOCAL_RANK,
        ),
        worker_feed(),
    ),
)
