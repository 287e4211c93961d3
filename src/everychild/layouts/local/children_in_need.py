"""Child in need plans, as the census has them, and the reviews of them, which no return asks for."""

from everychild.layouts.layout import Feed, Heading, SheetLayout
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
from everychild.records import Kind

CHILD_IN_NEED_PLANS = SheetLayout(
    name="child_in_need_plans",
    title="Child in need plans",
    number=None,
    other_titles=("child in need plan", "CIN plans", "CINplanDates"),
    headings=(
        CHILD_ID,
        optional("plan_id", Kind.IDENTIFIER),
        Heading("plan_start_date", Kind.DATE, aliases=("CINPlanStartDate", "Plan Start"), required=True),
        Heading("plan_end_date", Kind.DATE, aliases=("CINPlanEndDate", "Plan End")),
        TEAM,
        WORKER,
    ),
    feeds=(
        Feed(
            "child_in_need_plans.child_in_need_plan",
            "child_in_need_plan",
            {**WHOSE, "started_on": "plan_start_date", "ended_on": "plan_end_date", **HELD_BY},
            EVERYTHING,
            LOCAL_RANK,
        ),
        worker_feed(),
    ),
)

CHILD_IN_NEED_REVIEWS = SheetLayout(
    name="child_in_need_reviews",
    title="Child in need reviews",
    number=None,
    other_titles=("child in need review", "CIN reviews"),
    headings=(
        CHILD_ID,
        optional("review_id", Kind.IDENTIFIER),
        Heading("review_date", Kind.DATE, aliases=("Date of Review", "CIN Review Date", "Review Held"), required=True),
        optional("next_review_date", Kind.DATE),
        TEAM,
        WORKER,
    ),
    feeds=(
        Feed(
            "child_in_need_reviews.child_in_need_review",
            "child_in_need_review",
            {**WHOSE, "held_on": "review_date", **HELD_BY},
            EVERYTHING,
            LOCAL_RANK,
        ),
        worker_feed(),
    ),
)
