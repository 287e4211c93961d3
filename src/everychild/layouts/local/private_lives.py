"""Private fostering, and the designated officer’s log of allegations, which holds no child and no name."""

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
)
from everychild.records import Kind, early_codes

WORKPLACE = WrittenCodes(
    early_codes.WORKPLACE,
    {code: code for code in early_codes.WORKPLACE.values},
    {words: code for code, words in early_codes.WORKPLACE.values.items() if words.lower() != code}
    | {"School": "education", "Fostering": "foster_care", "Nursery": "early_years"},
)
ALLEGATION_OUTCOME = WrittenCodes(
    early_codes.ALLEGATION_OUTCOME, {code: code for code in early_codes.ALLEGATION_OUTCOME.values}
)

PRIVATE_FOSTERING = SheetLayout(
    name="private_fostering",
    title="Private fostering",
    number=None,
    other_titles=("private fostering arrangements",),
    headings=(
        CHILD_ID,
        Heading("notified_date", Kind.DATE, aliases=("Notification Date", "Date Notified"), required=True),
        optional("start_date", Kind.DATE, "Arrangement Start Date"),
        optional("end_date", Kind.DATE, "Arrangement End Date"),
        Heading("initial_visit_date", Kind.DATE, aliases=("First Visit Date", "Date of First Visit")),
        optional("last_visit_date", Kind.DATE),
        TEAM,
        WORKER,
    ),
    feeds=(
        Feed(
            "private_fostering.private_fostering",
            "private_fostering",
            {
                **WHOSE,
                "notified_on": "notified_date",
                "started_on": "start_date",
                "ended_on": "end_date",
                "first_visited_on": "initial_visit_date",
                **HELD_BY,
            },
            EVERYTHING,
            LOCAL_RANK,
        ),
        worker_feed(),
    ),
)

ALLEGATIONS = SheetLayout(
    name="allegations",
    title="Allegations",
    number=None,
    other_titles=("LADO log", "LADO referrals", "LADO allegations", "allegations against adults"),
    headings=(
        Heading("allegation_id", Kind.IDENTIFIER, aliases=("LADO Reference", "LADO Case ID"), required=True),
        Heading("referred_date", Kind.DATE, aliases=("LADO Referral Date", "Date Referred to LADO"), required=True),
        Heading("concluded_date", Kind.DATE, aliases=("Date Concluded", "LADO Closed Date", "Case Concluded")),
        Heading(
            "workplace",
            Kind.CODE,
            WORKPLACE,
            aliases=("Employment Sector", "Employer Sector", "Sector"),
            expected=False,
        ),
        Heading("outcome", Kind.CODE, ALLEGATION_OUTCOME, aliases=("Allegation Outcome",), expected=False),
    ),
    feeds=(
        Feed(
            "allegations.allegation",
            "allegation",
            {
                "allegation_id": "allegation_id",
                "referred_on": "referred_date",
                "concluded_on": "concluded_date",
                "workplace": "workplace",
                "outcome": "outcome",
            },
            EVERYTHING,
            LOCAL_RANK,
        ),
    ),
)
