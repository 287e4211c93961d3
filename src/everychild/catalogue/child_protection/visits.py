"""Visits to children on a child protection plan."""

from everychild.catalogue.indicator import Count, Example, Good, Indicator, Influence, Mean, OtherRule, SetBy, Share
from everychild.catalogue.sections import CHILD_PROTECTION, CHILD_PROTECTION_VISITS, SEEN_ALONE
from everychild.facts.child_protection.plans import children_on_plan
from everychild.facts.child_protection.visits import visit_gaps, visits_due, visits_made
from everychild.facts.clocks import (
    CHILD_PROTECTION_VISIT,
    CHILD_PROTECTION_VISIT_BACKSTOP,
    CHILD_PROTECTION_VISIT_SECOND,
)
from everychild.records.child_protection import VISIT

NO_VISITS_PUBLISHED = "None: no national figures on visits to children on a plan are published."
VISITS_SOURCE = (
    "Local standard: Working Together sets no fixed interval for visits to children on a plan. Only visits on which "
    "the child was seen, at a place the council accepts, count."
)
DUE_A_VISIT = children_on_plan.working_days_on_plan.at_least(CHILD_PROTECTION_VISIT) & children_on_plan.is_unborn.is_no
"""The first visit has had time to fall due. Both thresholds are told of the same children, so that they compare."""

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
    source=(f"{VISITS_SOURCE} This tells how things stand on one day; visits due through the month are told by CP22."),
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
    source=(
        f"{VISITS_SOURCE} The first visit is counted from the start of the plan. How things stand on the last day is "
        "told by CP21, and by CP23 with the second threshold."
    ),
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
    other_rules=(
        OtherRule(
            name="second-threshold",
            title="Visits due made within the second threshold",
            why="It tells a visit a few days late from one weeks late, all month and not only on the last day.",
            measure=Share(visits_due.working_days_to_visit.within(CHILD_PROTECTION_VISIT_SECOND)),
            clock=CHILD_PROTECTION_VISIT_SECOND,
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
    source=(
        f"{VISITS_SOURCE} The same children are counted as for the first threshold (CP21), so that the two compare; "
        "visits due through the month are told by CP22, by either threshold."
    ),
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

seen_alone = Indicator(
    ref="CP24",
    title="Visits to children on a plan on which the child was seen alone",
    meaning="Of the visits to children of four or over on a plan, how many saw the child on their own.",
    why="A child may only be able to say what is happening at home when nobody from home is listening.",
    of=visits_made,
    measure=Share(visits_made.seen_alone.is_a("yes")),
    considers=visits_made.is_four_or_over.is_yes,
    good=Good.HIGHER,
    section=CHILD_PROTECTION,
    area=SEEN_ALONE,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set for how many; guidance asks that children be seen on their own where that is right. Only "
        "visits that count are considered, to children of four or over by their date of birth."
    ),
    comparator=NO_VISITS_PUBLISHED,
    misuse=(
        "A child may refuse, and some need an interpreter or somebody who knows how they communicate, so every visit "
        "is not the aim. A tick says nothing of what was talked about."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann was seen alone on one of two visits. Bea did not want to be, which counts as not. For Cal nothing "
                "is recorded, and what is unknown is not counted as so. Dev is two and Una not yet born, so neither is "
                "considered."
            ),
            rows="""
                child | is_four_or_over | seen_alone
                Ann   | yes             | yes
                Ann   | yes             | no
                Bea   | yes             | refused
                Cal   | yes             |
                Dev   | no              | too_young
                Una   | no              |
            """,
            expect="1 of 4 (25.0%)",
        ),
    ),
    synonyms=("CP visits", "statutory visits", "seen alone", "voice of the child"),
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

INDICATORS: tuple[Indicator, ...] = (
    seen_in_time,
    visits_made_in_time,
    seen_within_second_threshold,
    seen_alone,
    average_gap,
    not_seen,
)
