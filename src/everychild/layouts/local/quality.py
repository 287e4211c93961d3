"""Audits, complaints and compliments, and serious incidents notified: the quality assurance team’s own logs."""

from everychild.layouts.layout import Coverage, Feed, Heading, SheetLayout, WrittenCodes
from everychild.layouts.local.people import CHILD_ID, EVERYTHING, LOCAL_RANK, TEAM, optional
from everychild.records import Kind
from everychild.records import quality as records

WHOSE = Heading("person_id", Kind.IDENTIFIER, aliases=CHILD_ID.aliases, expected=False)
"""An audit or a complaint may be about no child in particular."""

GRADE_FORMS = {
    "outstanding": "outstanding",
    "good": "good",
    "requires_improvement": "requires_improvement",
    "inadequate": "inadequate",
}
GRADE = WrittenCodes(
    records.GRADE,
    GRADE_FORMS,
    {"RI": "requires_improvement", "Requires Improvement to be Good": "requires_improvement"},
)
STAGE = WrittenCodes(
    records.COMPLAINT_STAGE,
    {"1": "1", "2": "2", "3": "3", "ombudsman": "ombudsman", "compliment": "compliment"},
    {"Stage 1": "1", "Stage 2": "2", "Stage 3": "3", "LGSCO": "ombudsman", "LGO": "ombudsman"},
)
OUTCOME = WrittenCodes(
    records.COMPLAINT_OUTCOME,
    {"upheld": "upheld", "part_upheld": "part_upheld", "not_upheld": "not_upheld", "withdrawn": "withdrawn"},
    {"Partially Upheld": "part_upheld", "Partly Upheld": "part_upheld"},
)
INCIDENT = WrittenCodes(records.INCIDENT, {code: code for code in records.INCIDENT.values})

AUDITS = SheetLayout(
    name="audits",
    title="Case audits",
    number=None,
    other_titles=("audit", "audit log", "audit tracker"),
    headings=(
        Heading("audit_id", Kind.IDENTIFIER, aliases=("Audit Number", "Audit Reference"), required=True),
        WHOSE,
        Heading("audit_due_date", Kind.DATE, aliases=("Planned Date", "Audit Due"), expected=False),
        Heading("audit_date", Kind.DATE, aliases=("Date of Audit", "Date Audited")),
        TEAM,
        Heading("grade", Kind.CODE, GRADE, aliases=("Audit Grade", "Auditor Grade")),
        Heading("moderated_grade", Kind.CODE, GRADE, expected=False),
        optional("themes", Kind.TEXT),
        optional("closed_loop_date", Kind.DATE, "Actions Completed Date"),
    ),
    feeds=(
        Feed(
            "audits.audit",
            "audit",
            {
                "audit_id": "audit_id",
                "child_id": "person_id",
                "due_on": "audit_due_date",
                "audited_on": "audit_date",
                "grade": "grade",
                "moderated_grade": "moderated_grade",
                "team": "team",
            },
            EVERYTHING,
            LOCAL_RANK,
        ),
    ),
)

COMPLAINTS = SheetLayout(
    name="complaints",
    title="Complaints and compliments",
    number=None,
    other_titles=("complaint", "complaints log", "compliments"),
    headings=(
        Heading("complaint_id", Kind.IDENTIFIER, aliases=("Complaint Number", "Complaint Reference"), required=True),
        WHOSE,
        Heading("received_date", Kind.DATE, aliases=("Complaint Received", "Date Complaint Received"), required=True),
        Heading("stage", Kind.CODE, STAGE, aliases=("Complaint Stage",)),
        optional("due_date", Kind.DATE, "Response Due Date"),
        Heading("responded_date", Kind.DATE, aliases=("Date of Response", "Response Date", "Date Responded")),
        Heading("outcome", Kind.CODE, OUTCOME, aliases=("Complaint Outcome",)),
        TEAM,
        optional("theme", Kind.TEXT),
    ),
    feeds=(
        Feed(
            "complaints.complaint",
            "complaint",
            {
                "complaint_id": "complaint_id",
                "child_id": "person_id",
                "received_on": "received_date",
                "stage": "stage",
                "responded_on": "responded_date",
                "outcome": "outcome",
                "team": "team",
            },
            EVERYTHING,
            LOCAL_RANK,
        ),
    ),
)

SERIOUS_INCIDENTS = SheetLayout(
    name="serious_incidents",
    title="Serious incidents",
    number=None,
    other_titles=("serious incident notifications", "serious incident", "notifiable incidents"),
    headings=(
        Heading("incident_id", Kind.IDENTIFIER, aliases=("Incident Number", "Notification ID"), required=True),
        WHOSE,
        optional("incident_date", Kind.DATE, "Date of Incident"),
        Heading("aware_date", Kind.DATE, aliases=("Date Council Aware", "Date Known"), required=True),
        Heading("notified_date", Kind.DATE, aliases=("Date Notified", "Notification Date")),
        Heading("incident_type", Kind.CODE, INCIDENT, aliases=("Type of Incident",), expected=False),
        TEAM,
    ),
    feeds=(
        Feed(
            "serious_incidents.serious_incident",
            "serious_incident",
            {
                "incident_id": "incident_id",
                "child_id": "person_id",
                "known_on": "aware_date",
                "notified_on": "notified_date",
                "kind": "incident_type",
                "team": "team",
            },
            Coverage(months=12, at_most=True),
            LOCAL_RANK,
        ),
    ),
)

TABLES = (AUDITS, COMPLAINTS, SERIOUS_INCIDENTS)
