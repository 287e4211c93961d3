"""What each placement costs a week, from finance; and other councils’ letters that they have placed a child here."""

from everychild.layouts.layout import Feed, Heading, SheetLayout
from everychild.layouts.local.people import CHILD_ID, LOCAL_RANK, WHOSE, optional
from everychild.layouts.local.placements import OF_A_YEAR
from everychild.records import Kind

DEAREST = 60_000
"""Pounds a week; above it somebody has entered a year’s."""

PLACEMENT_COSTS = SheetLayout(
    name="placement_costs",
    title="Placement costs",
    number=None,
    other_titles=("placement cost", "weekly costs", "commitments"),
    headings=(
        CHILD_ID,
        optional("cost_line_id", Kind.IDENTIFIER, "Commitment ID", "Purchase Order", "Service Package ID"),
        Heading("cost_start_date", Kind.DATE, aliases=("Commitment Start", "Service Start Date"), required=True),
        Heading("cost_end_date", Kind.DATE, aliases=("Commitment End", "Service End Date")),
        Heading(
            "weekly_cost",
            Kind.NUMBER,
            aliases=("Weekly Rate", "Cost per Week"),
            required=True,
            parts=1,
            most=DEAREST,
        ),
    ),
    feeds=(
        Feed(
            "placement_costs.placement_cost",
            "placement_cost",
            {
                **WHOSE,
                "cost_line_id": "cost_line_id",
                "started_on": "cost_start_date",
                "ended_on": "cost_end_date",
                "pounds_a_week": "weekly_cost",
            },
            OF_A_YEAR,
            LOCAL_RANK,
        ),
    ),
)

PLACEMENT_NOTIFICATIONS = SheetLayout(
    name="placement_notifications",
    title="Notifications of children placed here by other councils",
    number=None,
    other_titles=(
        "placement notifications",
        "other LA notifications",
        "OLA notifications",
        "out of area notifications",
    ),
    headings=(
        Heading("notification_id", Kind.IDENTIFIER, aliases=("Notification Number",), required=True),
        Heading("notified_date", Kind.DATE, aliases=("Date Notified", "Notification Date"), required=True),
        Heading("placing_council", Kind.TEXT, aliases=("Placing LA", "Responsible LA", "Home Authority")),
        optional("placed_date", Kind.DATE, "Date Placed"),
    ),
    feeds=(
        Feed(
            "placement_notifications.placement_notification",
            "placement_notification",
            {
                "notification_id": "notification_id",
                "notified_on": "notified_date",
                "placing_council": "placing_council",
                "placed_on": "placed_date",
            },
            OF_A_YEAR,
            LOCAL_RANK,
        ),
    ),
)
