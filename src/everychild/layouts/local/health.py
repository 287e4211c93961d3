"""Health assessments and checks of children in care, and the outcomes list of the children looked after return."""

from everychild.layouts.layout import YES_NO, Coverage, Feed, Heading, SheetLayout, WrittenCodes
from everychild.layouts.local.people import CHILD_ID, EVERYTHING, LOCAL_RANK, WHOSE, optional
from everychild.records import Kind, codes

HEALTH_EVENT = WrittenCodes(
    codes.HEALTH_EVENT,
    {
        "initial_assessment": "IHA",
        "review_assessment": "RHA",
        "dental": "dental",
        "optician": "optician",
        "immunisation": "immunisation",
        "questionnaire": "sdq",
    },
    {
        "Initial Health Assessment": "initial_assessment",
        "Review Health Assessment": "review_assessment",
        "Dental Check": "dental",
        "Dentist": "dental",
        "Optician Check": "optician",
        "Immunisations": "immunisation",
    },
)
HEALTH_OUTCOME = WrittenCodes(
    codes.HEALTH_OUTCOME,
    {code: code for code in codes.HEALTH_OUTCOME.values},
    {"Did Not Attend": "did_not_attend", "DNA": "did_not_attend"},
)
NO_QUESTIONNAIRE = WrittenCodes(codes.NO_QUESTIONNAIRE, {code: code for code in codes.NO_QUESTIONNAIRE.values})
ONE_OR_NOUGHT = WrittenCodes(
    YES_NO,
    {"yes": "1", "no": "0", "unknown": ""},
    {"Y": "yes", "Yes": "yes", "True": "yes", "N": "no", "No": "no", "False": "no"},
)
CHILD = Heading("CHILD", Kind.IDENTIFIER, aliases=(CHILD_ID.title, *CHILD_ID.aliases), required=True)

HEALTH_ASSESSMENTS = SheetLayout(
    name="health_assessments",
    title="Health assessments and checks",
    number=None,
    other_titles=("health assessment", "health checks", "cla health", "lac health", "IHA", "RHA"),
    headings=(
        CHILD_ID,
        Heading(
            "type", Kind.CODE, HEALTH_EVENT, aliases=("Health Check Type", "clah_health_check_type"), required=True
        ),
        optional("requested_date", Kind.DATE, "Date Requested", "Referral to Health"),
        optional("due_date", Kind.DATE, "Date Due"),
        Heading(
            "completed_date",
            Kind.DATE,
            aliases=("Date Completed", "Health Check Date", "Assessment Date", "clah_health_check_date"),
        ),
        optional("paperwork_received_date", Kind.DATE, "Report Received", "Paperwork Received"),
        Heading("outcome", Kind.CODE, HEALTH_OUTCOME, aliases=("clah_health_check_status",), expected=False),
        optional("score", Kind.NUMBER),
        optional("not_done_reason", Kind.TEXT),
    ),
    feeds=(
        Feed(
            "health_assessments.health_event",
            "health_event",
            {
                **WHOSE,
                "kind": "type",
                "requested_on": "requested_date",
                "completed_on": "completed_date",
                "report_received_on": "paperwork_received_date",
                "outcome": "outcome",
            },
            EVERYTHING,
            LOCAL_RANK,
        ),
    ),
)


def _flag(title: str) -> Heading:
    return Heading(title, Kind.YES_NO, ONE_OR_NOUGHT)


CARE_OUTCOMES = SheetLayout(
    name="oc2",
    title="Outcomes of children in care for 12 months",
    number=None,
    other_titles=("OC2", "outcomes", "care outcomes", "cla outcomes"),
    headings=(
        CHILD,
        optional("DOB", Kind.DATE, "Date of Birth"),
        Heading("SDQ_SCORE", Kind.NUMBER),
        Heading("SDQ_REASON", Kind.CODE, NO_QUESTIONNAIRE),
        _flag("CONVICTED"),
        _flag("HEALTH_CHECK"),
        _flag("IMMUNISATIONS"),
        _flag("TEETH_CHECK"),
        _flag("HEALTH_ASSESSMENT"),
        _flag("SUBSTANCE_MISUSE"),
        _flag("INTERVENTION_RECEIVED"),
        _flag("INTERVENTION_OFFERED"),
    ),
    feeds=(
        Feed(
            "oc2.care_outcome",
            "care_outcome",
            {
                "child_id": CHILD.title,
                "questionnaire_score": "SDQ_SCORE",
                "no_questionnaire": "SDQ_REASON",
                "convicted": "CONVICTED",
                "development_checked": "HEALTH_CHECK",
                "immunised": "IMMUNISATIONS",
                "dental_checked": "TEETH_CHECK",
                "health_assessed": "HEALTH_ASSESSMENT",
                "substance_misuse": "SUBSTANCE_MISUSE",
                "help_received": "INTERVENTION_RECEIVED",
                "help_offered": "INTERVENTION_OFFERED",
            },
            Coverage(months=0, one_per_child=True),
            LOCAL_RANK,
        ),
    ),
)
