"""Leaving care: care leavers around their birthdays, adoption, and permanence that had broken down before."""

from everychild.layouts.layout import YES_NO, Coverage, Feed, Heading, SheetLayout, WrittenCodes
from everychild.layouts.local.people import optional
from everychild.layouts.local.placements import as_coded
from everychild.layouts.ssda903.people import BORN, CHILD_ID, MERGED, RETURN_RANK, WHOSE, child_feed
from everychild.records import Kind, codes

IN_TOUCH = WrittenCodes(
    codes.IN_TOUCH,
    {
        "yes": "YES",
        "no": "NO",
        "died": "DIED",
        "refused": "REFU",
        "not_required": "NREQ",
        "returned_home": "RHOM",
    },
)
NOT_IN_TOUCH = ("0", "0.0")
"""What is written where the council does not know, being out of touch."""

ACTIVITY = WrittenCodes(codes.ACTIVITY, {code: code for code in codes.ACTIVITY.values}, says_nothing=NOT_IN_TOUCH)
ACCOMMODATION = WrittenCodes(
    codes.ACCOMMODATION,
    {code: f"{code}1" for code in codes.ACCOMMODATION.values},
    {f"{code}2": code for code in codes.ACCOMMODATION.values},
    says_nothing=NOT_IN_TOUCH,
)
SUITABLE = WrittenCodes(
    YES_NO,
    {"yes": "1", "no": "2", "unknown": "0"},
    {
        f"{code}{digit}": meaning
        for code in codes.ACCOMMODATION.values
        for digit, meaning in (("1", "yes"), ("2", "no"))
    },
)
"""The last figure of the same code: 1 is suitable, 2 is not."""

CARE_LEAVERS = SheetLayout(
    name="ssda903_oc3",
    title="Care leavers around their birthday (OC3)",
    number=None,
    other_titles=("oc3",),
    headings=(
        CHILD_ID,
        BORN,
        Heading("IN_TOUCH", Kind.CODE, IN_TOUCH),
        Heading("ACTIV", Kind.CODE, ACTIVITY),
        Heading("ACCOM", Kind.CODE, ACCOMMODATION),
        Heading("ACCOM: suitable", Kind.YES_NO, SUITABLE, expected=False, second_reading_of="ACCOM"),
        *MERGED,
    ),
    feeds=(
        Feed(
            "ssda903_oc3.care_leaver",
            "care_leaver",
            {
                **WHOSE,
                "in_touch": "IN_TOUCH",
                "activity": "ACTIV",
                "accommodation": "ACCOM",
                "accommodation_suitable": "ACCOM: suitable",
            },
            Coverage(months=0, one_per_child=True),
            RETURN_RANK,
        ),
        child_feed(),
    ),
)


def adoption_feed(decided: str, **more: str) -> Feed:
    """Plans for adoption: two tables of the return make one record."""
    return Feed(
        name="ssda903.adoption",
        table="adoption",
        columns={**WHOSE, "decided_on": decided, **more},
        coverage=Coverage(months=12),
        rank=RETURN_RANK,
        only_where=decided,
        distinct=True,
    )


ADOPTED = SheetLayout(
    name="ssda903_ad1",
    title="Children adopted in the year (AD1)",
    number=None,
    other_titles=("ad1",),
    headings=(
        CHILD_ID,
        BORN,
        Heading("DATE_INT", Kind.DATE),
        Heading("DATE_MATCH", Kind.DATE),
        Heading("FOSTER_CARE", Kind.TEXT),
        Heading("NB_ADOPTR", Kind.TEXT),
        Heading("SEX_ADOPTR", Kind.TEXT),
        Heading("LS_ADOPTR", Kind.TEXT),
        *MERGED,
    ),
    feeds=(child_feed(), adoption_feed("DATE_INT", matched_on="DATE_MATCH")),
)

PLACED_FOR_ADOPTION = SheetLayout(
    name="ssda903_placed_for_adoption",
    title="Decisions that a child should be placed for adoption (PlacedAdoption)",
    number=None,
    other_titles=("placed for adoption", "placed adoption"),
    headings=(
        CHILD_ID,
        BORN,
        Heading("DATE_PLACED", Kind.DATE),
        Heading("DATE_PLACED_CEASED", Kind.DATE),
        Heading("REASON_PLACED_CEASED", Kind.CODE, as_coded(codes.ADOPTION_REVERSED)),
        *MERGED,
    ),
    feeds=(
        child_feed(),
        adoption_feed("DATE_PLACED", reversed_on="DATE_PLACED_CEASED", reversed_reason="REASON_PLACED_CEASED"),
    ),
)

PREVIOUS_PERMANENCE = SheetLayout(
    name="ssda903_previous_permanence",
    title="Permanence before this time in care (PrevPerm)",
    number=None,
    other_titles=("previous permanence", "previous permenence", "prev perm"),
    headings=(
        CHILD_ID,
        BORN,
        Heading("PREV_PERM", Kind.TEXT),
        optional("LA_PERM", Kind.TEXT),
        optional("DATE_PERM", Kind.TEXT),
        *MERGED,
    ),
    feeds=(child_feed(),),
)
