"""Placements and legal statuses, spell by spell: what the children looked after return’s episodes hold, untangled.

Annex A has each child’s latest of both; the reason for a move, the distance from home and who stayed with whom it has
not. Both tables are to hold everything open, or ended in the last 12 months, and more where the system can.
"""

from everychild.layouts.layout import YES_NO, Coverage, Feed, Heading, SheetLayout, WrittenCodes
from everychild.layouts.local.people import CHILD_ID, LOCAL_RANK, WHOSE, optional, yes_no
from everychild.records import Codes, Kind, codes

OF_A_YEAR = Coverage(months=12, at_most=True)
"""Complete for what is open or ended within 12 months. Rare things need it said: no row is no proof of a gap."""


def as_coded(each: Codes) -> WrittenCodes:
    """Codes written as they are: U4, C2, CARPL."""
    return WrittenCodes(each, {code: code for code in each.values})


OUT_OF_AREA = WrittenCodes(
    YES_NO,
    {"yes": "OUT", "no": "IN", "unknown": ""},
    {"Y": "yes", "Yes": "yes", "Outside": "yes", "N": "no", "No": "no", "Inside": "no"},
)
STARTED = Heading("start_date", Kind.DATE, aliases=("Placement Start Date", "Placement Start"), required=True)
ENDED = Heading("end_date", Kind.DATE, aliases=("Placement End Date", "Placement End", "Placement Ceased Date"))

PLACEMENTS = SheetLayout(
    name="placements",
    title="Placements",
    number=None,
    other_titles=("placement", "placement history"),
    headings=(
        CHILD_ID,
        STARTED,
        ENDED,
        Heading("placement_type", Kind.CODE, as_coded(codes.PLACEMENT_TYPE), aliases=("PLACE", "PL"), required=True),
        Heading("provider", Kind.CODE, as_coded(codes.PLACEMENT_PROVIDER), aliases=("PLACE_PROVIDER",), expected=False),
        Heading("location", Kind.YES_NO, OUT_OF_AREA, aliases=("PL_LOCATION", "In or Out of Area"), expected=False),
        optional("placement_la", Kind.TEXT, "PL_LA", "LA of Placement"),
        Heading(
            "distance_miles",
            Kind.NUMBER,
            aliases=("PL_DISTANCE", "Distance", "Distance from Home"),
            expected=False,
            parts=10,
        ),
        yes_no("same_carer", "Same Carer as Previous Placement"),
        optional("home_id", Kind.IDENTIFIER, "Carer ID", "Provision ID", "Placement Provider ID"),
        optional("registered_as", Kind.TEXT, "URN", "Placement URN", "Ofsted URN"),
        yes_no("unregistered", "Unregistered Placement", "Unregistered Provision"),
        Heading(
            "change_reason",
            Kind.CODE,
            as_coded(codes.PLACEMENT_CHANGE),
            aliases=("REASON_PLACE_CHANGE", "Placement Change Reason"),
            expected=False,
        ),
    ),
    feeds=(
        Feed(
            "placements.placement",
            "placement",
            {
                **WHOSE,
                "started_on": "start_date",
                "ended_on": "end_date",
                "placement_type": "placement_type",
                "provider": "provider",
                "out_of_area": "location",
                "council_area": "placement_la",
                "tenths_of_a_mile_from_home": "distance_miles",
                "same_carer": "same_carer",
                "home_id": "home_id",
                "registered_as": "registered_as",
                "unregistered": "unregistered",
                "reason_ended": "change_reason",
            },
            OF_A_YEAR,
            LOCAL_RANK,
        ),
    ),
)

LEGAL_STATUSES = SheetLayout(
    name="legal_statuses",
    title="Legal statuses",
    number=None,
    other_titles=("legal status", "legal status history"),
    headings=(
        CHILD_ID,
        Heading("legal_status", Kind.CODE, as_coded(codes.LEGAL_STATUS), aliases=("LS",), required=True),
        Heading("status_start_date", Kind.DATE, aliases=("Legal Status Start Date",), required=True),
        Heading("status_end_date", Kind.DATE, aliases=("Legal Status End Date",)),
    ),
    feeds=(
        Feed(
            "legal_statuses.legal_status_spell",
            "legal_status_spell",
            {
                **WHOSE,
                "legal_status": "legal_status",
                "started_on": "status_start_date",
                "ended_on": "status_end_date",
            },
            OF_A_YEAR,
            LOCAL_RANK,
        ),
    ),
)
