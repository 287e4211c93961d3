"""List 8: each child's latest period of care, with the latest placement, review and visit."""

from everychild.layouts.annex_a import care_codes, written
from everychild.layouts.annex_a.people import (
    ANNEX_A_RANK,
    CHILD,
    DISABILITY,
    HELD_BY,
    TEAM,
    WHOSE,
    WORKER,
    child_feed,
    worker_feed,
)
from everychild.layouts.layout import Coverage, Feed, Heading, SheetLayout
from everychild.records import Kind

UNACCOMPANIED = "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)"
SECOND_PERIOD = "Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)"
STARTED = "Date Started to be Looked After"
CEASED = "Date Ceased to be Looked After"
REVIEWED = "Date of Latest Statutory Review"
VISITED = "Date of Last Social Work Visit"
PLACED = "Start Date of Most Recent Placement"

_LATEST = Coverage(proves_only=True)
_LATEST_AND_RARE = Coverage(months=2, proves_only=True)

LIST_8 = SheetLayout(
    name="list_8",
    title="Children in care",
    number=8,
    other_titles=("CLA", "LAC", "CIC", "Looked After Children", "Children Looked After"),
    headings=(
        *CHILD,
        Heading(
            UNACCOMPANIED,
            Kind.YES_NO,
            written.PLAIN_YES_NO,
            aliases=("UASC",),
            likely_aliases=("UASC in last 12 months",),
        ),
        DISABILITY,
        Heading(
            STARTED,
            Kind.DATE,
            aliases=("LoookedAfterStartDate", "startdaterecentcareepisode"),
            likely_aliases=("Looked After Start Date", "LAC Start Date", "Date Became Looked After"),
            required=True,
        ),
        Heading(
            "Child’s Category of Need",
            Kind.CODE,
            written.NEED,
            aliases=("ChildCategoryOfNeed",),
            likely_aliases=("Category of Need",),
        ),
        Heading(
            SECOND_PERIOD,
            Kind.YES_NO,
            written.PLAIN_YES_NO,
            aliases=(
                "SubsequentLACEpisodeLast12Months",
                SECOND_PERIOD.replace("period", "episode"),
            ),
        ),
        Heading(
            "Start date of current legal status",
            Kind.DATE,
            aliases=("MostRecentLegalStatusStart",),
            likely_aliases=("Legal Status Start Date",),
        ),
        Heading("Child’s Legal Status", Kind.CODE, care_codes.LEGAL_STATUS, aliases=("LegalStatus",)),
        Heading(
            REVIEWED,
            Kind.DATE,
            aliases=("LatestStatutoryReviewDate",),
            likely_aliases=("Last Review Date", "Date of Last CLA Review"),
        ),
        Heading(
            VISITED,
            Kind.DATE,
            aliases=("LastSocialWorkVisitDate",),
            likely_aliases=("Last Statutory Visit", "Last Visit Date"),
        ),
        Heading(
            "What is the permanence plan for this child?",
            Kind.CODE,
            care_codes.PERMANENCE,
            aliases=("PermanencePlan",),
        ),
        Heading(
            "Date of Last IRO Visit / Contact to the Child",
            Kind.DATE,
            aliases=("LastIROVisitDate",),
            likely_aliases=("Last IRO Contact",),
        ),
        Heading(
            "Date of Last Health Assessment",
            Kind.DATE,
            aliases=("LastHealthAssessmentDate",),
            likely_aliases=("Last HA Date",),
        ),
        Heading(
            "Date of Last Dental Check",
            Kind.DATE,
            aliases=("LastDentalCheckDate",),
            likely_aliases=("Last Dental Date",),
        ),
        Heading(
            "Number of Placements in the Last 12 months",
            Kind.NUMBER,
            aliases=("PlacementsLast12Months",),
            likely_aliases=("Placements in last 12 months",),
        ),
        Heading(
            CEASED,
            Kind.DATE,
            aliases=("CeasedLookedAfterDate", "dateceasedlac"),
            likely_aliases=("LAC End Date",),
        ),
        Heading(
            "Reason Ceased to be Looked After",
            Kind.CODE,
            care_codes.REASON_ENDED,
            aliases=("ReasonCeasedLookedAfter",),
            likely_aliases=("LAC Ceased Reason", "REC"),
        ),
        Heading(
            PLACED,
            Kind.DATE,
            aliases=("MostRecentPlacementStartDate",),
            likely_aliases=("Placement Start Date",),
        ),
        Heading("Placement Type", Kind.CODE, care_codes.PLACEMENT_TYPE, likely_aliases=("Placement",)),
        Heading("Placement Provider", Kind.CODE, care_codes.PROVIDER),
        Heading("Placement postcode", Kind.TEXT),
        Heading("URN of Placement", Kind.TEXT, aliases=("PlacementURN", "URN")),
        Heading(
            "Placement Location",
            Kind.YES_NO,
            care_codes.OUT_OF_AREA,
            likely_aliases=("In/Out", "Placement In or Out of LA"),
        ),
        Heading("LA of Placement", Kind.TEXT, likely_aliases=("Placement LA",)),
        Heading(
            "Number of Episodes the Child has been ‘Missing’ from their Placement in the last 12 months",
            Kind.NUMBER,
            aliases=("EpisodesChildMissingFromPlacement",),
            likely_aliases=("Missing Episodes (12m)",),
        ),
        Heading(
            "Number of Episodes the Child has been ‘Absent’ from their Placement in the last 12 months",
            Kind.NUMBER,
            aliases=("EpisodesChildAbsentFromPlacement",),
            likely_aliases=("Away Episodes (12m)",),
        ),
        Heading(
            "Was the child offered a Return Interview after their last missing episode (Y/N)?",
            Kind.YES_NO,
            written.PLAIN_YES_NO,
            aliases=("ChildOfferedReturnInterviewAfterLastMFH",),
            likely_aliases=("RHI Offered",),
        ),
        Heading(
            "Did the child accept a Return Interview after their last missing episode (Y/N)?",
            Kind.YES_NO,
            written.PLAIN_YES_NO,
            aliases=("ChildAcceptedReturnInterviewAfterLastMFH",),
            likely_aliases=("RHI Accepted",),
        ),
        TEAM,
        WORKER,
    ),
    feeds=(
        Feed(
            "list_8.period_of_care",
            "period_of_care",
            {
                **WHOSE,
                "started_on": STARTED,
                "ended_on": CEASED,
                "reason_ended": "Reason Ceased to be Looked After",
                "category_of_need": "Child’s Category of Need",
                "second_within_year": SECOND_PERIOD,
                "legal_status": "Child’s Legal Status",
                "legal_status_from": "Start date of current legal status",
                "unaccompanied": UNACCOMPANIED,
                "permanence_plan": "What is the permanence plan for this child?",
                "placements_in_year": "Number of Placements in the Last 12 months",
                "health_assessed_on": "Date of Last Health Assessment",
                "dental_check_on": "Date of Last Dental Check",
                "reviewing_officer_saw_on": "Date of Last IRO Visit / Contact to the Child",
                **HELD_BY,
            },
            Coverage(months=6, one_per_child=True),
            ANNEX_A_RANK,
        ),
        Feed(
            "list_8.placement",
            "placement",
            {
                **WHOSE,
                "started_on": PLACED,
                # The latest placement of a child who has left care ended with it.
                "ended_on": CEASED,
                "placement_type": "Placement Type",
                "provider": "Placement Provider",
                "out_of_area": "Placement Location",
                "council_area": "LA of Placement",
                "registered_as": "URN of Placement",
            },
            _LATEST_AND_RARE,
            ANNEX_A_RANK,
            only_where=PLACED,
        ),
        Feed(
            "list_8.care_review",
            "care_review",
            {**WHOSE, "held_on": REVIEWED, **HELD_BY},
            _LATEST_AND_RARE,
            ANNEX_A_RANK,
            only_where=REVIEWED,
        ),
        Feed(
            "list_8.visit",
            "visit",
            {**WHOSE, "visited_on": VISITED, **HELD_BY},
            _LATEST,
            ANNEX_A_RANK,
            constants={"kind": "care"},
            only_where=VISITED,
        ),
        child_feed(disabled=DISABILITY.title, unaccompanied=UNACCOMPANIED),
        worker_feed(),
    ),
)
