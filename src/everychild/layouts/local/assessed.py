"""What goes with an assessment: its review point, and the factors found, one to a row."""

from everychild.layouts.layout import Feed, Heading, SheetLayout, WrittenCodes
from everychild.layouts.local.people import (
    CHILD_ID,
    EVERYTHING,
    HELD_BY,
    LOCAL_RANK,
    TEAM,
    WHOSE,
    WORKER,
    optional,
    worker_feed,
)
from everychild.records import Kind, early_codes

FACTOR = WrittenCodes(
    early_codes.ASSESSMENT_FACTOR,
    {code: code for code in early_codes.ASSESSMENT_FACTOR.values},
    {words: code for code, words in early_codes.ASSESSMENT_FACTOR.values.items()},
)

ASSESSMENT_REVIEW_POINTS = SheetLayout(
    name="assessment_review_points",
    title="Assessment review points",
    number=None,
    other_titles=("assessment review point", "assessment reviews"),
    headings=(
        CHILD_ID,
        Heading("assessment_start_date", Kind.DATE, aliases=("AssessmentActualStartDate",), expected=False),
        Heading(
            "review_point_date",
            Kind.DATE,
            aliases=("AssessmentInternalReviewDate", "Review Point", "Internal Review Date"),
            required=True,
        ),
        Heading("reviewed_date", Kind.DATE, aliases=("Date Reviewed", "Review Point Completed")),
        TEAM,
        WORKER,
    ),
    feeds=(
        Feed(
            "assessment_review_points.assessment_review_point",
            "assessment_review_point",
            {
                **WHOSE,
                "started_on": "assessment_start_date",
                "due_on": "review_point_date",
                "reviewed_on": "reviewed_date",
                **HELD_BY,
            },
            EVERYTHING,
            LOCAL_RANK,
        ),
        worker_feed(),
    ),
)

ASSESSMENT_FACTORS = SheetLayout(
    name="assessment_factors",
    title="Assessment factors",
    number=None,
    other_titles=("assessment factor", "factors", "AssessmentFactorsList"),
    headings=(
        CHILD_ID,
        optional("assessment_id", Kind.IDENTIFIER),
        Heading("authorised_date", Kind.DATE, aliases=("AssessmentAuthorisationDate",), required=True),
        Heading("factor", Kind.CODE, FACTOR, aliases=("AssessmentFactors", "Factor Code"), required=True),
        TEAM,
        WORKER,
    ),
    feeds=(
        Feed(
            "assessment_factors.assessment_factor",
            "assessment_factor",
            {**WHOSE, "authorised_on": "authorised_date", "factor": "factor", **HELD_BY},
            EVERYTHING,
            LOCAL_RANK,
        ),
        worker_feed(),
    ),
)
