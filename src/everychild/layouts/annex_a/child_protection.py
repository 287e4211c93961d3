"""List 5, section 47 enquiries and their conferences; list 7, each child's latest child protection plan."""

from __future__ import annotations

from itertools import permutations

from everychild.layouts.annex_a import written
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
from everychild.layouts.layout import Coverage, Feed, Heading, SheetLayout, WrittenCodes
from everychild.records import Kind, codes

ENQUIRY_STARTED = "Strategy discussion initiating Section 47 Enquiry Start Date"
CONFERENCE_DATE = "Date of Initial Child Protection Conference"

LIST_5 = SheetLayout(
    name="list_5",
    title="Section 47 enquiries and Initial Child Protection Conferences",
    number=5,
    other_titles=("Sec47 and ICPC", "S47 and ICPC", "Section 47 Enquiries and ICPC", "Section 47", "S47"),
    headings=(
        *CHILD,
        DISABILITY,
        Heading(
            ENQUIRY_STARTED,
            Kind.DATE,
            aliases=("StratDiscussionDate", "startdate", "Section 47 Enquiry Start Date"),
            likely_aliases=("Strategy Discussion Date", "S47 Start Date"),
            required=True,
        ),
        Heading(
            "Was an Initial Child Protection Conference deemed unnecessary?",
            Kind.YES_NO,
            written.PLAIN_YES_NO,
            aliases=("InitialCPConfUnnecessary", "Initial Child Protection Conference Not Required"),
            likely_aliases=("ICPC Not Required",),
        ),
        Heading(
            CONFERENCE_DATE,
            Kind.DATE,
            aliases=("InitialCPConfDate", "cpdate"),
            likely_aliases=("ICPC Date", "Initial Conference Date"),
        ),
        Heading(
            "Did the Initial Child Protection Conference Result in a Child Protection Plan",
            Kind.YES_NO,
            written.PLAIN_YES_NO,
            aliases=("CPConfResultInCPPlan",),
            likely_aliases=("ICPC Outcome", "Conference Outcome"),
        ),
        Heading(
            "Number of Section 47 Enquiries in the last 12 months",
            Kind.NUMBER,
            aliases=("NumberS47s12m",),
            likely_aliases=("Previous S47s (12 months)",),
        ),
        Heading(
            "Number of ICPCs in the last 12 months",
            Kind.NUMBER,
            aliases=("NumberICPCs12m",),
            likely_aliases=("Previous ICPCs (12 months)",),
        ),
        TEAM,
        WORKER,
    ),
    feeds=(
        Feed(
            "list_5.section_47_enquiry",
            "section_47_enquiry",
            {
                **WHOSE,
                "started_on": ENQUIRY_STARTED,
                "conference_not_required": "Was an Initial Child Protection Conference deemed unnecessary?",
                "conference_on": CONFERENCE_DATE,
                "earlier_enquiries": "Number of Section 47 Enquiries in the last 12 months",
                **HELD_BY,
            },
            Coverage(months=6),
            ANNEX_A_RANK,
        ),
        Feed(
            "list_5.conference",
            "conference",
            {
                **WHOSE,
                "held_on": CONFERENCE_DATE,
                "enquiry_started_on": ENQUIRY_STARTED,
                "led_to_plan": "Did the Initial Child Protection Conference Result in a Child Protection Plan",
                **HELD_BY,
            },
            # A conference leaves the list with its enquiry, so the list is only sure to hold the conferences of
            # fewer months than it holds enquiries; three leaves room for one that is three months late.
            Coverage(months=3),
            ANNEX_A_RANK,
            constants={"kind": "initial"},
            only_where=CONFERENCE_DATE,
        ),
        child_feed(disabled=DISABILITY.title),
        worker_feed(),
    ),
)


def _several_categories() -> dict[str, str]:
    """Councils write more than one category as a list of words, in any order: all of them are MUL."""
    forms = []
    for how_many in (2, 3, 4):
        for words in permutations(("Neglect", "Physical", "Sexual", "Emotional"), how_many):
            forms.append(", ".join(words))
            forms.append(f"{', '.join(words[:-1])} and {words[-1]}")
            forms.append(", ".join(word if word == "Neglect" else f"{word} abuse" for word in words))
    return dict.fromkeys(forms, "MUL")


ABUSE = WrittenCodes(
    codes.ABUSE_CATEGORY,
    {
        "NEG": "a) Neglect",
        "PHY": "b) Physical abuse",
        "SAB": "c) Sexual abuse",
        "EMO": "d) Emotional abuse",
        "MUL": "e) Multiple/not recommended",
    },
    written.also(
        # Some systems print a Y or an N for each of neglect, physical, sexual and emotional, in that order.
        NEG="YNNN",
        PHY="NYNN, Physical, PA, Physical injury",
        SAB="NNYN, Sexual",
        EMO="NNNY, Emotional",
        MUL="YYNN, YNYN, YNNY, NYYN, NYNY, NNYY, YYYN, YYNY, YNYY, NYYY, YYYY, Multiple, Multiple categories",
    )
    | _several_categories(),
)

LAST_VISIT = "Date of the Last Statutory Visit"
LATEST_REVIEW = "Date of latest review conference"

LIST_7 = SheetLayout(
    name="list_7",
    title="Child protection",
    number=7,
    other_titles=("CP", "CPP", "Child Protection Plans"),
    headings=(
        *CHILD,
        DISABILITY,
        Heading(
            "Child Protection Plan Start Date",
            Kind.DATE,
            aliases=("start_dttm2",),
            likely_aliases=("CP Plan Start Date", "CPP Start"),
            required=True,
        ),
        Heading("Initial Category of Abuse", Kind.CODE, ABUSE, likely_aliases=("Initial Category",)),
        Heading(
            "Latest Category of Abuse",
            Kind.CODE,
            ABUSE,
            likely_aliases=("Current Category", "Category of Abuse"),
        ),
        Heading(
            LAST_VISIT,
            Kind.DATE,
            aliases=("DateOfLastStatutoryVisit",),
            likely_aliases=("Last CP Visit", "Last Statutory Visit Date", "Last Visit Date"),
        ),
        Heading(
            "Was the Child Seen Alone?",
            Kind.CODE,
            written.SEEN_ALONE,
            aliases=("ChildSeenAlone",),
            likely_aliases=("Seen Alone", "Child Seen Alone at Last Visit"),
        ),
        Heading(
            LATEST_REVIEW,
            Kind.DATE,
            aliases=("DateOfLatestReviewConf",),
            likely_aliases=("Last RCPC", "Date of Last Review Conference", "Last Review Date"),
        ),
        Heading(
            "Child Protection Plan End Date",
            Kind.DATE,
            aliases=("end_dttm2",),
            likely_aliases=("CP Plan End Date", "CPP End"),
        ),
        Heading(
            "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)",
            Kind.YES_NO,
            written.PLAIN_YES_NO,
            aliases=("ProtectionLastSixMonths",),
            likely_aliases=("EPO/PPP in last six months", "Subject to EPO"),
        ),
        Heading(
            "Number of Previous Child Protection Plans",
            Kind.NUMBER,
            aliases=("NumberOfPreviousCPP",),
            likely_aliases=("Previous CP Plans", "No. of previous plans"),
        ),
        TEAM,
        WORKER,
    ),
    feeds=(
        Feed(
            "list_7.child_protection_plan",
            "child_protection_plan",
            {
                **WHOSE,
                "started_on": "Child Protection Plan Start Date",
                "ended_on": "Child Protection Plan End Date",
                "first_category": "Initial Category of Abuse",
                "latest_category": "Latest Category of Abuse",
                "earlier_plans": "Number of Previous Child Protection Plans",
                **HELD_BY,
            },
            Coverage(months=6, one_per_child=True),
            ANNEX_A_RANK,
        ),
        Feed(
            "list_7.visit",
            "visit",
            {**WHOSE, "visited_on": LAST_VISIT, "seen_alone": "Was the Child Seen Alone?", **HELD_BY},
            Coverage(proves_only=True),
            ANNEX_A_RANK,
            constants={"kind": "child_protection"},
            only_where=LAST_VISIT,
        ),
        Feed(
            "list_7.review_conference",
            "review_conference",
            {**WHOSE, "held_on": LATEST_REVIEW, **HELD_BY},
            Coverage(months=2, proves_only=True),
            ANNEX_A_RANK,
            only_where=LATEST_REVIEW,
        ),
        child_feed(disabled=DISABILITY.title),
        worker_feed(),
    ),
)
