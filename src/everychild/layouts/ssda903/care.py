"""Care itself: the episodes, the reviews, going missing, the social workers, orders that deprive of liberty."""

from everychild.layouts.layout import Coverage, Feed, Heading, SheetLayout, WrittenCodes
from everychild.layouts.local.care import PARTICIPATION
from everychild.layouts.local.missing import MISSING_KIND
from everychild.layouts.local.people import LOCAL_RANK, optional
from everychild.layouts.local.placements import OUT_OF_AREA, as_coded
from everychild.layouts.ssda903.people import (
    BORN,
    CHILD_ID,
    MERGED,
    OF_THE_YEAR,
    RETURN_RANK,
    SEEN,
    WHOSE,
    child_feed,
)
from everychild.records import Kind, codes

CHILDREN_IN_CARE_ALONE = Coverage(proves_only=True, some_children=True)
"""The return asks of children in care alone what other records tell of every child."""

PLACEMENT_TYPE = WrittenCodes(
    codes.PLACEMENT_TYPE,
    {code: code for code in codes.PLACEMENT_TYPE.values},
    # From 2025-26 “other” is told in four kinds.
    {"Z11": "Z1", "Z12": "Z1", "Z13": "Z1", "Z14": "Z1"},
)
REASON_ENDED = WrittenCodes(
    codes.REASON_CARE_ENDED,
    {code: code for code in codes.REASON_CARE_ENDED.values},
    # Special guardianship until 2018, when relatives and friends were not told from others.
    {"E43": "E46", "E44": "E48"},
)

EPISODES = SheetLayout(
    name="ssda903_episodes",
    title="Episodes of care (Episodes)",
    number=None,
    other_titles=("episodes",),
    headings=(
        CHILD_ID,
        Heading("DECOM", Kind.DATE, required=True),
        Heading("RNE", Kind.CODE, as_coded(codes.REASON_NEW_EPISODE)),
        Heading("LS", Kind.CODE, as_coded(codes.LEGAL_STATUS)),
        Heading("CIN", Kind.CODE, as_coded(codes.PRIMARY_NEED)),
        Heading("PLACE", Kind.CODE, PLACEMENT_TYPE, aliases=("PL",)),
        Heading("PLACE_PROVIDER", Kind.CODE, as_coded(codes.PLACEMENT_PROVIDER)),
        Heading("DEC", Kind.DATE),
        Heading("REC", Kind.CODE, REASON_ENDED),
        Heading("REASON_PLACE_CHANGE", Kind.CODE, as_coded(codes.PLACEMENT_CHANGE)),
        Heading("HOME_POST", Kind.TEXT),
        Heading("PL_POST", Kind.TEXT),
        Heading("URN", Kind.TEXT),
        # The Department works these three out, and its own extended exports have them.
        optional("PL_LA", Kind.TEXT),
        Heading("PL_LOCATION", Kind.YES_NO, OUT_OF_AREA, expected=False),
        Heading("PL_DISTANCE", Kind.NUMBER, expected=False, parts=10),
        *MERGED,
    ),
    feeds=(
        Feed(
            "ssda903_episodes.care_episode",
            "care_episode",
            {
                **WHOSE,
                "started_on": "DECOM",
                "reason_started": "RNE",
                "legal_status": "LS",
                "category_of_need": "CIN",
                "placement_type": "PLACE",
                "provider": "PLACE_PROVIDER",
                "ended_on": "DEC",
                "reason_ended": "REC",
                "reason_moved": "REASON_PLACE_CHANGE",
                "postcode": "PL_POST",
                "registered_as": "URN",
                "out_of_area": "PL_LOCATION",
                "council_area": "PL_LA",
                "tenths_of_a_mile_from_home": "PL_DISTANCE",
            },
            OF_THE_YEAR,
            RETURN_RANK,
        ),
    ),
)

REVIEWS = SheetLayout(
    name="ssda903_reviews",
    title="Reviews of children in care (Reviews)",
    number=None,
    other_titles=("reviews",),
    headings=(
        CHILD_ID,
        BORN,
        Heading("REVIEW", Kind.DATE, required=True),
        Heading("REVIEW_CODE", Kind.CODE, PARTICIPATION),
        *MERGED,
    ),
    feeds=(
        Feed(
            "ssda903_reviews.care_review",
            "care_review",
            {**WHOSE, "held_on": "REVIEW", "participation": "REVIEW_CODE"},
            OF_THE_YEAR,
            # Every review with the child’s part in it: more than Annex A’s date of the latest.
            LOCAL_RANK,
        ),
        child_feed(),
    ),
)

MISSING = SheetLayout(
    name="ssda903_missing",
    title="Children missing from care (Missing)",
    number=None,
    other_titles=("missing",),
    headings=(
        CHILD_ID,
        BORN,
        Heading("MISSING", Kind.CODE, MISSING_KIND),
        Heading("MIS_START", Kind.DATE, required=True),
        Heading("MIS_END", Kind.DATE),
        *MERGED,
    ),
    feeds=(
        Feed(
            "ssda903_missing.missing_episode",
            "missing_episode",
            {**WHOSE, "went_missing_on": "MIS_START", "returned_on": "MIS_END", "kind": "MISSING"},
            CHILDREN_IN_CARE_ALONE,
            RETURN_RANK,
        ),
        child_feed(),
    ),
)

SOCIAL_WORKERS = SheetLayout(
    name="ssda903_sw_episodes",
    title="Social workers of children in care (SWEpisodes)",
    number=None,
    other_titles=("sw episodes", "social worker"),
    headings=(
        CHILD_ID,
        BORN,
        Heading("SW_ID", Kind.IDENTIFIER, required=True, is_name=True),
        Heading("SW_DECOM", Kind.DATE, required=True),
        Heading("SW_DEC", Kind.DATE),
        Heading("SW_REASON", Kind.TEXT),
        *MERGED,
    ),
    feeds=(
        Feed(
            "ssda903_sw_episodes.allocation",
            "allocation",
            {**WHOSE, "worker_id": "SW_ID", "started_on": "SW_DECOM", "ended_on": "SW_DEC"},
            CHILDREN_IN_CARE_ALONE,
            RETURN_RANK,
            constants={"role": "case_worker", "qualified": True},
        ),
        child_feed(),
        Feed(
            "ssda903.worker",
            "worker",
            {"worker_id": "SW_ID"},
            SEEN,
            RETURN_RANK,
            constants={"qualified": True},
            distinct=True,
        ),
    ),
)

DEPRIVATION_OF_LIBERTY = SheetLayout(
    name="ssda903_dolo",
    title="Orders that deprive a child of liberty (DoLo)",
    number=None,
    other_titles=("dolo",),
    headings=(
        CHILD_ID,
        BORN,
        Heading("DOLO_START", Kind.DATE, required=True),
        Heading("DOLO_END", Kind.DATE),
        *MERGED,
    ),
    feeds=(
        Feed(
            "ssda903_dolo.order",
            "deprivation_of_liberty_order",
            {**WHOSE, "started_on": "DOLO_START", "ended_on": "DOLO_END"},
            OF_THE_YEAR,
            RETURN_RANK,
        ),
        child_feed(),
    ),
)
