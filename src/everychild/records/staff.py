"""Social workers and their posts, as the council’s own personnel system holds them. Nobody is named."""

from everychild.records.table import TEAM, Codes, Table, code, day, identifier, number, yes_no

ROLE = Codes(
    "role of a social worker",
    {
        "1": "Senior manager",
        "2": "Middle manager",
        "3": "First line manager",
        "4": "Senior practitioner",
        "5": "Case holder",
        "6": "Qualified without cases",
    },
)
LEAVING = Codes(
    "reason for leaving",
    {
        "resigned": "Resigned",
        "retired": "Retired",
        "contract_ended": "End of a contract",
        "moved_within": "Moved to other work in the council",
        "dismissed": "Dismissed",
        "other": "Another reason",
    },
)

WORKER_ID = identifier("worker_id", "the worker; a name in the extract is turned into a reference and not kept")

STAFF = Table(
    name="staff",
    grain="social work post or social worker on a day",
    key=("told_on", "post_id", "worker_id"),
    began="told_on",
    columns=(
        day("told_on", "the day the row describes, as a rule the last of a month", required=True),
        identifier("post_id", "the post’s number"),
        WORKER_ID,
        code("role", ROLE, "the role, by the codes of the children’s social work workforce return"),
        number("fte", "how much of a full-time week the worker works, in hundredths"),
        yes_no("agency", "an agency worker"),
        day("started_on", "when the worker started here"),
        day(
            "left_on",
            "when the worker left; leavers are listed for a year, so that a month without one is known to be so",
        ),
        code("left_because", LEAVING, "why"),
        number("vacant_fte", "how much of the post is vacant, in hundredths of a full-time week"),
        number("days_absent", "working days lost to sickness in the month, in hundredths of a day; none is 0"),
        yes_no("absent_on_day", "away on that day for sickness or on long leave"),
        yes_no("newly_qualified", "in the assessed and supported first year in practice"),
        TEAM,
    ),
)

CASELOAD = Table(
    name="caseload",
    grain="worker who may hold cases on a day",
    key=("told_on", "worker_id"),
    began="told_on",
    columns=(
        day("told_on", "the day the row describes, as a rule the last of a month", required=True),
        identifier("worker_id", "the worker; a name in the extract is not kept", required=True),
        code("role", ROLE, "the role, by the codes of the children’s social work workforce return"),
        number("fte", "how much of a full-time week the worker works, in hundredths"),
        number("children", "how many children the worker held"),
        TEAM,
    ),
)

STAFF_SUPERVISION = Table(
    name="staff_supervision",
    grain="meeting of a worker and their manager about the worker’s own practice",
    key=("worker_id", "held_on"),
    began="held_on",
    columns=(
        identifier("worker_id", "the worker supervised; a name in the extract is not kept", required=True),
        day("held_on", "when they met", required=True),
        day("recorded_on", "when it was written up"),
        identifier("supervisor_id", "the manager who held it"),
        TEAM,
    ),
)
