"""Fostering households, and the enquiries about fostering: what a council tells Ofsted of once a year, kept all year.

Few are approved or leave in a month, so how far back the tables go cannot be told from their dates: the households are
asked for twelve months back, the enquiries for twenty-four, since an approval comes the better part of a year later.
"""

from everychild.layouts.layout import Coverage, Feed, Heading, SheetLayout, WrittenCodes
from everychild.layouts.local.people import HELD_BY, LOCAL_RANK, TEAM, WORKER_ALIASES, optional, worker_feed
from everychild.records import Kind, codes

KIND = WrittenCodes(
    codes.FOSTERING_KIND,
    {
        "mainstream": "mainstream",
        "connected": "connected",
        "temporary": "connected_temporary",
        "short_breaks": "short_breaks",
        "for_adoption": "fostering_for_adoption",
    },
    {
        "Connected persons": "connected",
        "Kinship": "connected",
        "Family and friends": "connected",
        "Regulation 24": "temporary",
        "Reg 24": "temporary",
        "Temporary approval": "temporary",
        "Short break": "short_breaks",
        "Respite": "short_breaks",
    },
)
SUPERVISING_WORKER = Heading(
    "worker_id",
    Kind.IDENTIFIER,
    aliases=("Supervising Social Worker", *WORKER_ALIASES),
    expected=False,
    is_name=True,
)

FOSTERING_HOUSEHOLDS = SheetLayout(
    name="fostering_households",
    title="Fostering households",
    number=None,
    other_titles=("fostering household", "foster carers", "carer households"),
    headings=(
        Heading(
            "household_id",
            Kind.IDENTIFIER,
            aliases=("Foster Carer ID", "Fostering Household ID", "Carer ID"),
            required=True,
        ),
        Heading("approved_date", Kind.DATE, aliases=("Approval Date", "Date Approved"), required=True),
        Heading("end_date", Kind.DATE, aliases=("Approval End Date", "Resignation Date", "Deregistration Date")),
        Heading("type", Kind.CODE, KIND, aliases=("Household Type", "Carer Type", "Approval Type")),
        Heading("places", Kind.NUMBER, aliases=("Approved Places", "Number of Places")),
        Heading("children_placed", Kind.NUMBER, aliases=("Children in Placement", "Filled Places")),
        Heading("annual_review_date", Kind.DATE, aliases=("Last Annual Review", "Date of Last Annual Review")),
        Heading(
            "unannounced_visit_date",
            Kind.DATE,
            aliases=("Last Unannounced Visit", "Date of Last Unannounced Visit"),
            expected=False,
        ),
        optional("extended_date", Kind.DATE, "Temporary Approval Extended", "Regulation 25 Extension Date"),
        optional("application_date", Kind.DATE),
        optional("dbs_date", Kind.DATE),
        TEAM,
        SUPERVISING_WORKER,
    ),
    feeds=(
        Feed(
            "fostering_households.fostering_household",
            "fostering_household",
            {
                "household_id": "household_id",
                "approved_on": "approved_date",
                "ended_on": "end_date",
                "kind": "type",
                "places": "places",
                "children_placed": "children_placed",
                "reviewed_on": "annual_review_date",
                "visited_unannounced_on": "unannounced_visit_date",
                "extended_on": "extended_date",
                **HELD_BY,
            },
            Coverage(months=12, at_most=True),
            LOCAL_RANK,
        ),
        worker_feed(),
    ),
)

FOSTERING_ENQUIRIES = SheetLayout(
    name="fostering_enquiries",
    title="Fostering enquiries",
    number=None,
    other_titles=("fostering enquiry", "fostering recruitment", "foster carer enquiries"),
    headings=(
        Heading(
            "enquiry_id",
            Kind.IDENTIFIER,
            aliases=("Fostering Enquiry ID", "Enquiry Reference"),
            required=True,
        ),
        Heading("enquiry_date", Kind.DATE, aliases=("Date of Enquiry", "Initial Enquiry Date"), required=True),
        Heading("application_date", Kind.DATE, aliases=("Date of Application", "Application Received")),
        Heading("approved_date", Kind.DATE, aliases=("Approval Date", "Date Approved")),
        Heading("withdrawn_date", Kind.DATE, aliases=("Date Withdrawn", "Enquiry Closed")),
        TEAM,
        SUPERVISING_WORKER,
    ),
    feeds=(
        Feed(
            "fostering_enquiries.fostering_enquiry",
            "fostering_enquiry",
            {
                "enquiry_id": "enquiry_id",
                "enquired_on": "enquiry_date",
                "applied_on": "application_date",
                "approved_on": "approved_date",
                "withdrew_on": "withdrawn_date",
                **HELD_BY,
            },
            Coverage(months=24, at_most=True),
            LOCAL_RANK,
        ),
        worker_feed(),
    ),
)
