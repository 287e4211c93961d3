"""Education, health and care plans: what the SEN2 return is made from, with advice and appeals beside it."""

from everychild.layouts.layout import Coverage, Feed, Heading, SheetLayout, WrittenCodes
from everychild.layouts.local.people import CHILD_ID, EVERYTHING, LOCAL_RANK, TEAM, WHOSE, optional, yes_no
from everychild.records import Kind, codes
from everychild.records import special_needs as records

A_YEAR = Coverage(months=12, at_most=True)
"""For what is too rare for its own dates to show how far back the file goes: at least a year, always."""

DECISION = WrittenCodes(
    records.DECISION,
    {"agreed": "Y", "refused": "N", "awaiting": "A", "withdrawn": "W", "historical": "H"},
    {"Agreed": "agreed", "Refused": "refused", "Awaiting": "awaiting", "Withdrawn": "withdrawn"},
)
OUTCOME = WrittenCodes(
    records.ASSESSMENT_OUTCOME,
    {"plan": "Y", "no_plan": "N", "awaiting": "A", "withdrawn": "W"},
    {"Plan": "plan", "No plan": "no_plan", "Awaiting": "awaiting", "Withdrawn": "withdrawn"},
)
REVIEW_OUTCOME = WrittenCodes(records.REVIEW_OUTCOME, {code: code for code in records.REVIEW_OUTCOME.values})
NEED = WrittenCodes(records.SPECIAL_NEED, {code: code for code in records.SPECIAL_NEED.values})
PROFESSION = WrittenCodes(
    records.PROFESSION,
    {code: code for code in records.PROFESSION.values},
    {"EP": "educational_psychology", "Ed Psych": "educational_psychology", "CSC": "social_care"},
)
AGAINST = WrittenCodes(records.APPEAL_AGAINST, {code: code for code in records.APPEAL_AGAINST.values})
APPEAL_OUTCOME = WrittenCodes(
    records.APPEAL_OUTCOME,
    {code: code for code in records.APPEAL_OUTCOME.values},
    {"Dismissed": "not_upheld", "Allowed": "upheld", "Allowed in part": "part_upheld", "Settled": "conceded"},
)

BORN = optional("date_of_birth", Kind.DATE, "DOB", "PersonBirthDate")
SEX = Heading(
    "sex",
    Kind.CODE,
    WrittenCodes(codes.SEX, {"female": "F", "male": "M", "neither": "X", "not_recorded": "U"}),
    aliases=("Gender",),
    expected=False,
)
UPN = optional("upn", Kind.TEXT, "Unique Pupil Number")
ETHNICITY = Heading(
    "ethnicity",
    Kind.CODE,
    WrittenCodes(codes.ETHNIC_GROUP, {code: code for code in codes.ETHNIC_GROUP.values}),
    aliases=("Ethnic Group",),
    expected=False,
)


def child_feed() -> Feed:
    """Who the children are: many with a plan are on no list of social care. What Annex A says of one comes first."""
    return Feed(
        name="special_needs.child",
        table="child",
        columns={**WHOSE, "born_on": "date_of_birth", "sex": "sex", "ethnic_group": "ethnicity", "upn": "upn"},
        coverage=Coverage(proves_only=True),
        rank=3,
        distinct=True,
    )


EHCP_REQUESTS = SheetLayout(
    name="ehcp_requests",
    title="Requests for education, health and care assessments",
    number=None,
    other_titles=("ehcp request", "ehc requests", "ehc needs assessments"),
    headings=(
        CHILD_ID,
        BORN,
        SEX,
        ETHNICITY,
        UPN,
        optional("request_id", Kind.IDENTIFIER, "EHC Request ID"),
        Heading("received_date", Kind.DATE, aliases=("Date Request Received",), required=True),
        Heading("decision_date", Kind.DATE, aliases=("RequestOutcomeDate", "Decision To Assess Date")),
        Heading("decision", Kind.CODE, DECISION, aliases=("RequestOutcome", "Decision To Assess")),
        Heading("assessment_outcome_date", Kind.DATE, expected=False),
        Heading("assessment_outcome", Kind.CODE, OUTCOME, expected=False),
        optional("draft_issued_date", Kind.DATE, "Draft Plan Date"),
        Heading("final_issued_date", Kind.DATE, aliases=("EHC Plan Issued Date", "Final Plan Date")),
        yes_no("exception", "Exception Applies", "AssessmentWeek20 Exception"),
        optional("week20_date", Kind.DATE),
        TEAM,
    ),
    feeds=(
        Feed(
            "ehcp_requests.ehc_request",
            "ehc_request",
            {
                **WHOSE,
                "request_id": "request_id",
                "received_on": "received_date",
                "decided_on": "decision_date",
                "decision": "decision",
                "outcome_on": "assessment_outcome_date",
                "outcome": "assessment_outcome",
                "draft_issued_on": "draft_issued_date",
                "final_issued_on": "final_issued_date",
                "exception": "exception",
                "team": "team",
            },
            EVERYTHING,
            LOCAL_RANK,
        ),
        child_feed(),
    ),
)

EHCP_PLANS = SheetLayout(
    name="ehcp_plans",
    title="Education, health and care plans",
    number=None,
    other_titles=("ehcp plan", "ehc plans", "active plans"),
    headings=(
        CHILD_ID,
        BORN,
        SEX,
        ETHNICITY,
        UPN,
        Heading("plan_id", Kind.IDENTIFIER, aliases=("EHC Plan ID",), expected=False),
        Heading("start_date", Kind.DATE, aliases=("EHC Plan Start Date", "Plan Start Date"), required=True),
        Heading("ceased_date", Kind.DATE, aliases=("CeaseDate", "Date Ceased")),
        optional("cease_reason", Kind.TEXT),
        optional("setting_type", Kind.TEXT),
        optional("setting_urn", Kind.TEXT, "URN"),
        yes_no("out_of_area", "Out of Borough", "Outside Area"),
        Heading("primary_need", Kind.CODE, NEED, aliases=("SEN Type",), expected=False),
        optional("year_group", Kind.TEXT),
        yes_no("social_care_plan"),
        TEAM,
    ),
    feeds=(
        Feed(
            "ehcp_plans.ehc_plan",
            "ehc_plan",
            {
                **WHOSE,
                "plan_id": "plan_id",
                "started_on": "start_date",
                "ceased_on": "ceased_date",
                "out_of_area": "out_of_area",
                "primary_need": "primary_need",
                "team": "team",
            },
            EVERYTHING,
            LOCAL_RANK,
        ),
        child_feed(),
    ),
)

EHCP_ANNUAL_REVIEWS = SheetLayout(
    name="ehcp_annual_reviews",
    title="Annual reviews of education, health and care plans",
    number=None,
    other_titles=("ehcp annual review", "ehc annual reviews", "ehcp reviews"),
    headings=(
        CHILD_ID,
        optional("plan_id", Kind.IDENTIFIER, "EHC Plan ID"),
        Heading("meeting_date", Kind.DATE, aliases=("Review Meeting Date", "Annual Review Date"), required=True),
        optional("due_date", Kind.DATE, "Review Due Date"),
        Heading("decision_date", Kind.DATE, aliases=("Decision Letter Date", "ReviewOutcomeDate")),
        Heading("outcome", Kind.CODE, REVIEW_OUTCOME, aliases=("ReviewOutcome",)),
        optional("final_amended_date", Kind.DATE, "Amended Plan Date"),
    ),
    feeds=(
        Feed(
            "ehcp_annual_reviews.ehc_review",
            "ehc_review",
            {
                **WHOSE,
                "plan_id": "plan_id",
                "met_on": "meeting_date",
                "decided_on": "decision_date",
                "outcome": "outcome",
            },
            EVERYTHING,
            LOCAL_RANK,
        ),
    ),
)

EHCP_ADVICE = SheetLayout(
    name="ehcp_advice",
    title="Advice for education, health and care assessments",
    number=None,
    other_titles=("ehc advice", "professional advice"),
    headings=(
        CHILD_ID,
        optional("request_id", Kind.IDENTIFIER, "EHC Request ID"),
        Heading("profession", Kind.CODE, PROFESSION, aliases=("Advice From", "Adviser"), required=True),
        Heading(
            "advice_requested_date", Kind.DATE, aliases=("Advice Requested", "Date Advice Requested"), required=True
        ),
        Heading("advice_received_date", Kind.DATE, aliases=("Advice Received", "Date Advice Received")),
        TEAM,
    ),
    feeds=(
        Feed(
            "ehcp_advice.ehc_advice",
            "ehc_advice",
            {
                **WHOSE,
                "request_id": "request_id",
                "profession": "profession",
                "asked_on": "advice_requested_date",
                "received_on": "advice_received_date",
                "team": "team",
            },
            A_YEAR,
            LOCAL_RANK,
        ),
    ),
)

TRIBUNAL_APPEALS = SheetLayout(
    name="tribunal_appeals",
    title="Appeals to the tribunal",
    number=None,
    other_titles=("tribunal appeal", "send appeals", "tribunals"),
    headings=(
        CHILD_ID,
        Heading("appeal_id", Kind.IDENTIFIER, aliases=("Appeal Number", "Tribunal Reference"), required=True),
        Heading("appeal_type", Kind.CODE, AGAINST, aliases=("Type of Appeal", "Appeal Against")),
        Heading("registered_date", Kind.DATE, aliases=("Date Registered", "Appeal Registered"), required=True),
        optional("hearing_date", Kind.DATE, "Date of Hearing"),
        Heading("concluded_date", Kind.DATE, aliases=("Date Concluded", "Decision Issued Date")),
        Heading("appeal_outcome", Kind.CODE, APPEAL_OUTCOME, aliases=("Outcome of Appeal",)),
    ),
    feeds=(
        Feed(
            "tribunal_appeals.ehc_appeal",
            "ehc_appeal",
            {
                **WHOSE,
                "appeal_id": "appeal_id",
                "against": "appeal_type",
                "registered_on": "registered_date",
                "concluded_on": "concluded_date",
                "outcome": "appeal_outcome",
            },
            A_YEAR,
            LOCAL_RANK,
        ),
    ),
)

TABLES = (EHCP_REQUESTS, EHCP_PLANS, EHCP_ANNUAL_REVIEWS, EHCP_ADVICE, TRIBUNAL_APPEALS)
