"""How good the work was: audits, complaints, compliments and serious incidents."""

from everychild.records.table import TEAM, Codes, Table, code, day, identifier

GRADE = Codes(
    "grade of an audit",
    {
        "outstanding": "Outstanding",
        "good": "Good",
        "requires_improvement": "Requires improvement",
        "inadequate": "Inadequate",
    },
)
COMPLAINT_STAGE = Codes(
    "stage of a complaint",
    {
        "1": "Stage 1, local resolution",
        "2": "Stage 2, independent investigation",
        "3": "Stage 3, review panel",
        "ombudsman": "Ombudsman",
        "compliment": "Compliment",
    },
)
COMPLAINT_OUTCOME = Codes(
    "outcome of a complaint",
    {
        "upheld": "Upheld",
        "part_upheld": "Upheld in part",
        "not_upheld": "Not upheld",
        "withdrawn": "Withdrawn",
    },
)
INCIDENT = Codes(
    "kind of serious incident",
    {
        "death": "A child died, and abuse or neglect is known or suspected",
        "serious_harm": "A child was seriously harmed, and abuse or neglect is known or suspected",
        "death_in_care": "A child in care died",
    },
)

WHOSE = identifier("child_id", "the child it is about, where it is about one")

AUDIT = Table(
    name="audit",
    grain="audit of a case, planned or done",
    key=("audit_id",),
    columns=(
        identifier("audit_id", "the audit’s number", required=True),
        WHOSE,
        day("due_on", "the day by which it was planned to be done"),
        day("audited_on", "when it was done"),
        code("grade", GRADE, "the auditor’s own grade"),
        code("moderated_grade", GRADE, "the grade after a second person had looked at it"),
        TEAM,
    ),
)

COMPLAINT = Table(
    name="complaint",
    grain="complaint at each stage it reaches, and compliment",
    key=("complaint_id", "stage"),
    began="received_on",
    columns=(
        identifier("complaint_id", "the complaint’s number", required=True),
        WHOSE,
        day("received_on", "when it was received, or the stage was asked for", required=True),
        code("stage", COMPLAINT_STAGE, "the stage, or that it is a compliment"),
        day("responded_on", "when the answer was sent; empty while it has not been"),
        code("outcome", COMPLAINT_OUTCOME, "what was found"),
        TEAM,
    ),
)

SERIOUS_INCIDENT = Table(
    name="serious_incident",
    grain="serious incident that has to be notified",
    key=("incident_id",),
    began="known_on",
    columns=(
        identifier("incident_id", "the council’s number for the incident", required=True),
        WHOSE,
        code("kind", INCIDENT, "what happened"),
        day("known_on", "when the council came to know of it", required=True),
        day("notified_on", "when the council notified the national panel"),
        TEAM,
    ),
)
