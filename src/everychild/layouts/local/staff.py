"""Posts, social workers, caseloads and staff supervision: from the personnel system, a row a post or worker a month."""

from everychild.layouts.layout import Feed, Heading, SheetLayout, WrittenCodes
from everychild.layouts.local.people import EVERYTHING, LOCAL_RANK, TEAM, WORKER_ALIASES, optional, yes_no
from everychild.records import Kind
from everychild.records import staff as records

ROLE = WrittenCodes(records.ROLE, {code: code for code in records.ROLE.values})
LEAVING = WrittenCodes(
    records.LEAVING,
    {code: code for code in records.LEAVING.values},
    {"Resignation": "resigned", "Retirement": "retired", "Voluntary": "resigned"},
)

TOLD_ON = Heading("as_of_date", Kind.DATE, aliases=("Snapshot Date", "Position At"), required=True)
WORKER = Heading(
    "worker_id",
    Kind.IDENTIFIER,
    aliases=(*WORKER_ALIASES, "Staff Number", "Employee Number", "Payroll Number"),
    required=True,
    is_name=True,
)
WORKER_IF_ANY = Heading("worker_id", Kind.IDENTIFIER, aliases=WORKER.aliases, is_name=True)
ROLE_HEADING = Heading("role", Kind.CODE, ROLE, aliases=("OrgRole",), expected=False)


def hundredths(title: str, *aliases: str, expected: bool = True) -> Heading:
    """Written as 0.6, kept as 60."""
    return Heading(title, Kind.NUMBER, aliases=aliases, expected=expected, parts=100, most=400)


WORKFORCE_SNAPSHOT = SheetLayout(
    name="workforce_snapshot",
    title="Social work posts and social workers",
    number=None,
    other_titles=("workforce snapshot", "establishment", "hr extract"),
    headings=(
        TOLD_ON,
        optional("post_id", Kind.IDENTIFIER, "Post Number", "Position Number"),
        WORKER_IF_ANY,
        ROLE_HEADING,
        hundredths("fte", "FTE Worked", "Contracted FTE"),
        yes_no("agency", "Agency Worker"),
        optional("start_date", Kind.DATE, "Date Started in Post"),
        Heading("leave_date", Kind.DATE, aliases=("Leaving Date", "Date of Leaving"), expected=False),
        Heading("leave_reason", Kind.CODE, LEAVING, aliases=("Reason for Leaving",), expected=False),
        hundredths("vacancy_fte", "Vacant FTE", "FTE Vacancy"),
        hundredths("absence_days", "Sickness Days", "Working Days Lost", expected=False),
        yes_no("absent_on_date", "Absent on Day"),
        yes_no("asye", "Newly Qualified"),
        optional("swe_number", Kind.TEXT, "Social Work England Number"),
        TEAM,
    ),
    feeds=(
        Feed(
            "workforce_snapshot.staff",
            "staff",
            {
                "told_on": "as_of_date",
                "post_id": "post_id",
                "worker_id": "worker_id",
                "role": "role",
                "fte": "fte",
                "agency": "agency",
                "started_on": "start_date",
                "left_on": "leave_date",
                "left_because": "leave_reason",
                "vacant_fte": "vacancy_fte",
                "days_absent": "absence_days",
                "absent_on_day": "absent_on_date",
                "newly_qualified": "asye",
                "team": "team",
            },
            EVERYTHING,
            LOCAL_RANK,
        ),
    ),
)

CASELOAD_SNAPSHOT = SheetLayout(
    name="caseload_snapshot",
    title="Caseloads",
    number=None,
    other_titles=("caseload snapshot", "caseloads"),
    headings=(
        TOLD_ON,
        WORKER,
        TEAM,
        ROLE_HEADING,
        hundredths("fte", "FTE Worked", "Contracted FTE"),
        Heading("cases", Kind.NUMBER, aliases=("Children Held", "Total Cases"), required=True),
        optional("cp_cases", Kind.NUMBER),
        optional("cla_cases", Kind.NUMBER),
        yes_no("asye", "Newly Qualified"),
        optional("weighting", Kind.TEXT),
    ),
    feeds=(
        Feed(
            "caseload_snapshot.caseload",
            "caseload",
            {
                "told_on": "as_of_date",
                "worker_id": "worker_id",
                "role": "role",
                "fte": "fte",
                "children": "cases",
                "team": "team",
            },
            EVERYTHING,
            LOCAL_RANK,
        ),
    ),
)

STAFF_SUPERVISION = SheetLayout(
    name="staff_supervision",
    title="Staff supervision",
    number=None,
    other_titles=("personal supervision", "one to ones"),
    headings=(
        WORKER,
        Heading("supervision_held_date", Kind.DATE, aliases=("Date of One to One", "Supervision Held"), required=True),
        Heading("supervision_recorded_date", Kind.DATE, aliases=("One to One Recorded",), expected=False),
        Heading("supervisor_id", Kind.IDENTIFIER, aliases=("Supervisor", "Manager"), expected=False, is_name=True),
        TEAM,
    ),
    feeds=(
        Feed(
            "staff_supervision.staff_supervision",
            "staff_supervision",
            {
                "worker_id": "worker_id",
                "held_on": "supervision_held_date",
                "recorded_on": "supervision_recorded_date",
                "supervisor_id": "supervisor_id",
                "team": "team",
            },
            EVERYTHING,
            LOCAL_RANK,
        ),
    ),
)

TABLES = (WORKFORCE_SNAPSHOT, CASELOAD_SNAPSHOT, STAFF_SUPERVISION)
