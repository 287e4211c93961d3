"""The reviews that check the care plan of a child in care."""

from everychild.records import codes
from everychild.records.table import CHILD_ID, TEAM, WORKER, Table, code, day

CARE_REVIEW = Table(
    name="care_review",
    grain="child per review of their care",
    key=("child_id", "held_on"),
    began="held_on",
    columns=(
        CHILD_ID,
        day("held_on", "when it was held", required=True),
        code("participation", codes.PARTICIPATION, "how the child took part"),
        TEAM,
        WORKER,
    ),
)
