"""Formal escalations by reviewing officers and conference chairs; offers of an advocate."""

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

RAISED_BY = WrittenCodes(
    codes.RAISED_BY,
    {"reviewing_officer": "iro", "conference_chair": "cp_chair"},
    {"Independent reviewing officer": "reviewing_officer", "Chair": "conference_chair"},
)

ESCALATIONS = SheetLayout(
    name="escalations",
    title="Escalations",
    number=None,
    other_titles=("escalation", "dispute resolutions", "dispute resolution", "formal escalations"),
    headings=(
        CHILD_ID,
        Heading(
            "escalation_date",
            Kind.DATE,
            aliases=("Date Escalated", "Date of Escalation", "Date of Dispute"),
            required=True,
        ),
        Heading("raised_by", Kind.CODE, RAISED_BY, aliases=("Escalated By", "Role of Escalator")),
        optional("escalation_stage", Kind.TEXT),
        optional("resolved_date", Kind.DATE, "Date Resolved"),
        TEAM,
        WORKER,
    ),
    feeds=(
        Feed(
            "escalations.escalation",
            "escalation",
            {**WHOSE, "raised_on": "escalation_date", "raised_by": "raised_by", **HELD_BY},
            EVERYTHING,
            LOCAL_RANK,
        ),
        worker_feed(),
    ),
)

ADVOCACY_OFFERS = SheetLayout(
    name="advocacy_offers",
    title="Offers of an advocate",
    number=None,
    other_titles=("advocacy", "advocacy offer", "advocacy referrals"),
    headings=(
        CHILD_ID,
        Heading(
            "advocacy_offered_date",
            Kind.DATE,
            aliases=("Advocacy Offered", "Date Advocacy Offered", "Advocate Offered On"),
            required=True,
        ),
        yes_no("taken_up", "Advocacy Accepted", "Advocate Wanted"),
        optional("offered_for", Kind.TEXT),
        TEAM,
        WORKER,
    ),
    feeds=(
        Feed(
            "advocacy_offers.advocacy_offer",
            "advocacy_offer",
            {**WHOSE, "offered_on": "advocacy_offered_date", "taken_up": "taken_up", **HELD_BY},
            EVERYTHING,
            LOCAL_RANK,
        ),
        worker_feed(),
    ),
)
