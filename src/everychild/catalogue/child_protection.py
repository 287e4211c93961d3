"""Child protection: enquiries, conferences, reports to them, plans and visits."""

from everychild.catalogue.indicator import Count, Example, Good, Indicator, Influence, Mean, SetBy, Share
from everychild.catalogue.sections import (
    CHILD_PROTECTION,
    CHILD_PROTECTION_VISITS,
    CONFERENCE_TIMELINESS,
    PLAN_LENGTH,
    REPORTS_TO_MEETINGS,
    THRESHOLDS,
)
from everychild.facts.child_protection import (
    children_on_plan,
    initial_conferences,
    meeting_reports,
    plans_ended,
    plans_started,
    review_conferences,
    section_47_enquiries,
    visit_gaps,
    visits_due,
)
from everychild.facts.clocks import (
    CHILD_PROTECTION_VISIT,
    CHILD_PROTECTION_VISIT_BACKSTOP,
    CHILD_PROTECTION_VISIT_SECOND,
    FIRST_REVIEW_CONFERENCE,
    INITIAL_CONFERENCE,
    LATER_REVIEW_CONFERENCE,
    REPORT_TO_INITIAL_CONFERENCE,
    REPORT_TO_REVIEW_CONFERENCE,
)
from everychild.records.child_protection import VISIT
from everychild.records.children_in_care import PERIOD_OF_CARE

IN_NEED_RELEASE = "Department for Education, Children in need, yearly by council"
NO_VISITS_PUBLISHED = "None: no national figures on visits to children on a plan are published."
NO_REPORTS_PUBLISHED = "None: no national figures on reports shared before meetings are published."
VISITS_SOURCE = (
    "Local standard: Working Together sets no fixed interval for visits to children on a plan. Only visits on which "
    "the child was seen, at a place the council accepts, count."
)

DUE_A_VISIT = children_on_plan.working_days_on_plan.at_least(CHILD_PROTECTION_VISIT) & children_on_plan.is_unborn.is_no
"""The first visit has had time to fall due. Both thresholds are told of the same children, so that they compare."""

section_47_enquiries_started = Indicator(
    ref="CP02",
    title="Section 47 enquiries started",
    meaning="How many enquiries were begun into whether a child is suffering, or likely to suffer, significant harm.",
    why="It is how the council finds out, with police and health, whether a child needs protecting.",
    of=section_47_enquiries,
    measure=Count(),
    good=Good.RANGE,
    section=CHILD_PROTECTION,
    set_by=SetBy.NOBODY,
    source=(
        "A count, with no standard. The enquiry belongs to the month of the strategy discussion that began it "
        "(children in need census)."
    ),
    comparator=f"{IN_NEED_RELEASE}: section 47 enquiries in the year, and their rate for every 10,000 children.",
    misuse=(
        "Both ends can be wrong: many enquiries that find nothing put families through a great deal, and few may mean "
        "harm not looked into."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says="One enquiry covered Ann and her brother Bea, so each counts; Cal’s was his own.",
            rows="""
                child
                Ann
                Bea
                Cal
            """,
            expect="3",
        ),
    ),
    synonyms=("S47", "section 47", "strategy discussion", "child protection enquiry"),
)

initial_conferences_held = Indicator(
    ref="CP05",
    title="Children with an initial child protection conference",
    meaning="How many children were the subject of a first child protection conference held in the period.",
    why="It is where family and professionals decide together whether a child needs a plan to be safe.",
    of=initial_conferences,
    measure=Count(),
    good=Good.NEITHER,
    section=CHILD_PROTECTION,
    set_by=SetBy.NOBODY,
    source=(
        "A count, with no standard. Conferences for children moving in on another council’s plan are left out; they "
        "have a time limit of their own."
    ),
    comparator=f"{IN_NEED_RELEASE}: initial child protection conferences in the year, children counted.",
    misuse="One large family can double a month: brothers and sisters each count.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Three conferences, whether they ended in a plan or not.",
            rows="""
                child | led_to_plan
                Ann   | yes
                Bea   | yes
                Cal   | no
            """,
            expect="3",
        ),
    ),
    synonyms=("ICPC", "conference", "volume"),
)

initial_conferences_in_time = Indicator(
    ref="CP06",
    title="Initial conferences held within {time} of the strategy discussion",
    meaning="Of the children who had a first conference, how many had it within {time} of the strategy discussion.",
    why="A child who may be suffering harm should not wait for the people who can protect them to meet.",
    of=initial_conferences,
    measure=Share(initial_conferences.working_days_from_strategy_discussion.within(INITIAL_CONFERENCE)),
    good=Good.HIGHER,
    section=CHILD_PROTECTION,
    area=CONFERENCE_TIMELINESS,
    clock=INITIAL_CONFERENCE,
    set_by=SetBy.GUIDANCE,
    source=(
        "Statutory guidance: Working Together to Safeguard Children, 15 working days from the strategy discussion that "
        "began the enquiry. The day after it is day 1 (children in need census); some councils count the day itself."
    ),
    comparator=f"{IN_NEED_RELEASE}: initial conferences held within 15 working days of the enquiry’s start.",
    misuse=(
        "It can be lifted by holding a second strategy discussion and counting from that: the first one that began the "
        "enquiry is what counts."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann’s was on the last day allowed and Bea’s the day after. No strategy discussion is recorded for "
                "Cal, and what is unknown is not on time."
            ),
            rows="""
                child | working_days_from_strategy_discussion
                Ann   | 15
                Bea   | 16
                Cal   |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    no_backlog="Enquiries still waiting for a conference are not told of yet.",
    synonyms=("ICPC", "15 days", "timeliness"),
)

initial_conferences_to_plan = Indicator(
    ref="CP07",
    title="Initial conferences that led to a plan",
    meaning="Of the children whose first conference was held, how many were placed on a child protection plan by it.",
    why="A conference is hard on a family, and should be called for children who are likely to need a plan.",
    of=initial_conferences,
    measure=Share(initial_conferences.led_to_plan.is_yes),
    good=Good.RANGE,
    section=CHILD_PROTECTION,
    area=THRESHOLDS,
    set_by=SetBy.NOBODY,
    source="No standard is set. Counted by the decision recorded for each child.",
    comparator=f"{IN_NEED_RELEASE}: initial conferences and plans started in the year, so a share can be worked out.",
    misuse=(
        "Close to all may mean that conferences are called only when the answer is known, and few that they are called "
        "too readily."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Ann’s led to a plan and Bea’s did not. Cal’s decision is not known, so it is not counted as one.",
            rows="""
                child | led_to_plan
                Ann   | yes
                Bea   | no
                Cal   |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("ICPC", "conversion", "threshold"),
)

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

review_conferences_in_time = Indicator(
    ref="CP10",
    title="Review conferences held on time",
    meaning="Of the review conferences that fell due, how many had been held by the day they were due.",
    why="A plan that nobody looks at again can leave a child unsafe, or keep a family in a plan it no longer needs.",
    of=review_conferences,
    measure=Share(review_conferences.held_in_time.is_yes),
    good=Good.HIGHER,
    section=CHILD_PROTECTION,
    area=CONFERENCE_TIMELINESS,
    clock=FIRST_REVIEW_CONFERENCE,
    later_clocks=(LATER_REVIEW_CONFERENCE,),
    set_by=SetBy.GUIDANCE,
    source=(
        "Statutory guidance: Working Together to Safeguard Children, the first within three months and the later ones "
        "at intervals of no more than six. The first is counted here from the start of the plan."
    ),
    comparator=(
        f"{IN_NEED_RELEASE}: plans reviewed as often as required. Theirs counts children on a plan for three "
        "months at 31 March, not reviews."
    ),
    misuse="A review held early and briefly counts as well as a thorough one.",
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann had two reviews fall due and one was late. Bea’s was in time. Whether Cal’s was held is not "
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
    synonyms=("RCPC", "review conference", "timeliness"),
)

children_on_a_plan = Indicator(
    ref="CP12",
    title="Children on a child protection plan",
    meaning="How many children were on a child protection plan at the month end.",
    why="These are the children the council and its partners have judged to be at risk of significant harm.",
    of=children_on_plan,
    measure=Count(),
    good=Good.RANGE,
    section=CHILD_PROTECTION,
    set_by=SetBy.NOBODY,
    source=(
        "A count, with no standard. Unborn children with a plan are counted. A plan that ended on the last day of the "
        "month is not open at the month end."
    ),
    comparator=f"{IN_NEED_RELEASE}: children on a plan at 31 March, and their rate for every 10,000 children.",
    misuse=(
        "Neither more nor fewer is good in itself: a fall may mean families made safe, or children at risk not on a "
        "plan."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Three children, however long they have been on a plan.",
            rows="""
                child | working_days_on_plan
                Ann   | 3
                Bea   | 120
                Cal   | 510
            """,
            expect="3",
        ),
    ),
    synonyms=("CP", "CPP", "child protection register", "subject to a plan"),
)

plans_begun = Indicator(
    ref="CP13",
    title="Child protection plans started",
    meaning="How many child protection plans began in the period.",
    why="Each is a child newly judged to be at risk of significant harm, who needs people around them quickly.",
    of=plans_started,
    measure=Count(),
    good=Good.NEITHER,
    section=CHILD_PROTECTION,
    set_by=SetBy.NOBODY,
    source=(
        "A count, with no standard. A plan taken over from another council is a new plan here (children in need "
        "census)."
    ),
    comparator=f"{IN_NEED_RELEASE}: plans started in the year.",
    misuse="One large family can double a month: brothers and sisters each count.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Two first plans and a second one: all three began.",
            rows="""
                child | is_repeat_plan
                Ann   | no
                Bea   | no
                Cal   | yes
            """,
            expect="3",
        ),
    ),
    synonyms=("CP", "CPP", "new plans"),
)

plans_finished = Indicator(
    ref="CP14",
    title="Child protection plans ended",
    meaning="How many child protection plans came to an end in the period.",
    why="A plan should end when a child is safe, and neither before nor long after.",
    of=plans_ended,
    measure=Count(),
    good=Good.NEITHER,
    section=CHILD_PROTECTION,
    set_by=SetBy.NOBODY,
    source="A count, with no standard. Plans that ended because the child came into care or moved away count too.",
    comparator=f"{IN_NEED_RELEASE}: plans ended in the year.",
    misuse="Ending plans is not success: read it beside repeat plans and children coming into care.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Both plans ended in the month, one of them after two years.",
            rows="""
                child | lasted_two_years
                Ann   | no
                Bea   | yes
            """,
            expect="2",
        ),
    ),
    synonyms=("CP", "CPP", "closed plans"),
)

repeat_plans = Indicator(
    ref="CP15",
    title="Plans started for children who had been on a plan before",
    meaning="Of the child protection plans begun, how many were for a child who had had one here at any time before.",
    why="A child who needs a second plan may not have been kept safe for long enough by the first.",
    of=plans_started,
    measure=Share(plans_started.is_repeat_plan.is_yes),
    good=Good.LOWER,
    section=CHILD_PROTECTION,
    area=PLAN_LENGTH,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. Counted as the Department for Education does: any earlier plan in this council, however "
        "long ago. Some councils look back two years only, which gives a lower figure."
    ),
    comparator=f"{IN_NEED_RELEASE}: plans that were a second or subsequent plan.",
    misuse=(
        "A single large family moves it in a small council, and a very low figure may mean reluctance to go back to a "
        "plan a child needs."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann had a plan six years ago, Bea and Cal never. Whether Dev had is not known, and what is unknown is "
                "not counted as a repeat."
            ),
            rows="""
                child | is_repeat_plan
                Ann   | yes
                Bea   | no
                Cal   | no
                Dev   |
            """,
            expect="1 of 4 (25.0%)",
        ),
    ),
    synonyms=("CP", "CPP", "second or subsequent", "repeat plan", "re-plan"),
)

open_two_years = Indicator(
    ref="CP17",
    title="Children who have been on a plan for two years or more",
    meaning="Of the children on a child protection plan at the month end, how many had been on it for two years.",
    why="Two years is a long part of a childhood to spend at risk without things changing enough.",
    of=children_on_plan,
    measure=Share(children_on_plan.open_two_years.is_yes),
    good=Good.LOWER,
    section=CHILD_PROTECTION,
    area=PLAN_LENGTH,
    set_by=SetBy.NOBODY,
    source="No standard is set. Two years is the length the Department for Education counts.",
    comparator=(
        f"{IN_NEED_RELEASE}: children on a plan at 31 March for two years or more. Many councils’ figures are hidden "
        "because so few children are behind them."
    ),
    misuse="It can be lowered by ending a plan just short of two years: read it beside repeat plans.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann’s plan reached two years this month and Bea’s is twenty months old. When Cal’s and Dev’s began is "
                "not known, and what is unknown is not counted as long."
            ),
            rows="""
                child | open_two_years
                Ann   | yes
                Bea   | no
                Cal   |
                Dev   |
            """,
            expect="1 of 4 (25.0%)",
        ),
    ),
    synonyms=("CP", "CPP", "long plans", "drift", "two years"),
)

ended_after_two_years = Indicator(
    ref="CP18",
    title="Plans that had lasted two years or more when they ended",
    meaning="Of the child protection plans that ended, how many had lasted for two years or more.",
    why="Drift is hard on a child: a plan should bring safety, or another decision, sooner than that.",
    of=plans_ended,
    measure=Share(plans_ended.lasted_two_years.is_yes),
    good=Good.LOWER,
    section=CHILD_PROTECTION,
    area=PLAN_LENGTH,
    set_by=SetBy.NOBODY,
    source="No standard is set. Two years is the length the Department for Education counts.",
    comparator=f"{IN_NEED_RELEASE}: plans ended in the year that had lasted two years or more.",
    misuse=(
        "It rises when long plans are at last brought to an end, which is good: read it beside the plans still open "
        "after two years."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann’s plan had lasted two years and a week, Bea’s eight months. When Cal’s began is not known, and "
                "what is unknown is not counted as long."
            ),
            rows="""
                child | lasted_two_years
                Ann   | yes
                Bea   | no
                Cal   |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("CP", "CPP", "long plans", "drift", "two years"),
)

seen_in_time = Indicator(
    ref="CP21",
    title="Children on a plan seen within {time}",
    meaning="Of the children on a plan at the month end, how many had been seen on a visit in the last {time}.",
    why="A worker who sees a child often notices when things change, and the child learns that someone will come.",
    of=children_on_plan,
    measure=Share(children_on_plan.working_days_since_seen.within(CHILD_PROTECTION_VISIT)),
    considers=DUE_A_VISIT,
    good=Good.HIGHER,
    section=CHILD_PROTECTION,
    area=CHILD_PROTECTION_VISITS,
    clock=CHILD_PROTECTION_VISIT,
    also_needs=(VISIT,),
    set_by=SetBy.LOCAL,
    source=(
        f"{VISITS_SOURCE} This tells how things stand on one day; visits due through the month are another indicator."
    ),
    comparator=NO_VISITS_PUBLISHED,
    misuse=(
        "A burst of visits just before the month end lifts it for a day: read it beside the visits due in the month. "
        "It says nothing of what a visit was like."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann was seen within the time allowed and Bea was not. Cal has not been seen on a visit that counts, "
                "and what is unknown is not on time. Dev’s plan is too new for a visit to be due, and Una is not "
                "yet born, so neither is considered."
            ),
            rows="""
                child | working_days_on_plan | working_days_since_seen | is_unborn
                Ann   | 60                   | 10 | no
                Bea   | 60                   | 11 | no
                Cal   | 12                   | | no
                Dev   | 4                    | | no
                Una   | 60                   |                         | yes
            """,
            expect="1 of 3 (33.3%)",
        ),
        Example(
            says="Brothers and sisters are counted one by one: a late visit to three of them is three late.",
            rows="""
                child | working_days_on_plan | working_days_since_seen | is_unborn
                Ann   | 60                   | 12 | no
                Bea   | 60                   | 12 | no
                Cal   | 60                   | 12 | no
                Dev   | 30                   | 2 | no
            """,
            expect="1 of 4 (25.0%)",
        ),
    ),
    synonyms=("CP visits", "statutory visits", "10 days", "child seen"),
)

visits_made_in_time = Indicator(
    ref="CP22",
    title="Visits due to children on a plan made within {time}",
    meaning="Of the visits that fell due in the period, how many were made within {time} of the one before.",
    why="Visits that keep to time all month are what a child notices, not how things stand on the last day.",
    of=visits_due,
    measure=Share(visits_due.working_days_to_visit.within(CHILD_PROTECTION_VISIT)),
    considers=visits_due.is_unborn.is_no,
    good=Good.HIGHER,
    section=CHILD_PROTECTION,
    area=CHILD_PROTECTION_VISITS,
    clock=CHILD_PROTECTION_VISIT,
    set_by=SetBy.LOCAL,
    source=f"{VISITS_SOURCE} The first visit is counted from the start of the plan.",
    comparator=NO_VISITS_PUBLISHED,
    misuse=(
        "Two visits a day apart are two on time, so a child seen often in one week and then not at all can look well "
        "visited: read it beside the average gap."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Two of Ann’s visits fell due and one was late. Bea’s was on the last day allowed. Cal’s has not been "
                "made at all, and so is not on time. Una is not yet born and is not considered."
            ),
            rows="""
                child | working_days_to_visit | is_unborn
                Ann   | 8 | no
                Ann   | 13 | no
                Bea   | 10 | no
                Cal   | | no
                Una   | 6                     | yes
            """,
            expect="2 of 4 (50.0%)",
        ),
    ),
    synonyms=("CP visits", "statutory visits", "10 days", "visits on time"),
)

seen_within_second_threshold = Indicator(
    ref="CP23",
    title="Children on a plan seen within {time}, the second threshold",
    meaning="Of the children on a plan at the month end, how many had been seen in the last {time}.",
    why="It tells a near miss from a child nobody has seen for weeks.",
    of=children_on_plan,
    measure=Share(children_on_plan.working_days_since_seen.within(CHILD_PROTECTION_VISIT_SECOND)),
    considers=DUE_A_VISIT,
    good=Good.HIGHER,
    section=CHILD_PROTECTION,
    area=CHILD_PROTECTION_VISITS,
    clock=CHILD_PROTECTION_VISIT_SECOND,
    also_needs=(VISIT,),
    set_by=SetBy.LOCAL,
    source=f"{VISITS_SOURCE} The same children are counted as for the first threshold, so that the two compare.",
    comparator=NO_VISITS_PUBLISHED,
    misuse="It is not the standard: a good figure here does not excuse a poor one against the first threshold.",
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann was seen 11 working days ago: late by the first threshold, within the second. Bea was seen 15 "
                "ago, its last day, and Cal 16 ago, a day too long. Dev has not been seen on a visit that counts. "
                "Eve’s plan is too new for a visit to be due, so she is not considered."
            ),
            rows="""
                child | working_days_on_plan | working_days_since_seen | is_unborn
                Ann   | 60                   | 11 | no
                Bea   | 60                   | 15 | no
                Cal   | 60                   | 16 | no
                Dev   | 12                   | | no
                Eve   | 4                    | | no
            """,
            expect="2 of 4 (50.0%)",
        ),
    ),
    synonyms=("CP visits", "statutory visits", "15 days", "near miss"),
)

average_gap = Indicator(
    ref="CP25",
    title="Average gap between visits to children on a plan",
    meaning="The average number of working days between one visit to a child on a plan and the next.",
    why="It tells how late the late visits are: a child seen a day late is not a child left for a month.",
    of=visit_gaps,
    measure=Mean(visit_gaps.working_days_between),
    considers=visit_gaps.is_unborn.is_no,
    good=Good.LOWER,
    section=CHILD_PROTECTION,
    area=CHILD_PROTECTION_VISITS,
    clock=CHILD_PROTECTION_VISIT,
    set_by=SetBy.LOCAL,
    source=f"{VISITS_SOURCE} A gap counts in the month of the visit that closed it.",
    comparator=NO_VISITS_PUBLISHED,
    misuse=(
        "A gap still open is not in it, so the child unseen for longest is missing from the average: read it beside "
        "the children not seen."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says="Ann was visited after 8 working days and again after 9; Bea after 19. Una is not yet born.",
            rows="""
                child | working_days_between | is_unborn
                Ann   | 8 | no
                Ann   | 9 | no
                Bea   | 19 | no
                Una   | 5                    | yes
            """,
            expect="12 working days (36 over 3)",
        ),
    ),
    backlog="CP26",
    synonyms=("CP visits", "statutory visits", "mean days", "interval"),
)

not_seen = Indicator(
    ref="CP26",
    title="Children on a plan not seen for more than {time}",
    meaning="How many children had been on a plan for more than {time} and not been seen in that time.",
    why="A child at risk of harm whom nobody has seen for so long may be in danger now.",
    of=children_on_plan,
    measure=Count(),
    considers=children_on_plan.working_days_on_plan.beyond(CHILD_PROTECTION_VISIT_BACKSTOP)
    & ~children_on_plan.working_days_since_seen.within(CHILD_PROTECTION_VISIT_BACKSTOP)
    & children_on_plan.is_unborn.is_no,
    good=Good.LOWER,
    section=CHILD_PROTECTION,
    area=CHILD_PROTECTION_VISITS,
    clock=CHILD_PROTECTION_VISIT_BACKSTOP,
    also_needs=(VISIT,),
    zero_tolerance=True,
    set_by=SetBy.LOCAL,
    source=(
        "Local standard, a backstop behind the visit interval: no law or guidance sets it. Any child at all is one too "
        "many."
    ),
    comparator=NO_VISITS_PUBLISHED,
    misuse=(
        "A visit made and not written up puts a child here, so check before drawing a conclusion; it is a list to act "
        "on today before it is a figure."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann was last seen 21 working days ago. Bea was seen 20 ago, which is still within the time. Cal has "
                "never been seen on a visit that counts. Dev has not been seen either, but his plan is 20 working "
                "days old and he is not considered yet."
            ),
            rows="""
                child | working_days_on_plan | working_days_since_seen | is_unborn
                Ann   | 90                   | 21 | no
                Bea   | 90                   | 20 | no
                Cal   | 34                   | | no
                Dev   | 20                   | | no
            """,
            expect="2",
        ),
    ),
    synonyms=("CP visits", "statutory visits", "unseen", "backstop", "20 days"),
)

children_on_dual_plans = Indicator(
    ref="CP28",
    title="Children on a child protection plan who are also in care",
    meaning="How many children were on a child protection plan and in care at once at the month end.",
    why="Two plans mean two sets of meetings and reports for one child, who may not need both for long.",
    of=children_on_plan,
    measure=Count(),
    considers=children_on_plan.is_in_care.is_yes,
    good=Good.LOWER,
    section=CHILD_PROTECTION,
    also_needs=(PERIOD_OF_CARE,),
    set_by=SetBy.NOBODY,
    source="No standard is set: whether a child needs both is a judgement, looked at again at the next review.",
    comparator="None: the Department for Education publishes no count of children with both.",
    misuse="A few weeks of both while a plan is brought to an end in good order is nothing wrong.",
    influence=Influence.DIRECT,
    examples=(
        Example(
            says="Ann is on a plan and in care; Bea and Cal are on a plan at home.",
            rows="""
                child | is_in_care
                Ann   | yes
                Bea   | no
                Cal   | no
            """,
            expect="1",
        ),
    ),
    synonyms=("dual plan", "LAC and CP", "dual status"),
)

INDICATORS: tuple[Indicator, ...] = (
    section_47_enquiries_started,
    initial_conferences_held,
    initial_conferences_in_time,
    initial_conferences_to_plan,
    reports_to_initial_conferences,
    reports_to_review_conferences,
    review_conferences_in_time,
    children_on_a_plan,
    plans_begun,
    plans_finished,
    repeat_plans,
    open_two_years,
    ended_after_two_years,
    seen_in_time,
    visits_made_in_time,
    seen_within_second_threshold,
    average_gap,
    not_seen,
    children_on_dual_plans,
)
