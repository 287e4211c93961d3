"""Initial and review child protection conferences."""

from everychild.catalogue.child_protection.published import IN_NEED_RELEASE
from everychild.catalogue.indicator import Count, Example, Good, Indicator, Influence, OtherRule, SetBy, Share
from everychild.catalogue.sections import CHILD_PROTECTION, CONFERENCE_TIMELINESS, THRESHOLDS, VIEWS_AT_CONFERENCES
from everychild.facts.child_protection.conferences import conferences_attended, initial_conferences, review_conferences
from everychild.facts.clocks import (
    FIRST_REVIEW_CONFERENCE,
    INITIAL_CONFERENCE,
    INITIAL_CONFERENCE_FROM_DAY_ONE,
    LATER_REVIEW_CONFERENCE,
)

initial_conferences_held = Indicator(
    ref="CP05",
    title="Children with an initial child protection conference",
    meaning="How many children were the subject of a first child protection conference held in the period.",
    why="It is where family and professionals decide together whether a child needs a plan to be safe.",
    of=initial_conferences,
    measure=Count(per_10_000=True),
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
    backlog="CP32",
    other_rules=(
        OtherRule(
            name="from-day-one",
            title="With the day of the strategy discussion as day 1",
            why="Some procedures count the day itself, so that the last day comes a working day sooner.",
            measure=Share(
                initial_conferences.working_days_counting_the_discussion.within(INITIAL_CONFERENCE_FROM_DAY_ONE)
            ),
            clock=INITIAL_CONFERENCE_FROM_DAY_ONE,
        ),
    ),
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

conferences_with_views = Indicator(
    ref="CP30",
    title="Conferences at which the child’s views were given",
    meaning="Of the conferences about children of four or over, how many heard the child, an advocate or their words.",
    why="A child should have a say in what adults decide about their life, there or through somebody they trust.",
    of=conferences_attended,
    measure=Share(conferences_attended.gave_views.is_yes),
    considers=conferences_attended.is_four_or_over.is_yes,
    good=Good.HIGHER,
    section=CHILD_PROTECTION,
    area=VIEWS_AT_CONFERENCES,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. Told by the participation codes used for reviews: in person, through an advocate or in "
        "another way. A child who came and gave no views is not counted as heard."
    ),
    comparator="None: how children take part is published for reviews of care, and not for conferences.",
    misuse=(
        "Views written up by a worker the day before count like a child’s own voice. Being there is not right for "
        "every child, and coming without being listened to is no gain."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann’s views were given by an advocate. Bea came and gave none. How Cal took part is not recorded, and "
                "what is unknown is not counted as views. Dev is three, so he is not considered."
            ),
            rows="""
                child | is_four_or_over | gave_views
                Ann   | yes             | yes
                Bea   | yes             | no
                Cal   | yes             |
                Dev   | no              | no
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("ICPC", "RCPC", "participation", "advocate", "voice of the child", "PN codes"),
)

INDICATORS: tuple[Indicator, ...] = (
    initial_conferences_held,
    initial_conferences_in_time,
    initial_conferences_to_plan,
    review_conferences_in_time,
    conferences_with_views,
)
