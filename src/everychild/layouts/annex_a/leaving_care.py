"""List 9: young people receiving leaving-care services on the day. Both layouts: 13 columns, and 17 since 2024."""

from everychild.layouts.annex_a.people import (
    ANNEX_A_RANK,
    CHILD,
    DISABILITY,
    HELD_BY,
    TEAM,
    WHOSE,
    WORKER,
    child_feed,
    worker_feed,
)
from everychild.layouts.annex_a.written import PLAIN_YES_NO, also
from everychild.layouts.layout import YES_NO, Coverage, Feed, Heading, SheetLayout, WrittenCodes
from everychild.records import Kind, codes

ELIGIBILITY = WrittenCodes(
    codes.ELIGIBILITY,
    {
        "relevant": "a) Relevant child",
        "former_relevant": "b) Former relevant child",
        "qualifying": "c) Qualifying care leaver",
        "eligible": "d) Eligible child",
    },
    also(relevant="R", former_relevant="FR, PA to 25", qualifying="Q", eligible="E"),
)
IN_TOUCH = WrittenCodes(
    codes.IN_TOUCH,
    {
        "yes": "a) Yes",
        "no": "b) No",
        "died": "c) Died",
        "refused": "d) Refu",
        "not_required": "e) NREQ",
        "returned_home": "f) Rhom",
    },
    also(yes="Y", no="N", refused="Refused", not_required="Not required", returned_home="Returned home"),
)
_HOMES = {
    "B": "Parents/relatives",
    "C": "Community home / residential care",
    "D": "Semi-independent, transitional accommodation",
    "E": "Supported lodgings",
    "G": "Abroad",
    "H": "Deported",
    "K": "Ordinary lodgings, without formal support",
    "R": "Residence not known",
    "S": "No fixed abode / homeless",
    "T": "Foyers and similar supported accommodation",
    "U": "Independent living",
    "V": "Emergency accommodation",
    "W": "Bed and breakfast",
    "X": "In custody",
    "Y": "Other accommodation",
    "Z": "With former foster carers",
}
ACCOMMODATION = WrittenCodes(
    codes.ACCOMMODATION,
    {code: f"{code}: {home}" for code, home in _HOMES.items()},
    # The looked-after return writes the accommodation and its suitability as one code: U1, U2.
    {f"{code}{suitable}": code for code in _HOMES for suitable in "12"},
)
SUITABLE = WrittenCodes(
    YES_NO,
    {"yes": "a) Suitable", "no": "b) Unsuitable", "unknown": "Not known"},
    # A bare 0 is left out: the looked-after return means "not in touch" by it, some exports "unsuitable".
    also(yes="1, Y, True", no="2, N, False, 0 - Unsuitable, Not suitable"),
)
_ACTIVITIES = {
    "F1": "Full time in higher education",
    "P1": "Part time in higher education",
    "F2": "Full time in education other than higher",
    "P2": "Part time in education other than higher",
    "F3": "Full time in training or employment",
    "P3": "Part time in training or employment",
    "F4": "Full time in an apprenticeship",
    "P4": "Part time in an apprenticeship",
    "F5": "Full time in training or employment (not apprenticeship)",
    "P5": "Part time in training or employment (not apprenticeship)",
    "G4": "Not in education, employment or training - illness or disability",
    "G5": "Not in education, employment or training - other",
    "G6": "Not in education, employment or training - pregnancy or parenting",
}
ACTIVITY = WrittenCodes(codes.ACTIVITY, {code: f"{code}: {doing}" for code, doing in _ACTIVITIES.items()})

UNACCOMPANIED = "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)"
ADVISER = "Allocated Personal Advisor"

LIST_9 = SheetLayout(
    name="list_9",
    title="Care leavers",
    number=9,
    other_titles=("Care Leaver", "Leaving Care", "Leaving Care Services"),
    headings=(
        *CHILD,
        Heading(
            UNACCOMPANIED,
            Kind.YES_NO,
            PLAIN_YES_NO,
            aliases=("UASC",),
            likely_aliases=("Formerly UASC",),
            expected=False,
        ),
        DISABILITY,
        TEAM,
        WORKER,
        Heading(
            ADVISER,
            Kind.IDENTIFIER,
            aliases=("AllocatedPA",),
            likely_aliases=("Allocated Personal Adviser", "Personal Adviser", "PA"),
            expected=False,
            is_name=True,
        ),
        Heading(
            "Eligibility Category",
            Kind.CODE,
            ELIGIBILITY,
            aliases=("Eligibity Category",),
            likely_aliases=("Eligibility",),
        ),
        Heading(
            "Latest Pathway Plan Review Date",
            Kind.DATE,
            aliases=("LatestPathwayPlan",),
            likely_aliases=("Pathway Plan Review Date", "Latest Pathway Plan Date"),
            expected=False,
        ),
        Heading("LA In Touch", Kind.CODE, IN_TOUCH, likely_aliases=("In Touch",)),
        Heading(
            "Latest Date of Contact",
            Kind.DATE,
            aliases=("LatestContact",),
            likely_aliases=("Date of Last Contact", "Latest Contact Date"),
            expected=False,
        ),
        Heading(
            "Type of Accommodation",
            Kind.CODE,
            ACCOMMODATION,
            likely_aliases=("Accommodation", "Type of Accomodation"),
        ),
        Heading(
            "Suitability of Accommodation",
            Kind.YES_NO,
            SUITABLE,
            aliases=("Suitability of Accomodation",),
            likely_aliases=("Accommodation Suitable",),
        ),
        Heading("Activity Status", Kind.CODE, ACTIVITY, likely_aliases=("EET Status", "Activity")),
    ),
    feeds=(
        Feed(
            "list_9.care_leaver",
            "care_leaver",
            {
                "child_id": WHOSE["child_id"],
                "eligibility": "Eligibility Category",
                "in_touch": "LA In Touch",
                "last_contact_on": "Latest Date of Contact",
                "pathway_plan_reviewed_on": "Latest Pathway Plan Review Date",
                "accommodation": "Type of Accommodation",
                "accommodation_suitable": "Suitability of Accommodation",
                "activity": "Activity Status",
                "personal_adviser_id": ADVISER,
                **HELD_BY,
            },
            Coverage(months=0, one_per_child=True),
            ANNEX_A_RANK,
        ),
        child_feed(disabled=DISABILITY.title, unaccompanied=UNACCOMPANIED),
        worker_feed(),
        worker_feed(ADVISER),
    ),
)
