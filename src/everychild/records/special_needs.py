"""Education, health and care plans: asked for, assessed, issued, reviewed and appealed against."""

from everychild.records.table import CHILD_ID, TEAM, Codes, Table, code, day, identifier, yes_no

DECISION = Codes(
    "decision on a request",
    {
        "agreed": "Assessment agreed",
        "refused": "Assessment refused",
        "awaiting": "No decision yet",
        "withdrawn": "Request withdrawn or ended",
        "historical": "Decided before the period of the return",
    },
)
ASSESSMENT_OUTCOME = Codes(
    "outcome of a needs assessment",
    {
        "plan": "A plan is to be issued",
        "no_plan": "No plan is to be issued",
        "awaiting": "No decision yet",
        "withdrawn": "Withdrawn or ended",
    },
)
REVIEW_OUTCOME = Codes(
    "decision after an annual review",
    {"retain": "Plan kept as it is", "amend": "Plan to be amended", "cease": "Plan to end"},
)
PROFESSION = Codes(
    "who advises",
    {
        "educational_psychology": "Educational psychologist",
        "health": "Health",
        "social_care": "Social care",
        "school": "School or other setting",
        "other": "Another adviser",
    },
)
SPECIAL_NEED = Codes(
    "primary special educational need",
    {
        "SPLD": "Specific learning difficulty",
        "MLD": "Moderate learning difficulty",
        "SLD": "Severe learning difficulty",
        "PMLD": "Profound and multiple learning difficulty",
        "SEMH": "Social, emotional and mental health",
        "SLCN": "Speech, language and communication needs",
        "HI": "Hearing impairment",
        "VI": "Vision impairment",
        "MSI": "Multi-sensory impairment",
        "PD": "Physical disability",
        "ASD": "Autistic spectrum disorder",
        "DS": "Down syndrome",
        "OTH": "Other difficulty",
    },
)
APPEAL_AGAINST = Codes(
    "what an appeal is against",
    {
        "refusal_to_assess": "Refusal to assess",
        "refusal_to_issue": "Refusal to issue a plan",
        "contents": "What a plan says, or the school it names",
        "ceasing": "Ending a plan",
        "other": "Something else",
    },
)
APPEAL_OUTCOME = Codes(
    "outcome of an appeal",
    {
        "upheld": "Upheld",
        "part_upheld": "Upheld in part",
        "not_upheld": "Not upheld",
        "conceded": "Conceded by the council",
        "withdrawn": "Withdrawn",
    },
)

REQUEST = Table(
    name="ehc_request",
    grain="request for an education, health and care needs assessment",
    key=("child_id", "received_on"),
    began="received_on",
    columns=(
        CHILD_ID,
        identifier("request_id", "the system’s number for the request"),
        day("received_on", "when the council received it", required=True),
        day("decided_on", "when the council told the family whether it would assess"),
        code("decision", DECISION, "what it decided"),
        day("outcome_on", "when the council decided, after assessing, whether to issue a plan"),
        code("outcome", ASSESSMENT_OUTCOME, "what it decided then"),
        day("draft_issued_on", "when a draft plan was sent"),
        day("final_issued_on", "when the final plan was issued"),
        yes_no("exception", "one of the exceptions to the time allowed applied"),
        TEAM,
    ),
)

PLAN = Table(
    name="ehc_plan",
    grain="education, health and care plan",
    key=("child_id", "started_on"),
    began="started_on",
    ended="ceased_on",
    columns=(
        CHILD_ID,
        identifier("plan_id", "the system’s number for the plan"),
        day("started_on", "when the first final plan was issued, or taken over from another council", required=True),
        day("ceased_on", "when the council stopped maintaining it; empty while it does"),
        yes_no("out_of_area", "the school or other setting is outside the council’s area"),
        code("primary_need", SPECIAL_NEED, "the primary need, by the codes of the SEN2 return"),
        TEAM,
    ),
)

REVIEW = Table(
    name="ehc_review",
    grain="annual review of an education, health and care plan",
    key=("child_id", "met_on"),
    began="met_on",
    columns=(
        CHILD_ID,
        identifier("plan_id", "the plan reviewed"),
        day("met_on", "when the review meeting was held", required=True),
        day("decided_on", "the date of the council’s letter saying what it decided"),
        code("outcome", REVIEW_OUTCOME, "what it decided"),
    ),
)

ADVICE = Table(
    name="ehc_advice",
    grain="piece of professional advice asked for in a needs assessment",
    key=("child_id", "profession", "asked_on"),
    began="asked_on",
    columns=(
        CHILD_ID,
        identifier("request_id", "the request it belongs to"),
        code("profession", PROFESSION, "who was asked", required=True),
        day("asked_on", "when the council asked for it", required=True),
        day("received_on", "when it came; empty while it has not"),
        TEAM,
    ),
)

APPEAL = Table(
    name="ehc_appeal",
    grain="appeal to the tribunal about a needs assessment or a plan",
    key=("child_id", "appeal_id"),
    began="registered_on",
    ended="concluded_on",
    columns=(
        CHILD_ID,
        identifier("appeal_id", "the tribunal’s or the council’s number for the appeal", required=True),
        code("against", APPEAL_AGAINST, "what it is against"),
        day("registered_on", "when the tribunal registered it", required=True),
        day("concluded_on", "when it was decided or otherwise ended; empty while it is open"),
        code("outcome", APPEAL_OUTCOME, "how it ended"),
    ),
)
