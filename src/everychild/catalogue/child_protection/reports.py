"""Social workers’ reports to conferences, and whether the family had them in time."""

from everychild.catalogue.indicator import Example, Good, Indicator, Influence, SetBy, Share
from everychild.catalogue.sections import CHILD_PROTECTION, REPORTS_TO_MEETINGS
from everychild.facts.child_protection.reports import meeting_reports
from everychild.facts.clocks import REPORT_TO_INITIAL_CONFERENCE, REPORT_TO_REVIEW_CONFERENCE

NO_REPORTS_PUBLISHED = "None: no national figures on reports shared before meetings are published."

reports_to_initial_conferences = Indicator(
    ref="CP08",
    title="Social worker reports shared at least {time} before an initial conference",
    meaning="Of the reports due to first conferences, how many were shared with the family at least {time} before.",
    why="A child’s family should be able to read what will be said about them before they sit down to hear it.",
    of=meeting_reports,
    measure=Share(meeting_reports.working_days_before_meeting.at_least(REPORT_TO_INITIAL_CONFERENCE)),
    considers=meeting_reports.meeting.is_a("initial_conference"),
    good=Good.HIGHER,
    section=CHILD_PROTECTION,
    area=REPORTS_TO_MEETINGS,
    clock=REPORT_TO_INITIAL_CONFERENCE,
    set_by=SetBy.LOCAL,
    source=(
        "Local standard: guidance says only that reports are shared in advance. The day that counts is the day the "
        "report was shared with the family, not the day it was written."
    ),
    comparator=NO_REPORTS_PUBLISHED,
    misuse=(
        "A thin report sent early counts as well as a good one. A child with two kinds of meeting needs two reports, "
        "so dual plans weigh twice: see that breakdown."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann’s family had the report the working day before and Bea’s on the day itself. No day of sharing is "
                "recorded for Cal, and what is unknown is not on time. Dev’s was for another kind of meeting and is "
                "not considered."
            ),
            rows="""
                child | meeting            | working_days_before_meeting
                Ann   | initial_conference | 1
                Bea   | initial_conference | 0
                Cal   | initial_conference |
                Dev   | review_conference  | 5
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("ICPC", "conference report", "report on time"),
)

reports_to_review_conferences = Indicator(
    ref="CP09",
    title="Social worker reports shared at least {time} before a review conference",
    meaning="Of the reports due to review conferences, how many were shared with the family at least {time} before.",
    why="A child’s family should have time to read, and to correct, what is said about how the plan is going.",
    of=meeting_reports,
    measure=Share(meeting_reports.working_days_before_meeting.at_least(REPORT_TO_REVIEW_CONFERENCE)),
    considers=meeting_reports.meeting.is_a("review_conference"),
    good=Good.HIGHER,
    section=CHILD_PROTECTION,
    area=REPORTS_TO_MEETINGS,
    clock=REPORT_TO_REVIEW_CONFERENCE,
    set_by=SetBy.LOCAL,
    source=(
        "Local standard: guidance says only that reports are shared in advance, and councils ask for one to five "
        "working days. The day the report was shared with the family counts."
    ),
    comparator=NO_REPORTS_PUBLISHED,
    misuse=(
        "It is judged against the day the meeting was held, so putting a meeting off makes a late report look early."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann’s was shared three working days ahead and Bea’s two. Cal’s was shared after the meeting. No day "
                "of sharing is recorded for Dev, and what is unknown is not on time. Eve’s was for a review of her "
                "care and is not considered."
            ),
            rows="""
                child | meeting           | working_days_before_meeting
                Ann   | review_conference | 3
                Bea   | review_conference | 2
                Cal   | review_conference | -1
                Dev   | review_conference |
                Eve   | care_review       | 4
            """,
            expect="1 of 4 (25.0%)",
        ),
    ),
    synonyms=("RCPC", "conference report", "report on time"),
)

INDICATORS: tuple[Indicator, ...] = (
    reports_to_initial_conferences,
    reports_to_review_conferences,
)
