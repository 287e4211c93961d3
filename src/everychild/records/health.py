"""The health of children in care: each assessment and check, and what the national return asks about the year."""

from everychild.records import codes
from everychild.records.table import CHILD_ID, Table, code, day, number, yes_no

HEALTH_EVENT = Table(
    name="health_event",
    grain="child in care per health assessment or check asked for",
    key=("child_id", "kind", "completed_on"),
    began="completed_on",
    columns=(
        CHILD_ID,
        code("kind", codes.HEALTH_EVENT, "what kind", required=True),
        day("requested_on", "when the health service was asked for it"),
        day("completed_on", "when it was done; empty until then"),
        day("report_received_on", "when the council had the report of it"),
        code("outcome", codes.HEALTH_OUTCOME, "what became of it"),
    ),
)

CARE_OUTCOME = Table(
    name="care_outcome",
    grain="child in care for 12 months or more when the extract was taken",
    key=("child_id",),
    is_snapshot=True,
    columns=(
        CHILD_ID,
        number("questionnaire_score", "the latest strengths and difficulties score, from nought to 40"),
        code("no_questionnaire", codes.NO_QUESTIONNAIRE, "why there is no score"),
        yes_no("convicted", "convicted, or given a youth caution, in the year; asked of children aged ten or over"),
        yes_no("development_checked", "development checks are up to date; asked of children under five"),
        yes_no("immunised", "immunisations are up to date"),
        yes_no("dental_checked", "teeth were checked in the year"),
        yes_no("health_assessed", "health was assessed as often as it should be"),
        yes_no("substance_misuse", "a problem with drugs, alcohol or solvents was found in the year"),
        yes_no("help_received", "and help with it was received"),
        yes_no("help_offered", "or help was offered and not taken up"),
    ),
)
