"""Families in pre-proceedings: the letter, the meetings, the offer of a family group meeting, the outcome."""

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

OUTCOME = WrittenCodes(
    early_codes.PRE_PROCEEDINGS_OUTCOME, {"issued": "issue", "stepped_down": "step_down", "continuing": "continuing"}
)

PRE_PROCEEDINGS = SheetLayout(
    name="pre_proceedings",
    title="Pre-proceedings",
    number=None,
    other_titles=("PLO", "public law outline", "pre proceedings"),
    headings=(
        CHILD_ID,
        optional("family_id", Kind.IDENTIFIER),
        optional("gateway_decision_date", Kind.DATE, "StepDecisionDate"),
        Heading("letter_sent_date", Kind.DATE, aliases=("LBPSentDate", "Letter Before Proceedings"), required=True),
        optional("first_meeting_date", Kind.DATE, "InitialPPMeetingDate"),
        optional("review_meetings", Kind.NUMBER, "ReviewMeetingsCount"),
        Heading("fgdm_offered_date", Kind.DATE, aliases=("FGDM Offered", "FGC Offered Date")),
        optional("fgdm_held_date", Kind.DATE, "FGDM Held", "FGC Date"),
        Heading("outcome", Kind.CODE, OUTCOME, aliases=("PPOutcome",), expected=False),
        Heading("outcome_date", Kind.DATE, aliases=("Pre-proceedings End Date",), expected=False),
        optional("court_issue_date", Kind.DATE, "CourtAppDate"),
        optional("final_hearing_date", Kind.DATE, "Final Order Date"),
        TEAM,
        WORKER,
    ),
    feeds=(
        Feed(
            "pre_proceedings.pre_proceedings",
            "pre_proceedings",
            {
                **WHOSE,
                "family_id": "family_id",
                "letter_sent_on": "letter_sent_date",
                "first_met_on": "first_meeting_date",
                "meeting_offered_on": "fgdm_offered_date",
                "meeting_held_on": "fgdm_held_date",
                "outcome": "outcome",
                "ended_on": "outcome_date",
                "issued_on": "court_issue_date",
                "final_hearing_on": "final_hearing_date",
                **HELD_BY,
            },
            EVERYTHING,
            LOCAL_RANK,
        ),
        worker_feed(),
    ),
)
