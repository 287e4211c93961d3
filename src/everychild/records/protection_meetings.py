"""What is held about a child at risk, from each strategy discussion to each core group, where councils keep a log."""

from everychild.records import codes
from everychild.records.table import CHILD_ID, TEAM, WORKER, Table, code, day, identifier

STRATEGY_DISCUSSION = Table(
    name="strategy_discussion",
    grain="child per strategy discussion",
    key=("child_id", "held_on", "discussion_id"),
    began="held_on",
    columns=(
        CHILD_ID,
        identifier("discussion_id", "the case system’s number for the discussion"),
        day("held_on", "when it was held", required=True),
        code("outcome", codes.STRATEGY_OUTCOME, "what it decided"),
        TEAM,
        WORKER,
    ),
)

SECTION_47_OUTCOME = Table(
    name="section_47_outcome",
    grain="child per section 47 enquiry, followed to its end",
    key=("child_id", "started_on"),
    began="started_on",
    ended="ended_on",
    columns=(
        CHILD_ID,
        day("started_on", "the strategy discussion that began it", required=True),
        day("ended_on", "when the enquiry was concluded; empty while it goes on"),
        code("outcome", codes.ENQUIRY_OUTCOME, "what it led to"),
        TEAM,
        WORKER,
    ),
)

CONFERENCE_ATTENDANCE = Table(
    name="conference_attendance",
    grain="child per child protection conference of any kind, and who took part",
    key=("child_id", "kind", "held_on"),
    began="held_on",
    columns=(
        CHILD_ID,
        code("kind", codes.CONFERENCE_ATTENDED, "which kind of conference", required=True),
        day("held_on", "when it was held", required=True),
        code("participation", codes.PARTICIPATION, "how the child took part"),
        TEAM,
        WORKER,
    ),
)

PLAN_MEETING = Table(
    name="plan_meeting",
    grain="child per core group or other meeting about a plan",
    key=("child_id", "kind", "held_on"),
    began="held_on",
    columns=(
        CHILD_ID,
        code("kind", codes.PLAN_MEETING, "which kind of meeting; a core group where nothing is said"),
        day("held_on", "when it was held", required=True),
        TEAM,
        WORKER,
    ),
)
