"""Requests, the assessments that followed, the plans they led to, and the needs the plans are for.

Of annual reviews the return tells of the last alone, since 2024 with the day of its meeting, and only of meetings in
its year. Each is kept and no month is supplied by them: a plan reviewed just before the year would seem never to have
been. What was decided is read past, as we have not seen its codes.
"""

from __future__ import annotations

from everychild.layouts.census.people import CENSUS_RANK, TRUE_FALSE
from everychild.layouts.document import ElementTable
from everychild.layouts.layout import YES_NO, Coverage, Feed, Heading, SheetLayout, WrittenCodes
from everychild.layouts.local.special_needs import DECISION, NEED
from everychild.layouts.special_needs_return.people import UNIT, UPN, WHERE_WHOSE, WHOSE, read_past
from everychild.records import Kind
from everychild.records import special_needs as records

REQUEST = f"{UNIT}/Requests"
ASSESSMENT = f"{REQUEST}/Assessment"
PLAN = f"{ASSESSMENT}/NamedPlan"
ACTIVE = f"{REQUEST}/ActivePlans"

A_YEAR = Coverage(months=12)
"""Every request of the calendar year, and every plan maintained on the day or ceased in that year. The first days of
January, from which it tells of plans alone, are of a month that is not over on the day."""

SHOWN_ALONE = Coverage(proves_only=True, some_children=True)

STARTED = Heading("StartDate", Kind.DATE)
WHERE_STARTED = {**WHERE_WHOSE, "StartDate": f"{PLAN}/StartDate"}

OUTCOME = WrittenCodes(
    records.ASSESSMENT_OUTCOME,
    {"plan": "Y", "no_plan": "N", "awaiting": "A", "withdrawn": "W"},
    says_nothing=("H",),  # decided before the years of the return
)
NOT_THE_PRIMARY = WrittenCodes(YES_NO, {"yes": "2", "no": "1", "unknown": ""})
"""The rank of a need: 1 is the primary one."""

PLACEMENT = ("URN", "UKPRN", "SENSetting", "SENSettingOther", "PlacementRank", "EntryDate", "LeavingDate")
UNITS = ("SENunitIndicator", "ResourcedProvisionIndicator")


def _plan_feed(columns: dict[str, str], unless: str | None = None) -> Feed:
    """One list of plans: what one element tells of a plan the next completes."""
    return Feed(
        "special_needs_return.ehc_plan",
        "ehc_plan",
        {**WHOSE, "started_on": "StartDate", **columns},
        A_YEAR,
        CENSUS_RANK,
        only_where="StartDate",
        unless=unless,
        distinct=True,
    )


REQUESTS = ElementTable(
    SheetLayout(
        name="special_needs_return_request",
        title="Requests",
        number=None,
        other_titles=(),
        headings=(
            UPN,
            Heading("ReceivedDate", Kind.DATE),
            Heading("RequestOutcomeDate", Kind.DATE),
            Heading("RequestOutcome", Kind.CODE, DECISION),
            Heading("AssessmentOutcomeDate", Kind.DATE),
            Heading("AssessmentOutcome", Kind.CODE, OUTCOME),
            Heading("Week20", Kind.YES_NO, TRUE_FALSE),
            STARTED,
            *read_past("RequestSource", "RYA", "RequestMediation", "RequestTribunal", "Exported"),
            *read_past("AssessmentMediation", "AssessmentTribunal", "OtherMediation", "OtherTribunal"),
        ),
        feeds=(
            Feed(
                "special_needs_return.ehc_request",
                "ehc_request",
                {
                    **WHOSE,
                    "received_on": "ReceivedDate",
                    "decided_on": "RequestOutcomeDate",
                    "decision": "RequestOutcome",
                    "outcome_on": "AssessmentOutcomeDate",
                    "outcome": "AssessmentOutcome",
                    "final_issued_on": "StartDate",
                    "exception": "Week20",
                },
                A_YEAR,
                CENSUS_RANK,
                only_where="ReceivedDate",
            ),
        ),
    ),
    REQUEST,
    {
        **WHERE_STARTED,
        **{
            title: f"{ASSESSMENT}/{title}"
            for title in (
                "AssessmentOutcomeDate",
                "AssessmentOutcome",
                "Week20",
                "AssessmentMediation",
                "AssessmentTribunal",
                "OtherMediation",
                "OtherTribunal",
            )
        },
    },
)

PLANS = ElementTable(
    SheetLayout(
        name="special_needs_return_plan",
        title="NamedPlan",
        number=None,
        other_titles=(),
        headings=(
            UPN,
            STARTED,
            Heading("CeaseDate", Kind.DATE),
            *read_past("CeaseReason", "PlanRes", "PlanWPB", "PlanWBP", "PB", "OA", "DP"),
            *read_past(*PLACEMENT, *UNITS),
        ),
        feeds=(_plan_feed({"ceased_on": "CeaseDate"}),),
    ),
    PLAN,
    {**WHERE_WHOSE, **{title: f"{PLAN}/PlanDetail/{title}" for title in (*PLACEMENT, *UNITS)}},
)

ACTIVE_PLANS = ElementTable(
    SheetLayout(
        name="special_needs_return_active_plan",
        title="ActivePlans",
        number=None,
        other_titles=(),
        headings=(
            UPN,
            STARTED,
            Heading("ReviewMeeting", Kind.DATE, expected=False),
            Heading("LastReview", Kind.DATE, expected=False),
            *read_past("TransferLA", "RES", "WPB", "WBP", "ReviewOutcome"),
            *read_past(*PLACEMENT, *UNITS),
        ),
        feeds=(
            _plan_feed({}),
            Feed(
                "special_needs_return.ehc_review",
                "ehc_review",
                {**WHOSE, "met_on": "ReviewMeeting", "decided_on": "LastReview"},
                SHOWN_ALONE,
                CENSUS_RANK,
                only_where="ReviewMeeting",
            ),
        ),
    ),
    ACTIVE,
    {**WHERE_STARTED, **{title: f"{ACTIVE}/PlacementDetail/{title}" for title in (*PLACEMENT, *UNITS)}},
)

NEEDS = ElementTable(
    SheetLayout(
        name="special_needs_return_need",
        title="SENneed",
        number=None,
        other_titles=(),
        headings=(
            UPN,
            STARTED,
            Heading("SENtype", Kind.CODE, NEED),
            Heading("SENtypeRank", Kind.YES_NO, NOT_THE_PRIMARY),
        ),
        feeds=(_plan_feed({"primary_need": "SENtype"}, unless="SENtypeRank"),),
    ),
    f"{ACTIVE}/SENneed",
    WHERE_STARTED,
)
