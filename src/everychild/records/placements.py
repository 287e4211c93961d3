"""Where children in care live, and with whom."""

from everychild.records import codes
from everychild.records.table import CHILD_ID, Table, code, day, text, yes_no

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
    ),
)
