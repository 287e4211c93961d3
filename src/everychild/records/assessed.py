"""What goes with a social work assessment: the review point agreed for it, and the factors found at its end."""

from everychild.records import early_codes
from everychild.records.table import CHILD_ID, TEAM, WORKER, Table, code, day

ASSESSMENT_REVIEW_POINT = Table(
    name="assessment_review_point",
    grain="child per review point agreed for an assessment",
    key=("child_id", "started_on", "due_on"),
    began="due_on",
    columns=(
        CHILD_ID,
        day("started_on", "when the assessment began"),
        day("due_on", "the day by which a manager was to look at how it was going", required=True),
        day("reviewed_on", "when a manager did; empty if not yet"),
        TEAM,
        WORKER,
    ),
)

ASSESSMENT_FACTOR = Table(
    name="assessment_factor",
    grain="factor found at the end of a child’s assessment",
    key=("child_id", "authorised_on", "factor"),
    began="authorised_on",
    columns=(
        CHILD_ID,
        day("authorised_on", "when the assessment was authorised", required=True),
        code("factor", early_codes.ASSESSMENT_FACTOR, "the factor"),
        TEAM,
        WORKER,
    ),
)
