"""What was decided about each contact with the front door, and when: Annex A has the contact alone."""

from everychild.layouts.layout import Feed, Heading, SheetLayout, WrittenCodes
from everychild.layouts.local.people import (
    CHILD_ID,
    EVERYTHING,
    HELD_BY,
    LOCAL_RANK,
    SOURCE,
    TEAM,
    WHOSE,
    WORKER,
    optional,
    worker_feed,
)
from everychild.records import Kind, early_codes

OUTCOME = WrittenCodes(
    early_codes.CONTACT_OUTCOME,
    {
        "referral": "referral",
        "strategy_discussion": "strategy_discussion",
        "existing_case": "existing_case",
        "early_help": "early_help",
        "signposted": "signpost",
        "no_further_action": "nfa",
    },
    {"no further action": "no_further_action", "advice": "signposted", "information and advice": "signposted"},
)

CONTACT_DECISIONS = SheetLayout(
    name="contact_decisions",
    title="Contact decisions",
    number=None,
    other_titles=("contact decision", "contacts and decisions"),
    headings=(
        CHILD_ID,
        optional("contact_id", Kind.IDENTIFIER),
        Heading("received_at", Kind.MOMENT, aliases=("Contact Received", "Date Received"), required=True),
        Heading("decided_at", Kind.MOMENT, aliases=("Decision Date", "Date of Decision", "Outcome Date")),
        SOURCE,
        optional("reason", Kind.TEXT),
        Heading("outcome", Kind.CODE, OUTCOME, aliases=("Contact Outcome",), expected=False),
        optional("mash_rag", Kind.TEXT),
        TEAM,
        WORKER,
    ),
    feeds=(
        Feed(
            "contact_decisions.contact",
            "contact",
            {
                **WHOSE,
                "contacted_on": "received_at",
                "decided_on": "decided_at",
                "source": "source",
                "outcome": "outcome",
                **HELD_BY,
            },
            EVERYTHING,
            LOCAL_RANK,
        ),
        worker_feed(),
    ),
)
