"""Each time a child went missing, and the interview offered on their return."""

from everychild.layouts.layout import Feed, Heading, SheetLayout, WrittenCodes
from everychild.layouts.local.people import (
    CHILD_ID,
    EVERYTHING,
    HELD_BY,
    LOCAL_RANK,
    PLAIN_YES_NO,
    TEAM,
    WHOSE,
    WORKER,
    optional,
    worker_feed,
    yes_no,
)
from everychild.records import Kind, codes

MISSING_KIND = WrittenCodes(
    codes.MISSING_KIND,
    {"missing": "M", "away": "A", "absent": "absent"},
    {"Missing": "missing", "Away without authorisation": "away", "M missing": "missing"},
)
MISSING_FROM = WrittenCodes(codes.MISSING_FROM, {code: code for code in codes.MISSING_FROM.values})
RESPONSE = WrittenCodes(
    codes.INTERVIEW_RESPONSE,
    {
        "accepted": "accepted",
        "declined_by_child": "declined_child",
        "declined_by_parent": "declined_parent",
        "no_response": "no_response",
        "pending": "pending",
    },
)

MISSING_EPISODES = SheetLayout(
    name="missing_episodes",
    title="Missing episodes",
    number=None,
    other_titles=("missing episode", "missing", "missing children"),
    headings=(
        CHILD_ID,
        optional("missing_id", Kind.IDENTIFIER, "Missing Episode ID"),
        optional("reported_at", Kind.MOMENT),
        Heading(
            "start_at",
            Kind.MOMENT,
            aliases=("Start Date", "Date Missing", "Missing Date"),
            required=True,
        ),
        Heading(
            "returned_at",
            Kind.MOMENT,
            aliases=("Returned", "Return Date", "Date Found", "End Date", "Date Located"),
        ),
        Heading("type", Kind.CODE, MISSING_KIND, aliases=("Missing Type",), expected=False),
        Heading("missing_from", Kind.CODE, MISSING_FROM, aliases=("Missing From Location",), expected=False),
        optional("reporting_la", Kind.TEXT),
        optional("police_reference", Kind.TEXT),
        optional("risk", Kind.TEXT),
        TEAM,
        WORKER,
    ),
    feeds=(
        Feed(
            "missing_episodes.missing_episode",
            "missing_episode",
            {
                **WHOSE,
                "missing_id": "missing_id",
                "went_missing_on": "start_at",
                "went_missing_at": "start_at",
                "returned_on": "returned_at",
                "returned_at": "returned_at",
                "kind": "type",
                "missing_from": "missing_from",
                **HELD_BY,
            },
            EVERYTHING,
            LOCAL_RANK,
        ),
        worker_feed(),
    ),
)

RETURN_HOME_INTERVIEWS = SheetLayout(
    name="return_home_interviews",
    title="Return home interviews",
    number=None,
    other_titles=("return home interview", "return interviews", "RHI", "RHIs"),
    headings=(
        CHILD_ID,
        Heading("missing_id", Kind.IDENTIFIER, aliases=("Missing Episode ID",), required=True),
        optional("considered_date", Kind.DATE),
        Heading(
            "needed",
            Kind.YES_NO,
            PLAIN_YES_NO,
            aliases=("RHI Required", "RHI Needed", "Interview Required"),
        ),
        optional("not_needed_reason", Kind.TEXT),
        optional("offered_date", Kind.DATE, "Date Offered", "RHI Offered Date", "Offer Made"),
        yes_no("offered", "RHI Offered"),
        Heading("response", Kind.CODE, RESPONSE, expected=False),
        optional("accepted_date", Kind.DATE),
        optional("attempt_dates", Kind.TEXT),
        Heading(
            "completed_date",
            Kind.DATE,
            aliases=("RHI Completed", "Date of RHI", "Interview Date", "RHI Date", "Date Completed"),
        ),
        optional("recorded_at", Kind.DATE, "Date Recorded"),
        optional("interviewer_type", Kind.TEXT),
        yes_no("placed_out_of_area"),
        TEAM,
        WORKER,
    ),
    feeds=(
        Feed(
            "return_home_interviews.return_interview",
            "return_interview",
            {
                **WHOSE,
                "missing_id": "missing_id",
                "needed": "needed",
                "offered": "offered",
                "offered_on": "offered_date",
                "response": "response",
                "completed_on": "completed_date",
                "recorded_on": "recorded_at",
                **HELD_BY,
            },
            EVERYTHING,
            LOCAL_RANK,
        ),
        worker_feed(),
    ),
)
