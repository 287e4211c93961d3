"""Section 47 enquiries, child protection plans and their reviews."""

from everychild.layouts.census.need import CONFERENCE_DATE, conference_feed
from everychild.layouts.census.people import (
    CENSUS_RANK,
    CHILD_ID,
    EPISODE,
    THE_YEAR,
    TRUE_FALSE,
    WHERE_WHOSE,
    WHOSE,
    as_they_are,
)
from everychild.layouts.document import ElementTable
from everychild.layouts.layout import Feed, Heading, SheetLayout
from everychild.records import Kind, codes

ENQUIRY_STARTED = "S47ActualStartDate"
SECTION_47 = ElementTable(
    SheetLayout(
        name="census_section_47",
        title="Section47",
        number=None,
        other_titles=(),
        headings=(
            CHILD_ID,
            Heading(ENQUIRY_STARTED, Kind.DATE, required=True),
            Heading("InitialCPCtarget", Kind.DATE),
            Heading(CONFERENCE_DATE, Kind.DATE),
            Heading("ICPCnotRequired", Kind.YES_NO, TRUE_FALSE),
        ),
        feeds=(
            Feed(
                "census.section_47_enquiry",
                "section_47_enquiry",
                {
                    **WHOSE,
                    "started_on": ENQUIRY_STARTED,
                    "conference_not_required": "ICPCnotRequired",
                    "conference_on": CONFERENCE_DATE,
                },
                THE_YEAR,
                CENSUS_RANK,
            ),
            conference_feed(enquiry_started_on=ENQUIRY_STARTED),
        ),
    ),
    f"{EPISODE}/Section47",
    WHERE_WHOSE,
)

PLAN_AT = f"{EPISODE}/ChildProtectionPlans"
CATEGORY = as_they_are(codes.ABUSE_CATEGORY)
PLANS = ElementTable(
    SheetLayout(
        name="census_child_protection_plan",
        title="ChildProtectionPlans",
        number=None,
        other_titles=(),
        headings=(
            CHILD_ID,
            Heading("CPPstartDate", Kind.DATE, required=True),
            Heading("CPPendDate", Kind.DATE),
            Heading("InitialCategoryOfAbuse", Kind.CODE, CATEGORY),
            Heading("LatestCategoryOfAbuse", Kind.CODE, CATEGORY),
            Heading("NumberOfPreviousCPP", Kind.NUMBER),
        ),
        feeds=(
            Feed(
                "census.child_protection_plan",
                "child_protection_plan",
                {
                    **WHOSE,
                    "started_on": "CPPstartDate",
                    "ended_on": "CPPendDate",
                    "first_category": "InitialCategoryOfAbuse",
                    "latest_category": "LatestCategoryOfAbuse",
                    "earlier_plans": "NumberOfPreviousCPP",
                },
                THE_YEAR,
                CENSUS_RANK,
            ),
        ),
    ),
    PLAN_AT,
    WHERE_WHOSE,
)

REVIEW_AT = f"{PLAN_AT}/Reviews/CPPreviewDate"
REVIEWS = ElementTable(
    SheetLayout(
        name="census_review",
        title="CPPreviewDate",
        number=None,
        other_titles=(),
        headings=(CHILD_ID, Heading("CPPreviewDate", Kind.DATE, required=True)),
        feeds=(
            Feed(
                "census.review_conference",
                "review_conference",
                {**WHOSE, "held_on": "CPPreviewDate"},
                THE_YEAR,
                CENSUS_RANK,
            ),
        ),
    ),
    REVIEW_AT,
    {**WHERE_WHOSE, "CPPreviewDate": REVIEW_AT},
)
