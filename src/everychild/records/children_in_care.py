"""Children in care: each unbroken time in care, and the legal status it rests on."""

from everychild.records import codes
from everychild.records.table import CHILD_ID, TEAM, WORKER, Table, code, day, number, yes_no

PERIOD_OF_CARE = Table(
    name="period_of_care",
    grain="child per unbroken time in care",
    key=("child_id", "started_on"),
    began="started_on",
    ended="ended_on",
    columns=(
        CHILD_ID,
        day("started_on", "when the child came into care", required=True),
        day("ended_on", "when care ended; empty while in care"),
        code("reason_ended", codes.REASON_CARE_ENDED, "why care ended"),
        code("category_of_need", codes.PRIMARY_NEED, "the main need on coming into care"),
        yes_no("second_within_year", "a second or later period of care within 12 months"),
        code("legal_status", codes.LEGAL_STATUS, "the legal status when the extract was taken"),
        day("legal_status_from", "since when"),
        yes_no("unaccompanied", "an unaccompanied asylum-seeking child at any time in the last 12 months"),
        code("permanence_plan", codes.PERMANENCE_PLAN, "the plan for the child’s future"),
        number("placements_in_year", "placements in the last 12 months, the present one included"),
        day("health_assessed_on", "the last health assessment"),
        day("dental_check_on", "the last dental check"),
        day("reviewing_officer_saw_on", "the last contact by the independent reviewing officer"),
        TEAM,
        WORKER,
    ),
)

LEGAL_STATUS_SPELL = Table(
    name="legal_status_spell",
    grain="child per unbroken time under one legal status",
    key=("child_id", "started_on"),
    began="started_on",
    ended="ended_on",
    columns=(
        CHILD_ID,
        day("started_on", "since when", required=True),
        day("ended_on", "until when; empty while it lasts"),
        code("legal_status", codes.LEGAL_STATUS, "the legal status"),
    ),
)
