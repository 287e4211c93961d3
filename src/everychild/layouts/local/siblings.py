"""Brothers and sisters in care, and the decision of the together-or-apart assessment."""

from everychild.layouts.layout import Feed, Heading, SheetLayout, WrittenCodes
from everychild.layouts.local.people import CHILD_ID, LOCAL_RANK, WHOSE
from everychild.layouts.local.placements import OF_A_YEAR
from everychild.records import Kind, codes

SIBLING_PLANS = SheetLayout(
    name="sibling_plans",
    title="Sibling plans",
    number=None,
    other_titles=("siblings", "sibling groups", "together or apart"),
    headings=(
        CHILD_ID,
        Heading("sibling_group_id", Kind.IDENTIFIER, aliases=("Sibling Group",), required=True),
        Heading("plan_date", Kind.DATE, aliases=("Together or Apart Date", "Sibling Plan Date"), required=True),
        Heading("plan_end_date", Kind.DATE),
        Heading(
            "sibling_plan",
            Kind.CODE,
            WrittenCodes(codes.SIBLING_PLAN, {"together": "together", "apart": "apart"}, {"Separate": "apart"}),
            aliases=("Together or Apart", "Placed Together Plan"),
        ),
    ),
    feeds=(
        Feed(
            "sibling_plans.sibling_plan",
            "sibling_plan",
            {
                **WHOSE,
                "sibling_group_id": "sibling_group_id",
                "started_on": "plan_date",
                "ended_on": "plan_end_date",
                "plan": "sibling_plan",
            },
            OF_A_YEAR,
            LOCAL_RANK,
        ),
    ),
)
