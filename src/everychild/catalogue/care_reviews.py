"""Reviews of children in care, and the reports to them."""

from everychild.catalogue.indicator import Example, Good, Indicator, Influence, SetBy, Share
from everychild.catalogue.sections import CARE_VISITS_AND_REVIEWS, CHILDREN_IN_CARE, REPORTS_TO_MEETINGS
from everychild.facts.care_reviews import care_reviews
from everychild.facts.child_protection.reports import meeting_reports
from everychild.facts.clocks import FIRST_CARE_REVIEW, LATER_CARE_REVIEW, REPORT_TO_CARE_REVIEW, SECOND_CARE_REVIEW

reviews_in_time = Indicator(
    ref="RH01",
    title="Reviews of children in care held on time",
    meaning="Of the reviews of children in care that fell due, how many had been held by the day they were due.",
    why="A review is where a child can say what they want and someone independent checks that it is happening.",
    of=care_reviews,
    measure=Share(care_reviews.held_in_time.is_yes),
    good=Good.HIGHER,
    section=CHILDREN_IN_CARE,
    area=CARE_VISITS_AND_REVIEWS,
    clock=FIRST_CARE_REVIEW,
    later_clocks=(SECOND_CARE_REVIEW, LATER_CARE_REVIEW),
    set_by=SetBy.LAW,
    source=(
        "Statutory: Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33. Reviews are "
        "counted, one by one; some councils count children whose every review was on time, which gives a lower figure."
    ),
    comparator="None: no national figures on the timeliness of these reviews are published.",
    misuse="A review held on time with nobody there who matters to the child counts as well as a good one.",
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Two of Ann’s reviews fell due and one was late. Bea’s was in time. Whether Cal’s was held is not "
                "recorded, and what is unknown is not on time."
            ),
            rows="""
                child | held_in_time
                Ann   | yes
                Ann   | no
                Bea   | yes
                Cal   |
            """,
            expect="2 of 4 (50.0%)",
        ),
    ),
    synonyms=("LAC review", "CLA", "looked after review", "IRO", "timeliness"),
)

reports_to_reviews = Indicator(
    ref="RH03",
    title="Social worker reports shared at least {time} before a review of a child in care",
    meaning="Of the reports due to reviews of children in care, how many were shared at least {time} before.",
    why="A child and their family should know what will be said about them before the review, not during it.",
    of=meeting_reports,
    measure=Share(meeting_reports.working_days_before_meeting.at_least(REPORT_TO_CARE_REVIEW)),
    considers=meeting_reports.meeting.is_a("care_review"),
    good=Good.HIGHER,
    section=CHILDREN_IN_CARE,
    area=REPORTS_TO_MEETINGS,
    clock=REPORT_TO_CARE_REVIEW,
    set_by=SetBy.LOCAL,
    source=(
        "Local standard: guidance says only that reports are shared in advance. The day that counts is the day the "
        "report was shared, not the day it was written."
    ),
    comparator="None: no national figures on reports shared before meetings are published.",
    misuse=(
        "It is judged against the day the review was held, so putting a review off makes a late report look early."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann’s was shared three working days ahead and Bea’s two. No day of sharing is recorded for Cal, and "
                "what is unknown is not on time. Dev’s was for a conference and is not considered."
            ),
            rows="""
                child | meeting           | working_days_before_meeting
                Ann   | care_review       | 3
                Bea   | care_review       | 2
                Cal   | care_review       |
                Dev   | review_conference | 6
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("LAC review", "CLA", "looked after review", "report on time"),
)

INDICATORS: tuple[Indicator, ...] = (
    reviews_in_time,
    reports_to_reviews,
)
