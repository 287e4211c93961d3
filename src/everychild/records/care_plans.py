"""The care plan every child in care must have."""

from everychild.records.table import CHILD_ID, TEAM, WORKER, Table, day

CARE_PLAN = Table(
    name="care_plan",
    grain="child per care plan, each revision being a new one",
    key=("child_id", "started_on"),
    began="started_on",
    ended="ended_on",
    columns=(
        CHILD_ID,
        day("started_on", "from when the plan was in force", required=True),
        day("ended_on", "until when; empty while it is in force"),
        TEAM,
        WORKER,
    ),
)
