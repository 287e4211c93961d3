"""Strategy discussions, section 47 enquiries to their end, every conference and who took part, core groups."""

from everychild.layouts.layout import Feed, Heading, SheetLayout, WrittenCodes
from everychild.layouts.local.care import PARTICIPATION
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
    yes_no,
)
from everychild.records import Kind, codes

STRATEGY_OUTCOME = WrittenCodes(
    codes.STRATEGY_OUTCOME,
    {
        "enquiry": "s47_single",
        "joint_enquiry": "s47_joint",
        "assessment": "assessment",
        "no_further_action": "nfa",
        "other": "other",
    },
    {
        "Section 47 enquiry": "enquiry",
        "Single agency S47": "enquiry",
        "Joint S47": "joint_enquiry",
        "NFA": "no_further_action",
    },
)
ENQUIRY_OUTCOME = WrittenCodes(
    codes.ENQUIRY_OUTCOME,
    {
        "conference": "icpc",
        "assessment": "assessment",
        "services": "services",
        "legal_action": "legal",
        "no_further_action": "nfa",
        "other": "other",
    },
    {
        "Conference": "conference",
        "Convene ICPC": "conference",
        "Continue with single assessment": "assessment",
        "Provision of services": "services",
        "Child in need plan": "services",
        "NFA": "no_further_action",
        "Not substantiated": "no_further_action",
    },
)
CONFERENCE = WrittenCodes(
    codes.CONFERENCE_ATTENDED,
    {"initial": "ICPC", "pre_birth": "PBICPC", "review": "RCPC", "transfer_in": "TICPC"},
    {
        "Initial": "initial",
        "Pre-birth": "pre_birth",
        "Pre-birth conference": "pre_birth",
        "Review": "review",
        "Transfer in conference": "transfer_in",
        "Receiving in": "transfer_in",
    },
)
PLAN_MEETING = WrittenCodes(
    codes.PLAN_MEETING,
    {
        "core_group": "core_group",
        "child_in_need_review": "cin_review",
        "child_in_need_meeting": "child_in_need_meeting",
        "team_around_the_family": "ehm_taf",
    },
    {
        "Core Group Meeting": "core_group",
        "CIN review": "child_in_need_review",
        "CIN meeting": "child_in_need_meeting",
        "TAF": "team_around_the_family",
    },
)

STRATEGY_DISCUSSIONS = SheetLayout(
    name="strategy_discussions",
    title="Strategy discussions",
    number=None,
    other_titles=("strategy discussion", "strategy meetings", "strategy meeting"),
    headings=(
        CHILD_ID,
        optional("discussion_id", Kind.IDENTIFIER, "Strategy Discussion ID", "Strategy Meeting ID"),
        optional("requested_at", Kind.MOMENT, "Strategy Discussion Requested"),
        Heading(
            "held_at",
            Kind.MOMENT,
            aliases=("Date of Strategy Discussion", "Strategy Discussion Held", "Strategy Meeting Date"),
            required=True,
        ),
        Heading(
            "outcome",
            Kind.CODE,
            STRATEGY_OUTCOME,
            aliases=("Strategy Discussion Outcome", "Outcome of Strategy Discussion"),
        ),
        optional("agencies_present", Kind.TEXT),
        TEAM,
        WORKER,
    ),
    feeds=(
        Feed(
            "strategy_discussions.strategy_discussion",
            "strategy_discussion",
            {
                **WHOSE,
                "discussion_id": "discussion_id",
                "held_on": "held_at",
                "outcome": "outcome",
                **HELD_BY,
            },
            EVERYTHING,
            LOCAL_RANK,
        ),
        worker_feed(),
    ),
)

SECTION_47_ENQUIRIES = SheetLayout(
    name="section_47_enquiries",
    title="Section 47 enquiries to their end",
    number=None,
    other_titles=("s47 enquiries", "s47 outcomes", "section 47 outcomes"),
    headings=(
        CHILD_ID,
        optional("enquiry_id", Kind.IDENTIFIER, "S47 ID", "s47e_s47_enquiry_id"),
        Heading(
            "enquiry_start_date",
            Kind.DATE,
            aliases=("S47 Start", "S47ActualStartDate", "s47e_s47_start_date"),
            required=True,
        ),
        Heading(
            "enquiry_end_date",
            Kind.DATE,
            aliases=("S47 End Date", "S47 End", "S47 Completed", "S47 Authorised", "s47e_s47_end_date"),
        ),
        Heading("enquiry_outcome", Kind.CODE, ENQUIRY_OUTCOME, aliases=("S47 Outcome", "Outcome of Enquiry")),
        TEAM,
        WORKER,
    ),
    feeds=(
        Feed(
            "section_47_enquiries.section_47_outcome",
            "section_47_outcome",
            {
                **WHOSE,
                "started_on": "enquiry_start_date",
                "ended_on": "enquiry_end_date",
                "outcome": "enquiry_outcome",
                **HELD_BY,
            },
            EVERYTHING,
            LOCAL_RANK,
        ),
        worker_feed(),
    ),
)

CONFERENCE_LOG = SheetLayout(
    name="conference_log",
    title="Conference log",
    number=None,
    other_titles=("conference register", "CP conferences"),
    headings=(
        CHILD_ID,
        optional("meeting_id", Kind.IDENTIFIER),
        Heading(
            "conference_type", Kind.CODE, CONFERENCE, aliases=("Type of Conference", "Conference Kind"), required=True
        ),
        optional("due_date", Kind.DATE),
        Heading(
            "held_date",
            Kind.DATE,
            aliases=("Conference Held", "Date Conference Held", "Actual Conference Date"),
            required=True,
        ),
        yes_no("cancelled_or_adjourned"),
        optional("adjourn_reason", Kind.TEXT),
        yes_no("quorate"),
        optional("conference_outcome", Kind.TEXT),
        optional("category", Kind.TEXT),
        yes_no("child_attended", "Child Attended Conference"),
        Heading(
            "participation",
            Kind.CODE,
            PARTICIPATION,
            aliases=("Child Participation", "Participation Code", "cppr_cp_review_participation"),
        ),
        yes_no("parent_attended"),
        optional("chair_id", Kind.TEXT),
        TEAM,
        WORKER,
    ),
    feeds=(
        Feed(
            "conference_log.conference_attendance",
            "conference_attendance",
            {
                **WHOSE,
                "kind": "conference_type",
                "held_on": "held_date",
                "participation": "participation",
                **HELD_BY,
            },
            EVERYTHING,
            LOCAL_RANK,
        ),
        worker_feed(),
    ),
)

CORE_GROUPS = SheetLayout(
    name="core_groups",
    title="Core groups",
    number=None,
    other_titles=("core group", "core group meetings", "plan meetings"),
    headings=(
        CHILD_ID,
        Heading(
            "meeting_date",
            Kind.DATE,
            aliases=("Core Group Date", "Date of Core Group", "Core Group Held"),
            required=True,
        ),
        Heading("type", Kind.CODE, PLAN_MEETING, aliases=("Meeting Type", "Type of Meeting"), expected=False),
        optional("due_date", Kind.DATE),
        yes_no("quorate"),
        TEAM,
        WORKER,
    ),
    feeds=(
        Feed(
            "core_groups.plan_meeting",
            "plan_meeting",
            {**WHOSE, "kind": "type", "held_on": "meeting_date", **HELD_BY},
            EVERYTHING,
            LOCAL_RANK,
        ),
        worker_feed(),
    ),
)
