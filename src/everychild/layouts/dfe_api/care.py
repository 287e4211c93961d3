"""Care: placements, adoption, and young people who have left care."""

from everychild.layouts.dfe_api.people import (
    EPISODE,
    EPISODE_ID,
    PAYLOAD_RANK,
    TWO_YEARS,
    WHERE_EPISODE,
    WHOSE,
    feed,
    rows_of,
)
from everychild.layouts.layout import Coverage, Feed, Heading
from everychild.layouts.local.placements import as_coded
from everychild.layouts.ssda903.care import PLACEMENT_TYPE, REASON_ENDED
from everychild.layouts.ssda903.permanence import ACTIVITY
from everychild.records import Kind, codes

PLACEMENTS = rows_of(
    "placement",
    "child_looked_after_placements",
    f"{EPISODE}/child_looked_after_placements",
    (
        Heading("child_looked_after_placement_id", Kind.TEXT),
        Heading("start_date", Kind.DATE, required=True),
        Heading("start_reason", Kind.CODE, as_coded(codes.REASON_NEW_EPISODE)),
        Heading("postcode", Kind.TEXT),
        Heading("placement_type", Kind.CODE, PLACEMENT_TYPE),
        Heading("end_date", Kind.DATE),
        Heading("end_reason", Kind.CODE, REASON_ENDED),
        Heading("change_reason", Kind.CODE, as_coded(codes.PLACEMENT_CHANGE)),
    ),
    (
        feed(
            "care_episode",
            {
                "started_on": "start_date",
                "reason_started": "start_reason",
                "placement_type": "placement_type",
                "ended_on": "end_date",
                "reason_ended": "end_reason",
                "reason_moved": "change_reason",
                "postcode": "postcode",
                # Two placements at one address are two: the number tells them apart and is not kept.
                "placement_number": "child_looked_after_placement_id",
            },
        ),
    ),
)

ADOPTIONS = rows_of(
    "adoption",
    "adoption",
    f"{EPISODE}/adoption",
    (
        EPISODE_ID,
        Heading("initial_decision_date", Kind.DATE),
        Heading("matched_date", Kind.DATE),
        Heading("placed_date", Kind.DATE),
    ),
    (
        Feed(
            "dfe_api.adoption",
            "adoption",
            {
                **WHOSE,
                "decided_on": "initial_decision_date",
                "matched_on": "matched_date",
                "placed_on": "placed_date",
            },
            TWO_YEARS,
            PAYLOAD_RANK,
            only_where="initial_decision_date",
            distinct=True,
        ),
    ),
    WHERE_EPISODE,
)

CARE_LEAVERS = rows_of(
    "care_leaver",
    "care_leavers",
    f"{EPISODE}/care_leavers",
    (
        EPISODE_ID,
        Heading("contact_date", Kind.DATE),
        Heading("activity", Kind.CODE, ACTIVITY),
        # The letter alone: whether where they live is suitable is the figure that was cut off it.
        Heading("accommodation", Kind.CODE, as_coded(codes.ACCOMMODATION)),
    ),
    (
        Feed(
            "dfe_api.care_leaver",
            "care_leaver",
            {
                **WHOSE,
                "last_contact_on": "contact_date",
                "activity": "activity",
                "accommodation": "accommodation",
            },
            Coverage(months=0, one_per_child=True),
            PAYLOAD_RANK,
            distinct=True,
        ),
    ),
    WHERE_EPISODE,
)
