"""Children in care: how many, where they live, visits and reviews, reports to reviews, and their health."""

from everychild.catalogue.indicator import Count, Example, Good, Indicator, Influence, SetBy, Share
from everychild.catalogue.sections import (
    CARE_VISITS_AND_REVIEWS,
    CHILDREN_IN_CARE,
    HEALTH_IN_CARE,
    PLACEMENTS,
    REPORTS_TO_MEETINGS,
)
from everychild.facts.child_protection import meeting_reports
from everychild.facts.children_in_care import care_ended, care_reviews, care_started, children_in_care
from everychild.facts.clocks import (
    CARE_VISIT,
    DENTAL_CHECK,
    FIRST_CARE_REVIEW,
    HEALTH_ASSESSMENT,
    HEALTH_ASSESSMENT_UNDER_FIVE,
    LATER_CARE_REVIEW,
    REPORT_TO_CARE_REVIEW,
    SECOND_CARE_REVIEW,
)
from everychild.records.child_protection import VISIT
from everychild.records.children_in_care import PLACEMENT

IN_CARE_RELEASE = "Department for Education, Children looked after in England, yearly by council"
SHORT_BREAKS = "Children on agreed short breaks are left out, as the Department for Education leaves them out."

children_in_care_now = Indicator(
    ref="CC01",
    title="Children in care",
    meaning="How many children were in the council’s care at the month end.",
    why="The council is a parent to each of these children.",
    of=children_in_care,
    measure=Count(),
    good=Good.RANGE,
    section=CHILDREN_IN_CARE,
    set_by=SetBy.NOBODY,
    source=f"A count, with no standard. {SHORT_BREAKS}",
    comparator=f"{IN_CARE_RELEASE}: children looked after at 31 March, and their rate for every 10,000 children.",
    misuse=(
        "Neither more nor fewer is good in itself: the right number is every child who cannot safely live at home, and "
        "no other."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Three children, however long they have been in care.",
            rows="""
                child | in_care_a_year
                Ann   | yes
                Bea   | no
                Cal   | yes
            """,
            expect="3",
        ),
    ),
    synonyms=("LAC", "CLA", "looked after", "care population"),
)

coming_into_care = Indicator(
    ref="CC02",
    title="Children coming into care",
    meaning="How many times a child came into the council’s care in the period.",
    why="Coming into care is among the largest things that can happen to a child.",
    of=care_started,
    measure=Count(),
    good=Good.RANGE,
    section=CHILDREN_IN_CARE,
    set_by=SetBy.NOBODY,
    source=f"A count, with no standard. A move from one placement to another is not a new start. {SHORT_BREAKS}",
    comparator=f"{IN_CARE_RELEASE}: children who started to be looked after in the year.",
    misuse="Months are small and uneven: one large family, or a group of children arriving alone, can double one.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Ann came into care, went home and came back within the quarter, so she counts twice; Bea once.",
            rows="""
                child
                Ann
                Ann
                Bea
            """,
            expect="3",
        ),
    ),
    synonyms=("LAC", "CLA", "looked after", "entrants", "starters"),
)

leaving_care = Indicator(
    ref="CC03",
    title="Children leaving care",
    meaning="How many times a child left the council’s care in the period.",
    why="Leaving care should mean a lasting home: with family, with new parents or as an adult with support.",
    of=care_ended,
    measure=Count(),
    good=Good.NEITHER,
    section=CHILDREN_IN_CARE,
    set_by=SetBy.NOBODY,
    source=(
        "A count, with no standard. A new episode begun the same day, such as a new legal status, is not an end of "
        f"care. {SHORT_BREAKS}"
    ),
    comparator=f"{IN_CARE_RELEASE}: children who ceased to be looked after in the year.",
    misuse="It adds together a child adopted, a child gone home and a young person turning 18: ask which.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Two children left care in the month.",
            rows="""
                child
                Ann
                Bea
            """,
            expect="2",
        ),
    ),
    synonyms=("LAC", "CLA", "looked after", "leavers", "ceased"),
)

care_visits = Indicator(
    ref="CC09",
    title="Children in care visited in the last {time}",
    meaning="Of the children in care at the month end for whom a visit could be due, how many had one within {time}.",
    why="A child living away from home needs someone who comes to see how they are, and keeps coming.",
    of=children_in_care,
    measure=Share(children_in_care.visited_in_time.is_yes),
    considers=children_in_care.visit_could_be_due.is_yes,
    good=Good.HIGHER,
    section=CHILDREN_IN_CARE,
    area=CARE_VISITS_AND_REVIEWS,
    clock=CARE_VISIT,
    also_needs=(VISIT,),
    set_by=SetBy.LAW,
    source=(
        "Statutory: Care Planning, Placement and Case Review (England) Regulations 2010, regulation 28, at intervals "
        "of no more than six weeks in the first year. Longer intervals that may be allowed after that are not taken "
        "off here, so the test is stricter than the law for some children; the visit due in a child’s first week in a "
        "placement is not tested."
    ),
    comparator="None: no national figures on visits to children in care are published.",
    misuse=(
        "Children settled for good may rightly be visited every three months, and count here as late: ask how many "
        "before judging."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann was visited in time and Bea was not. No visit is recorded for Cal, and what is unknown is not on "
                "time. Dev came into care last week and is not considered."
            ),
            rows="""
                child | visit_could_be_due | visited_in_time
                Ann   | yes                | yes
                Bea   | yes                | no
                Cal   | yes                |
                Dev   | no                 | no
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("LAC visits", "CLA", "looked after", "statutory visits"),
)

three_or_more_placements = Indicator(
    ref="PL01",
    title="Children in care with three or more placements in 12 months",
    meaning="Of the children in care at the month end, how many had lived in three or more placements in a year.",
    why="Each move can mean a new home, a new school and people to trust all over again.",
    of=children_in_care,
    measure=Share(children_in_care.placements_in_year >= 3),
    good=Good.LOWER,
    section=CHILDREN_IN_CARE,
    area=PLACEMENTS,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. The Department for Education’s measure: three or more placements, which is two or more "
        f"moves, the one held a year ago included. {SHORT_BREAKS}"
    ),
    comparator=f"{IN_CARE_RELEASE}: children looked after at 31 March with three or more placements in the year.",
    misuse=(
        "Three placements are two moves, not three. A move to a long-term home counts like any other, so a good move "
        "can make the figure worse."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann has lived in three placements and Bea in two. Cal’s number is not known, and what is unknown is "
                "not counted as three."
            ),
            rows="""
                child | placements_in_year
                Ann   | 3
                Bea   | 2
                Cal   |
                Dev   | 1
            """,
            expect="1 of 4 (25.0%)",
        ),
    ),
    synonyms=("LAC", "CLA", "looked after", "stability", "placement moves"),
)

placed_out_of_area = Indicator(
    ref="PL05",
    title="Children in care placed outside the council’s area",
    meaning="Of the children in care at the month end, how many were living outside the council’s own area.",
    why="A child placed far away can lose touch with family, friends and school, and is harder to visit and to help.",
    of=children_in_care,
    measure=Share(children_in_care.out_of_area.is_yes),
    good=Good.LOWER,
    section=CHILDREN_IN_CARE,
    area=PLACEMENTS,
    also_needs=(PLACEMENT,),
    set_by=SetBy.NOBODY,
    source=f"No standard is set. Counted by the council’s boundary, not by distance. {SHORT_BREAKS}",
    comparator=f"{IN_CARE_RELEASE}: children looked after placed inside and outside the council’s boundary.",
    misuse=(
        "A small council has a near boundary: a child over it may be nearer home than one inside it, and may be with "
        "grandparents."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann lives outside the area and Bea inside it. Where Cal’s placement lies is not recorded, and what is "
                "unknown is not counted as outside."
            ),
            rows="""
                child | out_of_area
                Ann   | yes
                Bea   | no
                Cal   |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("LAC", "CLA", "looked after", "out of borough", "out of county", "distance"),
)

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

health_assessments = Indicator(
    ref="RH07",
    title="Children in care with an up-to-date health assessment",
    meaning="Of the children in care for a year or more, how many had their health assessed as often as they should.",
    why="Many children come into care with needs that nobody had found, and someone has to keep looking.",
    of=children_in_care,
    measure=Share(children_in_care.health_assessment_up_to_date.is_yes),
    considers=children_in_care.in_care_a_year.is_yes,
    good=Good.HIGHER,
    section=CHILDREN_IN_CARE,
    area=HEALTH_IN_CARE,
    clock=HEALTH_ASSESSMENT_UNDER_FIVE,
    later_clocks=(HEALTH_ASSESSMENT,),
    set_by=SetBy.GUIDANCE,
    source=(
        "Statutory guidance on the health of looked-after children: every six months before a fifth birthday and every "
        "12 months after it. Counted for children in care for 12 months or more, as the Department for Education does."
    ),
    comparator=f"{IN_CARE_RELEASE}: health assessments up to date at 31 March, for children in care for 12 months.",
    misuse=(
        "An older child may refuse, which counts as not up to date; an assessment waiting to be written up by the "
        "health service does too."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann’s is up to date and Bea’s is not. No date is recorded for Cal, and what is unknown is not up to "
                "date. Dev has been in care for less than a year and is not considered."
            ),
            rows="""
                child | in_care_a_year | health_assessment_up_to_date
                Ann   | yes            | yes
                Bea   | yes            | no
                Cal   | yes            |
                Dev   | no             | yes
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("RHA", "IHA", "health assessment", "LAC", "CLA", "looked after"),
)

dental_checks = Indicator(
    ref="RH08",
    title="Children in care with a dental check in the last {time}",
    meaning="Of the children in care for a year or more, how many had seen a dentist in the last {time}.",
    why="Toothache keeps a child from eating, sleeping and learning, and is easily prevented.",
    of=children_in_care,
    measure=Share(children_in_care.dental_check_up_to_date.is_yes),
    considers=children_in_care.in_care_a_year.is_yes,
    good=Good.HIGHER,
    section=CHILDREN_IN_CARE,
    area=HEALTH_IN_CARE,
    clock=DENTAL_CHECK,
    set_by=SetBy.NATIONAL_RETURN,
    source=(
        "National: the children looked after return asks about the last 12 months; no law or guidance sets the "
        "interval. Counted for children in care for 12 months or more, as the Department for Education does."
    ),
    comparator=f"{IN_CARE_RELEASE}: teeth checked by a dentist, at 31 March, for children in care for 12 months.",
    misuse="It moves with the dentists taking patients locally, which the council cannot settle alone.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann’s check is in date and Bea’s is not. No date is recorded for Cal, and what is unknown is not up "
                "to date. Dev has been in care for less than a year and is not considered."
            ),
            rows="""
                child | in_care_a_year | dental_check_up_to_date
                Ann   | yes            | yes
                Bea   | yes            | no
                Cal   | yes            |
                Dev   | no             | no
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("dentist", "teeth", "LAC", "CLA", "looked after"),
)

INDICATORS: tuple[Indicator, ...] = (
    children_in_care_now,
    coming_into_care,
    leaving_care,
    care_visits,
    three_or_more_placements,
    placed_out_of_area,
    reviews_in_time,
    reports_to_reviews,
    health_assessments,
    dental_checks,
)
