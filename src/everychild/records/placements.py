"""Where children in care live, with whom, how far from home, and what it costs."""

from everychild.records import codes
from everychild.records.table import CHILD_ID, Table, code, day, identifier, number, text, yes_no

PLACEMENT = Table(
    name="placement",
    grain="child per placement",
    key=("child_id", "started_on"),
    began="started_on",
    ended="ended_on",
    columns=(
        CHILD_ID,
        day("started_on", "when the placement began", required=True),
        day("ended_on", "when it ended; empty while it lasts"),
        code("placement_type", codes.PLACEMENT_TYPE, "what kind"),
        code("provider", codes.PLACEMENT_PROVIDER, "who provides it"),
        yes_no("out_of_area", "outside the council’s own area"),
        text("council_area", "the council area it lies in, as the extract names it"),
        number("tenths_of_a_mile_from_home", "how far from the child’s home, in tenths of a mile; 9999 is not known"),
        yes_no("same_carer", "the carer is that of the placement before, or of the one before a temporary one"),
        identifier("home_id", "the carer’s household or the home, by the case system’s number for it"),
        text("registered_as", "Ofsted’s number for the home or the agency (URN)"),
        yes_no("unregistered", "a place that should be registered with Ofsted and is not"),
        code("reason_ended", codes.PLACEMENT_CHANGE, "why the child moved on from it"),
    ),
)

PLACEMENT_COST = Table(
    name="placement_cost",
    grain="child per weekly cost the council pays for where they live",
    key=("child_id", "cost_line_id", "started_on"),
    began="started_on",
    ended="ended_on",
    columns=(
        CHILD_ID,
        identifier("cost_line_id", "the finance system’s number for the line, where a placement has several"),
        day("started_on", "from when it is paid", required=True),
        day("ended_on", "until when; empty while it is paid"),
        number("pounds_a_week", "what is paid each week, to the nearest pound"),
    ),
)

PLACEMENT_NOTIFICATION = Table(
    name="placement_notification",
    grain="child of another council of whom that council says it has placed them in our area",
    key=("notification_id",),
    began="notified_on",
    columns=(
        identifier("notification_id", "the case system’s number for the notification", required=True),
        day("notified_on", "when it arrived", required=True),
        text("placing_council", "the council whose child it is"),
        day("placed_on", "when the child was placed here"),
    ),
)
