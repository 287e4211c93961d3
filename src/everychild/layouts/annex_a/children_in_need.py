"""List 4, assessments, complete for six months back; list 6, each child in need with their latest episode."""

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

LIST_4 = SheetLayout(
    name="list_4",
    title="Assessments",
    number=4,
    other_titles=("Assessment", "Single Assessments", "C&F Assessments"),
    headings=(
        *CHILD,
        DISABILITY,
        Heading(
            "Continuous Assessment Start Date",
            Kind.DATE,
            aliases=("ContinuousAssessmentStart", "Assessment Start Date"),
            likely_aliases=("Single Assessment Start Date",),
            required=True,
        ),
        Heading(
            "Child Seen During Continuous Assessment",
            Kind.YES_NO,
            written.CHILD_SEEN,
            aliases=("ContinuousAssessmentChildSeen",),
            likely_aliases=("Child Seen", "Was the child seen?"),
        ),
        Heading(
            "Continuous Assessment Date of Authorisation",
            Kind.DATE,
            aliases=("ContinuousAssessmentAuthDate", "dateofauthorisation"),
            likely_aliases=("Authorisation Date", "Assessment Completed Date", "Assessment End Date"),
        ),
        Heading(
            "Was the child assessed as requiring LA children’s social care support",
            Kind.YES_NO,
            written.PLAIN_YES_NO,
            aliases=("CSCSupportRequired", "Was the child assessed as being in need at assessment?"),
            likely_aliases=("In need after assessment",),
        ),
        TEAM,
        WORKER,
    ),
    feeds=(
        Feed(
            "list_4.assessment",
            "assessment",
            {
                **WHOSE,
                "started_on": "Continuous Assessment Start Date",
                "authorised_on": "Continuous Assessment Date of Authorisation",
                "child_seen": "Child Seen During Continuous Assessment",
                "support_required": "Was the child assessed as requiring LA children’s social care support",
                **HELD_BY,
            },
            Coverage(months=6),
            ANNEX_A_RANK,
        ),
        child_feed(disabled=DISABILITY.title),
        worker_feed(),
    ),
)

_CLOSURES = {
    "RC1": "Adopted",
    "RC2": "Died",
    "RC3": "Child arrangements order",
    "RC4": "Special guardianship order",
    "RC5": "Transferred to services of another local authority",
    "RC6": "Transferred to adult social care services",
    "RC7": "Services ceased for any other reason, including child no longer in need",
    "RC8": "Case closed after assessment, no further action",
    "RC9": "Case closed after assessment, referred to early help",
}
CLOSURE = WrittenCodes(
    codes.CLOSURE_REASON,
    {code: f"{code} - {reason}" for code, reason in _CLOSURES.items()},
    {"Residence order": "RC3", "Transferred to another local authority": "RC5", "Transferred to adult services": "RC6"},
)
CASE_STATUS = WrittenCodes(
    codes.CASE_STATUS,
    {
        "in_care": "a) Looked after child",
        "protection_plan": "b) Child Protection plan",
        "in_need": "c) Child in need plan",
        "assessment": "d) Open assessment",
        "closed": "e) Closed episode",
    },
    written.also(
        in_care="LAC, CLA, CLA&CP, CP/CLA, Looked after",
        protection_plan="CP, CPP, CP plan",
        in_need="CIN, CIN plan",
        assessment="Assessment, Open asmt",
        closed="Closed, Closed referral, Care leaver",
    ),
)

LIST_6 = SheetLayout(
    name="list_6",
    title="Children in Need",
    number=6,
    other_titles=("CIN", "Child in Need"),
    headings=(
        *CHILD,
        DISABILITY,
        Heading(
            "CIN Start Date",
            Kind.DATE,
            likely_aliases=("CIN Episode Start", "Episode of Need Start Date"),
            required=True,
        ),
        Heading(
            "Primary Need Code",
            Kind.CODE,
            written.NEED,
            aliases=("Primary Need",),
            likely_aliases=("Category of Need",),
        ),
        Heading(
            "Date Child Was Last Seen",
            Kind.DATE,
            aliases=("DateChildLastSeen",),
            likely_aliases=("Date Last Seen", "Last Seen Date", "Last Visit Date"),
        ),
        Heading("CIN Closure Date", Kind.DATE, likely_aliases=("CIN End Date", "Closure Date")),
        Heading(
            "Reason for Closure",
            Kind.CODE,
            CLOSURE,
            likely_aliases=("Closure Reason", "Case Closure Reason"),
        ),
        Heading("Case status", Kind.CODE, CASE_STATUS, likely_aliases=("Status",)),
        TEAM,
        WORKER,
    ),
    feeds=(
        Feed(
            "list_6.child_in_need_episode",
            "child_in_need_episode",
            {
                **WHOSE,
                "started_on": "CIN Start Date",
                "closed_on": "CIN Closure Date",
                "primary_need": "Primary Need Code",
                "closure_reason": "Reason for Closure",
                "case_status": "Case status",
                "last_seen_on": "Date Child Was Last Seen",
                **HELD_BY,
            },
            Coverage(months=6, one_per_child=True),
            ANNEX_A_RANK,
        ),
        child_feed(disabled=DISABILITY.title),
        worker_feed(),
    ),
)
