"""Brothers and sisters in care: who they are to each other, and whether they are meant to live together."""

from everychild.records import codes
from everychild.records.table import CHILD_ID, Table, code, day, identifier

SIBLING_PLAN = Table(
    name="sibling_plan",
    grain="child in care per plan for living with their brothers and sisters",
    key=("child_id", "started_on"),
    began="started_on",
    ended="ended_on",
    columns=(
        CHILD_ID,
        identifier("sibling_group_id", "the same for brothers and sisters", required=True),
        day("started_on", "when it was decided", required=True),
        day("ended_on", "until when; empty while it stands"),
        code("plan", codes.SIBLING_PLAN, "together or apart"),
    ),
)
