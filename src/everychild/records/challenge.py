"""What reviewing officers and conference chairs take further, and the advocates children are offered."""

from everychild.records import codes
from everychild.records.table import CHILD_ID, TEAM, WORKER, Table, code, day, yes_no

ESCALATION = Table(
    name="escalation",
    grain="child per formal escalation by a reviewing officer or a conference chair",
    key=("child_id", "raised_on", "raised_by"),
    began="raised_on",
    columns=(
        CHILD_ID,
        day("raised_on", "when it was raised formally", required=True),
        code("raised_by", codes.RAISED_BY, "who raised it"),
        TEAM,
        WORKER,
    ),
)

ADVOCACY_OFFER = Table(
    name="advocacy_offer",
    grain="child per offer of an advocate",
    key=("child_id", "offered_on"),
    began="offered_on",
    columns=(
        CHILD_ID,
        day("offered_on", "when an advocate was offered", required=True),
        yes_no("taken_up", "the child wanted one"),
        TEAM,
        WORKER,
    ),
)
