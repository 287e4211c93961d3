"""Requests for early help, assessments timed from the request, and periods of early help."""

from everychild.layouts.layout import Feed, Heading, SheetLayout, WrittenCodes
from everychild.layouts.local.people import (
    CHILD_ID,
    EVERYTHING,
    HELD_BY,
    LOCAL_RANK,
    SOURCE,
    TEAM,
    WHOSE,
    WORKER,
    optional,
    worker_feed,
    yes_no,
)
from everychild.records import Kind, codes, early_codes

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

REQUEST_OUTCOME = WrittenCodes(
    early_codes.REQUEST_OUTCOME,
    {
        "assessment": "accepted_assessment",
        "service": "accepted_service",
        "stepped_up": "step_up_csc",
        "signposted": "signposted",
        "declined": "declined_by_family",
        "no_further_action": "nfa",
    },
    {
        "accepted": "assessment",
        "no further action": "no_further_action",
        "declined": "declined",
        "step up": "stepped_up",
    },
)
EPISODE_ENDED = WrittenCodes(
    early_codes.EARLY_HELP_ENDED,
    {code: code for code in early_codes.EARLY_HELP_ENDED.values},
    {
        "outcomes met": "needs_met",
        "outcomes achieved": "needs_met",
        "step up": "stepped_up",
        "consent withdrawn": "disengaged",
        "moved out of area": "moved",
    },
)

EARLY_HELP_REFERRALS = SheetLayout(
    name="early_help_referrals",
    title="Early help referrals",
    number=None,
    other_titles=("early help referral", "early help requests", "EH referrals"),
    headings=(
        CHILD_ID,
        optional("request_id", Kind.IDENTIFIER),
        Heading(
            "received_date",
            Kind.DATE,
            aliases=("Date of Referral", "Date Received", "Contact Date", "EH Referral Date", "Request Date"),
            required=True,
        ),
        SOURCE,
        optional("reason", Kind.TEXT),
        Heading("decision_date", Kind.DATE, aliases=("Outcome Date", "Triage Date")),
        Heading("outcome", Kind.CODE, REQUEST_OUTCOME, expected=False),
        yes_no("step_down_from_csc", "Step Down"),
        TEAM,
        WORKER,
    ),
    feeds=(
        Feed(
            "early_help_referrals.early_help_request",
            "early_help_request",
            {
                **WHOSE,
                "request_id": "request_id",
                "received_on": "received_date",
                "source": "source",
                "decided_on": "decision_date",
                "outcome": "outcome",
                "step_down": "step_down_from_csc",
                **HELD_BY,
            },
            EVERYTHING,
            LOCAL_RANK,
        ),
        worker_feed(),
    ),
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
        Heading("end_reason", Kind.CODE, EPISODE_ENDED, aliases=("Reason Ended", "Closure Reason"), expected=False),
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
