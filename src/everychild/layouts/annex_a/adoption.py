"""List 10, children for adoption, and list 11, adopters. Complete for twelve months back."""

from everychild.layouts.annex_a import written
from everychild.layouts.annex_a.people import (
    AGE,
    ANNEX_A_RANK,
    BORN,
    CHILD_ID,
    DISABILITY,
    ETHNICITY,
    SEX,
    WHOSE,
    child_feed,
)
from everychild.layouts.layout import Coverage, Feed, Heading, SheetLayout, WrittenCodes
from everychild.records import Kind, codes

TWELVE_MONTHS = Coverage(months=12)

_REVERSALS = {
    "RD1": "The child's needs changed subsequent to the decision",
    "RD2": "The Court did not make a placement order",
    "RD3": "Prospective adopters could not be found",
    "RD4": "Any other reason",
}
REVERSED = WrittenCodes(codes.ADOPTION_REVERSED, {code: f"{code} - {reason}" for code, reason in _REVERSALS.items()})
LEFT = WrittenCodes(codes.ADOPTER_LEFT, {"1": "1: Withdrew", "2": "2: On hold", "3": "3: Refused"})

FAMILY = Heading("Family identifier", Kind.IDENTIFIER, aliases=("FamilyID",), likely_aliases=("Adoptive Family ID",))
"""The adoptive family, which joins list 10 to list 11; never the family the child was born to."""

LIST_10 = SheetLayout(
    name="list_10",
    title="Adoption",
    number=10,
    other_titles=("Children for Adoption",),
    headings=(
        CHILD_ID,
        FAMILY,
        SEX,
        ETHNICITY,
        BORN,
        AGE,
        DISABILITY,
        Heading(
            "Date the Child Entered Care",
            Kind.DATE,
            aliases=("EnteredCareDate",),
            likely_aliases=("Date Entered Care",),
        ),
        Heading(
            "Date of Decision that Child Should be Placed for Adoption",
            Kind.DATE,
            aliases=("ADMSHOBPADecisionDate",),
            likely_aliases=("SHOBPA Date", "ADM Decision Date"),
            required=True,
        ),
        Heading("Date of Placement Order", Kind.DATE, aliases=("PlacementOrderDate",)),
        Heading(
            "Date of Matching Child and Prospective Adopters",
            Kind.DATE,
            aliases=("MatchedForAdoptionDate",),
            likely_aliases=("Date Matched",),
        ),
        Heading("Date Placed for Adoption", Kind.DATE, aliases=("PlacedForAdoptionDate",)),
        Heading("Date of Adoption Order", Kind.DATE, aliases=("AdoptionOrderDate",)),
        Heading(
            "Date of Decision that Child Should No Longer be Placed for Adoption",
            Kind.DATE,
            aliases=("DecisionReversedDate",),
        ),
        Heading(
            "Reason Why Child No Longer Placed for Adoption",
            Kind.CODE,
            REVERSED,
            aliases=("DecisionReversedReason",),
        ),
        Heading(
            "Date the child was placed for fostering in FFA or concurrent planning placement",
            Kind.DATE,
            aliases=("DateFFAConsurrencyPlacement",),
            likely_aliases=("FFA Placement Date",),
        ),
    ),
    feeds=(
        Feed(
            "list_10.adoption",
            "adoption",
            {
                **WHOSE,
                "adoptive_family_id": "Family identifier",
                "entered_care_on": "Date the Child Entered Care",
                "decided_on": "Date of Decision that Child Should be Placed for Adoption",
                "placement_order_on": "Date of Placement Order",
                "matched_on": "Date of Matching Child and Prospective Adopters",
                "placed_on": "Date Placed for Adoption",
                "adopted_on": "Date of Adoption Order",
                "reversed_on": "Date of Decision that Child Should No Longer be Placed for Adoption",
                "reversed_reason": "Reason Why Child No Longer Placed for Adoption",
                "fostering_for_adoption_on": (
                    "Date the child was placed for fostering in FFA or concurrent planning placement"
                ),
            },
            TWELVE_MONTHS,
            ANNEX_A_RANK,
        ),
        child_feed(disabled=DISABILITY.title),
    ),
)

ADOPTER_SEX = WrittenCodes(
    codes.SEX,
    # Not the letters of the children's lists: here c) is neither.
    {"male": "a) Male", "female": "b) Female", "neither": "c) Neither", "not_recorded": "d) Not stated/recorded"},
    written.SEX.also,
)


def _date(title: str, alias: str) -> Heading:
    return Heading(title, Kind.DATE, aliases=(alias,))


LIST_11 = SheetLayout(
    name="list_11",
    title="Adopters",
    number=11,
    other_titles=("Adopter", "Prospective Adopters"),
    headings=(
        Heading("Individual adopter identifier", Kind.IDENTIFIER, aliases=("Adopter ID",), required=True),
        FAMILY,
        Heading("Gender", Kind.CODE, ADOPTER_SEX, aliases=("Sex",)),
        ETHNICITY,
        Heading("Disability", Kind.YES_NO, written.DISABLED, aliases=("HasDisability",)),
        Heading(
            "Is the (prospective) adopter fostering for adoption?",
            Kind.YES_NO,
            written.PLAIN_YES_NO,
            aliases=("AdoptedByCarer",),
            likely_aliases=("FFA",),
        ),
        _date("Date enquiry received", "EnquiryDate"),
        _date("Date Stage 1 started", "Stage1StartDate"),
        _date("Date Stage 1 ended", "Stage1EndDate"),
        _date("Date Stage 2 started", "Stage2StartDate"),
        _date("Date Stage 2 ended", "Stage2EndDate"),
        _date("Date application submitted", "ApplicationDate"),
        _date("Date application approved", "ApplicationApprDate"),
        _date("Date adopter matched with child(ren)", "MatchedDate"),
        _date("Date child/children placed with adopter(s)", "PlacedDate"),
        Heading("No. of children placed", Kind.NUMBER, aliases=("NumSiblingsPlaced",)),
        _date("Date of Adoption Order", "AdoptionOrderDate"),
        _date("Date of leaving adoption process", "AdoptionLeaveDate"),
        Heading("Reason for leaving adoption process", Kind.CODE, LEFT, aliases=("AdoptingLeaveReason",)),
    ),
    feeds=(
        Feed(
            "list_11.adopter",
            "adopter",
            {
                "adopter_id": "Individual adopter identifier",
                "adoptive_family_id": "Family identifier",
                "fostering_for_adoption": "Is the (prospective) adopter fostering for adoption?",
                "enquired_on": "Date enquiry received",
                "stage_1_started_on": "Date Stage 1 started",
                "stage_1_ended_on": "Date Stage 1 ended",
                "stage_2_started_on": "Date Stage 2 started",
                "stage_2_ended_on": "Date Stage 2 ended",
                "applied_on": "Date application submitted",
                "approved_on": "Date application approved",
                "matched_on": "Date adopter matched with child(ren)",
                "placed_on": "Date child/children placed with adopter(s)",
                "children_placed": "No. of children placed",
                "adopted_on": "Date of Adoption Order",
                "left_on": "Date of leaving adoption process",
                "left_reason": "Reason for leaving adoption process",
            },
            TWELVE_MONTHS,
            ANNEX_A_RANK,
        ),
    ),
)
