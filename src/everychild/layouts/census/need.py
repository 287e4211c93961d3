"""An episode of need from its referral on: assessments and their factors, plans, pre-proceedings."""

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
from everychild.layouts.layout import Coverage, Feed, Heading, SheetLayout
from everychild.records import Kind, codes, early_codes

REFERRED = "CINreferralDate"
CONFERENCE_DATE = "DateOfInitialCPC"


def conference_feed(**more: str) -> Feed:
    """Initial conferences. Their date stands with the enquiry or with the episode: told twice, they are one."""
    return Feed(
        "census.conference",
        "conference",
        {**WHOSE, "held_on": CONFERENCE_DATE, **more},
        THE_YEAR,
        CENSUS_RANK,
        constants={"kind": "initial"},
        only_where=CONFERENCE_DATE,
        distinct=True,
    )


EPISODES = ElementTable(
    SheetLayout(
        name="census_episode",
        title="CINdetails",
        number=None,
        other_titles=(),
        headings=(
            CHILD_ID,
            Heading(REFERRED, Kind.DATE, required=True),
            Heading("ReferralSource", Kind.CODE, as_they_are(codes.REFERRAL_SOURCE)),
            Heading("PrimaryNeedCode", Kind.CODE, as_they_are(codes.PRIMARY_NEED)),
            Heading("CINclosureDate", Kind.DATE),
            Heading("ReasonForClosure", Kind.CODE, as_they_are(codes.CLOSURE_REASON)),
            Heading(CONFERENCE_DATE, Kind.DATE),
            Heading("ReferralNFA", Kind.YES_NO, TRUE_FALSE),
        ),
        feeds=(
            Feed(
                "census.referral",
                "referral",
                {
                    **WHOSE,
                    "referred_on": REFERRED,
                    "source": "ReferralSource",
                    "no_further_action": "ReferralNFA",
                },
                THE_YEAR,
                CENSUS_RANK,
            ),
            Feed(
                "census.child_in_need_episode",
                "child_in_need_episode",
                {
                    **WHOSE,
                    "started_on": REFERRED,
                    "closed_on": "CINclosureDate",
                    "primary_need": "PrimaryNeedCode",
                    "closure_reason": "ReasonForClosure",
                },
                THE_YEAR,
                CENSUS_RANK,
                only_where=REFERRED,
                unless="ReferralNFA",
            ),
            conference_feed(),
        ),
    ),
    EPISODE,
    WHERE_WHOSE,
)

ASSESSMENT_AT = f"{EPISODE}/Assessments"
ASSESSED = "AssessmentActualStartDate"
REVIEW_POINT = "AssessmentInternalReviewDate"
AUTHORISED = "AssessmentAuthorisationDate"
ASSESSMENTS = ElementTable(
    SheetLayout(
        name="census_assessment",
        title="Assessments",
        number=None,
        other_titles=(),
        headings=(
            CHILD_ID,
            Heading(ASSESSED, Kind.DATE, required=True),
            Heading(REVIEW_POINT, Kind.DATE),
            Heading(AUTHORISED, Kind.DATE),
        ),
        feeds=(
            Feed(
                "census.assessment",
                "assessment",
                {**WHOSE, "started_on": ASSESSED, "authorised_on": AUTHORISED},
                THE_YEAR,
                CENSUS_RANK,
            ),
            Feed(
                "census.assessment_review_point",
                "assessment_review_point",
                {**WHOSE, "started_on": ASSESSED, "due_on": REVIEW_POINT},
                THE_YEAR,
                CENSUS_RANK,
                only_where=REVIEW_POINT,
            ),
        ),
    ),
    ASSESSMENT_AT,
    WHERE_WHOSE,
)

FACTOR_AT = f"{ASSESSMENT_AT}/FactorsIdentifiedAtAssessment/AssessmentFactors"
FACTORS = ElementTable(
    SheetLayout(
        name="census_factor",
        title="AssessmentFactors",
        number=None,
        other_titles=(),
        headings=(
            CHILD_ID,
            # A factor is found when the assessment ends; one of an open assessment waits for its date.
            Heading(AUTHORISED, Kind.DATE, required=True),
            Heading("AssessmentFactors", Kind.CODE, as_they_are(early_codes.ASSESSMENT_FACTOR), required=True),
        ),
        feeds=(
            Feed(
                "census.assessment_factor",
                "assessment_factor",
                {**WHOSE, "authorised_on": AUTHORISED, "factor": "AssessmentFactors"},
                THE_YEAR,
                CENSUS_RANK,
            ),
        ),
    ),
    FACTOR_AT,
    {**WHERE_WHOSE, AUTHORISED: f"{ASSESSMENT_AT}/{AUTHORISED}", "AssessmentFactors": FACTOR_AT},
)

CHILD_IN_NEED_PLANS = ElementTable(
    SheetLayout(
        name="census_child_in_need_plan",
        title="CINPlanDates",
        number=None,
        other_titles=(),
        headings=(
            CHILD_ID,
            Heading("CINPlanStartDate", Kind.DATE, required=True),
            Heading("CINPlanEndDate", Kind.DATE),
        ),
        feeds=(
            Feed(
                "census.child_in_need_plan",
                "child_in_need_plan",
                {**WHOSE, "started_on": "CINPlanStartDate", "ended_on": "CINPlanEndDate"},
                THE_YEAR,
                CENSUS_RANK,
            ),
        ),
    ),
    f"{EPISODE}/CINPlanDates",
    WHERE_WHOSE,
    is_expected=False,
)

PRE_PROCEEDINGS = ElementTable(
    SheetLayout(
        name="census_pre_proceedings",
        title="PreProceedingsandFGDM",
        number=None,
        other_titles=(),
        headings=(
            CHILD_ID,
            Heading("PPStartDate", Kind.DATE),
            Heading("LBPSentDate", Kind.DATE),
            Heading("FGDMMeetingOffer", Kind.YES_NO, TRUE_FALSE),
            Heading("FGDMMeetingFac", Kind.YES_NO, TRUE_FALSE),
            Heading("InitialPPMeetingDate", Kind.DATE),
            Heading("ReviewMeetingsCount", Kind.NUMBER),
            Heading("StepDecisionDate", Kind.DATE),
            Heading("PPOutcome", Kind.TEXT),
            Heading("CourtAppDate", Kind.DATE),
            Heading("LetterInitCPDate", Kind.DATE),
        ),
        feeds=(
            Feed(
                "census.pre_proceedings",
                "pre_proceedings",
                {
                    **WHOSE,
                    "letter_sent_on": "LBPSentDate",
                    "first_met_on": "InitialPPMeetingDate",
                    "issued_on": "CourtAppDate",
                },
                # No schema we have seen holds this block, so that nothing can be told from its absence. Its outcomes
                # (A, B, C) and its yes or no to a meeting come without words or dates, and no record is made of them.
                Coverage(proves_only=True),
                CENSUS_RANK,
                only_where="LBPSentDate",
            ),
        ),
    ),
    f"{EPISODE}/PreProceedingsandFGDM",
    WHERE_WHOSE,
    is_expected=False,
)
