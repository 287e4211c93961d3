"""From a strategy discussion to the end of a child protection plan."""

from everychild.records import codes
from everychild.records.table import CHILD_ID, TEAM, WORKER, Table, code, day, identifier, number, yes_no

SECTION_47_ENQUIRY = Table(
    name="section_47_enquiry",
    grain="child per section 47 enquiry",
    key=("child_id", "started_on"),
    began="started_on",
    columns=(
        CHILD_ID,
        day("started_on", "the strategy discussion that began it", required=True),
        yes_no("conference_not_required", "a conference was decided to be unnecessary"),
        day("conference_on", "the initial child protection conference it led to"),
        number(
            "earlier_enquiries",
            "enquiries in the 12 months before the latest one, as the case system counts them",
        ),
        TEAM,
        WORKER,
    ),
)

CONFERENCE = Table(
    name="conference",
    grain="child per initial child protection conference",
    key=("child_id", "kind", "held_on"),
    began="held_on",
    columns=(
        CHILD_ID,
        code("kind", codes.CONFERENCE_KIND, "initial, pre-birth or transferred in", required=True),
        day("held_on", "when it was held", required=True),
        day("enquiry_started_on", "the strategy discussion that led to an initial conference"),
        yes_no("led_to_plan", "an initial conference decided on a plan"),
        TEAM,
        WORKER,
    ),
)

REVIEW_CONFERENCE = Table(
    name="review_conference",
    grain="child per review child protection conference",
    key=("child_id", "held_on"),
    began="held_on",
    columns=(CHILD_ID, day("held_on", "when it was held", required=True), TEAM, WORKER),
)

CHILD_PROTECTION_PLAN = Table(
    name="child_protection_plan",
    grain="child per child protection plan",
    key=("child_id", "started_on"),
    began="started_on",
    ended="ended_on",
    columns=(
        CHILD_ID,
        day("started_on", "when the plan began", required=True),
        day("ended_on", "when it ended; empty while open"),
        code("first_category", codes.ABUSE_CATEGORY, "the category at the start"),
        code("latest_category", codes.ABUSE_CATEGORY, "the category now"),
        number("earlier_plans", "plans before this one, ever, in this council, as the case system counts them"),
        TEAM,
        WORKER,
    ),
)

VISIT = Table(
    name="visit",
    grain="child per visit",
    key=("child_id", "kind", "visited_on"),
    began="visited_on",
    columns=(
        CHILD_ID,
        identifier("visit_id", "the case system’s number for the visit"),
        code("kind", codes.VISIT_KIND, "what the visit was for", required=True),
        day("visited_on", "when it took place", required=True),
        day("recorded_on", "when it was written up"),
        code("outcome", codes.VISIT_OUTCOME, "how it turned out; one only attempted is no visit"),
        yes_no("child_seen", "the child was seen"),
        code("seen_alone", codes.SEEN_ALONE, "the child was seen alone"),
        code("place", codes.VISIT_PLACE, "where"),
        TEAM,
        WORKER,
    ),
)

MEETING_REPORT = Table(
    name="meeting_report",
    grain="child per report to a meeting",
    key=("child_id", "meeting", "meeting_on", "author"),
    began="meeting_on",
    columns=(
        CHILD_ID,
        identifier("meeting_id", "shared by brothers and sisters"),
        code("meeting", codes.MEETING, "which kind of meeting", required=True),
        day("meeting_on", "when it was held, or is planned", required=True),
        day("completed_on", "when the report was written"),
        day("shared_on", "when it was shared with the family; the date that counts"),
        code("author", codes.REPORT_AUTHOR, "who wrote it"),
        TEAM,
        WORKER,
    ),
)
