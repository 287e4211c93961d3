"""Each review of a child in care and how the child took part; each care plan."""

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
    yes_no,
)
from everychild.records import Kind, codes

PARTICIPATION = WrittenCodes(codes.PARTICIPATION, {code: code for code in codes.PARTICIPATION.values})

CLA_REVIEWS = SheetLayout(
    name="cla_reviews",
    title="Reviews of children in care",
    number=None,
    other_titles=("cla review", "lac reviews", "looked after reviews", "reviews of looked after children"),
    headings=(
        CHILD_ID,
        optional("review_id", Kind.IDENTIFIER, "clar_cla_review_id"),
        optional("review_due_date", Kind.DATE, "clar_cla_review_due_date"),
        Heading(
            "held_date",
            Kind.DATE,
            aliases=("Date of Review", "Review Held Date", "clar_cla_review_date"),
            required=True,
        ),
        optional("review_type", Kind.TEXT, "Type of Review"),
        Heading(
            "participation",
            Kind.CODE,
            PARTICIPATION,
            aliases=("Participation Code", "clar_cla_review_participation"),
        ),
        optional("iro_id", Kind.TEXT),
        optional("midway_contact_date", Kind.DATE, "Midway Review Date"),
        TEAM,
        WORKER,
    ),
    feeds=(
        Feed(
            "cla_reviews.care_review",
            "care_review",
            {**WHOSE, "held_on": "held_date", "participation": "participation", **HELD_BY},
            EVERYTHING,
            LOCAL_RANK,
        ),
        worker_feed(),
    ),
)

CARE_PLANS = SheetLayout(
    name="care_plans",
    title="Care plans",
    number=None,
    other_titles=("care plan", "cla care plans", "lac care plans"),
    headings=(
        CHILD_ID,
        optional("care_plan_id", Kind.IDENTIFIER, "lacp_table_id", "lacp_cla_care_plan_id"),
        Heading(
            "care_plan_start_date",
            Kind.DATE,
            aliases=("Care Plan Start", "Date of Care Plan", "lacp_cla_care_plan_start_date"),
            required=True,
        ),
        Heading("care_plan_end_date", Kind.DATE, aliases=("Care Plan End", "lacp_cla_care_plan_end_date")),
        yes_no("parallel_plan"),
        TEAM,
        WORKER,
    ),
    feeds=(
        Feed(
            "care_plans.care_plan",
            "care_plan",
            {**WHOSE, "started_on": "care_plan_start_date", "ended_on": "care_plan_end_date", **HELD_BY},
            EVERYTHING,
            LOCAL_RANK,
        ),
        worker_feed(),
    ),
)
