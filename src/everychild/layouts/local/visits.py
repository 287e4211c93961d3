"""Every visit to a child, of every kind: the only source that can tell whether each one was in time."""

from everychild.layouts.layout import Feed, Heading, SheetLayout, WrittenCodes
from everychild.layouts.local.people import (
    CHILD_ID,
    EVERYTHING,
    HELD_BY,
    LOCAL_RANK,
    TEAM,
    WHOSE,
    WORKER,
    optional,
    worker_feed,
    yes_no,
)
from everychild.records import Kind, codes

VISIT_KIND = WrittenCodes(
    codes.VISIT_KIND,
    {
        "child_protection": "cp",
        "child_in_need": "cin",
        "care": "cla",
        "care_leaver": "cl",
        "assessment": "assessment",
        "section_47": "s47",
        "early_help": "early_help",
        "private_fostering": "private_fostering",
        "return_interview": "missing_rhi",
    },
    {
        "CP visit": "child_protection",
        "CIN visit": "child_in_need",
        "LAC": "care",
        "LAC visit": "care",
        "CLA visit": "care",
        "Looked after": "care",
        "RHI": "return_interview",
    },
)
SEEN_ALONE = WrittenCodes(
    codes.SEEN_ALONE,
    {"yes": "Y", "no": "N", "refused": "refused", "too_young": "too_young", "unknown": "unknown"},
    {"True": "yes", "1": "yes", "False": "no", "0": "no"},
)
OUTCOME = WrittenCodes(
    codes.VISIT_OUTCOME,
    {code: code for code in codes.VISIT_OUTCOME.values},
    {
        "Seen": "seen",
        "Completed": "seen",
        "Successful": "seen",
        "Not seen": "not_seen",
        "No reply": "no_access",
        "Not in": "no_access",
        "Attempted": "failed",
        "Unsuccessful": "failed",
    },
)
PLACE = WrittenCodes(codes.VISIT_PLACE, {code: code for code in codes.VISIT_PLACE.values})

VISITS = SheetLayout(
    name="visits",
    title="Visits",
    number=None,
    other_titles=("visit", "statutory visits"),
    headings=(
        CHILD_ID,
        optional("visit_id", Kind.IDENTIFIER),
        Heading(
            "visit_at",
            Kind.DATE,
            aliases=("Visit Date", "Date of Visit", "CP Visit", "Date Seen", "Actual Date", "Event Date"),
            required=True,
        ),
        optional("recorded_at", Kind.DATE, "Date Recorded", "Created On", "Finalised On", "Authorised On"),
        Heading("visit_kind", Kind.CODE, VISIT_KIND, aliases=("Visit Type", "Type of Visit"), required=True),
        yes_no("statutory"),
        Heading("outcome", Kind.CODE, OUTCOME, aliases=("Visit Outcome", "Outcome of Visit"), expected=False),
        yes_no("child_seen", "Was the child seen?"),
        Heading(
            "seen_alone",
            Kind.CODE,
            SEEN_ALONE,
            aliases=("Was the child seen alone?", "Child Seen Alone"),
            expected=False,
        ),
        yes_no("bedroom_seen"),
        Heading("location", Kind.CODE, PLACE, aliases=("Place of Visit",), expected=False),
        optional("due_date", Kind.DATE),
        optional("purpose", Kind.TEXT),
        TEAM,
        WORKER,
    ),
    feeds=(
        Feed(
            "visits.visit",
            "visit",
            {
                **WHOSE,
                "visit_id": "visit_id",
                "kind": "visit_kind",
                "visited_on": "visit_at",
                "recorded_on": "recorded_at",
                "outcome": "outcome",
                "child_seen": "child_seen",
                "seen_alone": "seen_alone",
                "place": "location",
                **HELD_BY,
            },
            EVERYTHING,
            LOCAL_RANK,
        ),
        worker_feed(),
    ),
)
