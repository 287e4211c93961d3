"""Court proceedings and orders that deprive a child of liberty, as legal trackers hold them."""

from everychild.layouts.layout import Feed, Heading, SheetLayout
from everychild.layouts.local.people import (
    CHILD_ID,
    HELD_BY,
    LOCAL_RANK,
    TEAM,
    WHOSE,
    WORKER,
    worker_feed,
)
from everychild.layouts.local.placements import OF_A_YEAR
from everychild.records import Kind

CARE_PROCEEDINGS = SheetLayout(
    name="care_proceedings",
    title="Care proceedings",
    number=None,
    other_titles=("proceedings", "court tracker"),
    headings=(
        CHILD_ID,
        Heading("issue_date", Kind.DATE, aliases=("Date Issued", "Application Date"), required=True),
        Heading("order_date", Kind.DATE, aliases=("Date of Final Order", "Final Hearing")),
        TEAM,
        WORKER,
    ),
    feeds=(
        Feed(
            "care_proceedings.care_proceedings",
            "care_proceedings",
            {**WHOSE, "issued_on": "issue_date", "ended_on": "order_date", **HELD_BY},
            OF_A_YEAR,
            LOCAL_RANK,
        ),
        worker_feed(),
    ),
)

DEPRIVATION_OF_LIBERTY = SheetLayout(
    name="deprivation_of_liberty_orders",
    title="Deprivation of liberty orders",
    number=None,
    other_titles=("deprivation of liberty", "DoLo", "DoLs", "DOL orders"),
    headings=(
        CHILD_ID,
        Heading("dol_order_start", Kind.DATE, aliases=("DoL Start Date",), required=True),
        Heading("dol_order_end", Kind.DATE, aliases=("DoL End Date",)),
    ),
    feeds=(
        Feed(
            "deprivation_of_liberty_orders.order",
            "deprivation_of_liberty_order",
            {**WHOSE, "started_on": "dol_order_start", "ended_on": "dol_order_end"},
            OF_A_YEAR,
            LOCAL_RANK,
        ),
    ),
)
