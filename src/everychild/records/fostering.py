"""Households approved to foster for the council, and the enquiries they came from. Neither is a child."""

from everychild.records import codes
from everychild.records.table import TEAM, WORKER, Table, code, day, identifier, number

FOSTERING_HOUSEHOLD = Table(
    name="fostering_household",
    grain="approval of a household to foster",
    key=("household_id", "approved_on"),
    began="approved_on",
    ended="ended_on",
    columns=(
        identifier("household_id", "the case system’s number for the household", required=True),
        day("approved_on", "when the household was approved", required=True),
        day("ended_on", "when that approval ended; empty while it lasts"),
        code("kind", codes.FOSTERING_KIND, "the kind of household"),
        number("places", "the children it is approved for"),
        number("children_placed", "the children placed with it when the extract was taken"),
        day("reviewed_on", "the last annual review of the approval"),
        day("visited_unannounced_on", "the last visit nobody told them of beforehand"),
        day("extended_on", "when a temporary approval was extended"),
        TEAM,
        WORKER,
    ),
)

FOSTERING_ENQUIRY = Table(
    name="fostering_enquiry",
    grain="household that asked about fostering",
    key=("enquiry_id",),
    began="enquired_on",
    columns=(
        identifier("enquiry_id", "the case system’s number for the enquiry", required=True),
        day("enquired_on", "when they first asked", required=True),
        day("applied_on", "when they applied"),
        day("approved_on", "when they were approved"),
        day("withdrew_on", "when they withdrew or were turned down"),
        TEAM,
        WORKER,
    ),
)
