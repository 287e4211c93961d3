"""An episode of care as the children looked after return tells it, before episodes are joined into what lasted."""

from everychild.records import codes
from everychild.records.table import CHILD_ID, Table, code, day, number, text, yes_no

CARE_EPISODE = Table(
    name="care_episode",
    grain="child per spell in care under one legal status and in one placement",
    key=("child_id", "started_on"),
    began="started_on",
    ended="ended_on",
    columns=(
        CHILD_ID,
        day("started_on", "when the episode began", required=True),
        code("reason_started", codes.REASON_NEW_EPISODE, "why a new episode began"),
        code("legal_status", codes.LEGAL_STATUS, "the legal status"),
        code("category_of_need", codes.PRIMARY_NEED, "the main need on coming into care"),
        code("placement_type", codes.PLACEMENT_TYPE, "what kind of placement"),
        code("provider", codes.PLACEMENT_PROVIDER, "who provides it"),
        day("ended_on", "when the episode ended; empty while it lasts"),
        code("reason_ended", codes.REASON_CARE_ENDED, "why it ended; X1 where another followed the same day"),
        code("reason_moved", codes.PLACEMENT_CHANGE, "why the child moved on from the placement"),
        text("postcode", "of the placement; tells placements apart and is not kept"),
        text("registered_as", "Ofsted’s number for the placement (URN)"),
        text("placement_number", "the case system’s number for it; tells placements apart and is not kept"),
        yes_no("out_of_area", "outside the council’s own area"),
        text("council_area", "the council area it lies in"),
        number("tenths_of_a_mile_from_home", "how far from the child’s home, in tenths of a mile; 9999 is not known"),
    ),
)
