"""The plans a council keeps up: how many, how promptly reviewed, how far from home."""

from everychild.catalogue.indicator import Count, Example, Good, Indicator, Influence, SetBy, Share
from everychild.catalogue.sections import PLAN_REVIEWS, PLANS_ELSEWHERE, SEND
from everychild.catalogue.special_needs.words import PLANS_RELEASE
from everychild.facts.clocks import EHC_ANNUAL_REVIEW
from everychild.facts.special_needs import plans
from everychild.records import special_needs as records

plans_maintained = Indicator(
    ref="SE01",
    title="Education, health and care plans maintained",
    meaning="How many education, health and care plans the council was keeping up at the month end.",
    why="Each plan is a legal promise of support to a child or young person, and has to be paid for and reviewed.",
    of=plans,
    measure=Count(),
    good=Good.NEITHER,
    section=SEND,
    set_by=SetBy.NOBODY,
    source=(
        "A count, with no standard. From birth to 25, so it is not told as a rate of children under 18. A plan counts "
        "from the day it was issued or taken over until the day it was ended."
    ),
    comparator=f"{PLANS_RELEASE}: plans maintained in January each year.",
    misuse=(
        "More plans may mean more need, or families who could get help no other way: neither good nor bad by itself. "
        "A plan nobody has ended on the system is counted still."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Three plans were being kept up, one of them for a young man of 20.",
            rows="""
                child
                Ann
                Bea
                Cal
            """,
            expect="3",
        ),
    ),
    synonyms=("EHCP", "EHC plans", "SEND", "statements", "SEN2"),
)

reviews_in_time = Indicator(
    ref="SE08",
    title="Education, health and care plans reviewed in the last {time}",
    meaning="Of plans over a year old, how many had the council’s letter after a review in the last {time}.",
    why="Children grow and change, and a plan nobody has looked at for a year may no longer be the right one.",
    of=plans,
    measure=Share(plans.reviewed_in_time.is_yes),
    considers=plans.review_could_be_due.is_yes,
    good=Good.HIGHER,
    section=SEND,
    area=PLAN_REVIEWS,
    clock=EHC_ANNUAL_REVIEW,
    also_needs=(records.REVIEW,),
    set_by=SetBy.LAW,
    source=(
        "Statutory: Children and Families Act 2014, section 44, within 12 months. Counted to the date of the council’s "
        "letter saying what it has decided, which is when a review is complete, and not to the meeting. The code "
        "of practice suggests more often for children under five, which is not taken into account here."
    ),
    comparator="None: the Department for Education has begun to collect reviews only lately.",
    misuse=(
        "Meetings held at schools on time count as late until the letter is sent, so a council behind with its letters "
        "looks worse than its meetings. It says nothing of whether the plan was changed where it should have been."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann’s letter came within the year and Bea’s did not. Nothing is recorded for Cal, and what is unknown "
                "is not on time. Dev’s plan is six months old and is not considered."
            ),
            rows="""
                child | review_could_be_due | reviewed_in_time
                Ann   | yes                 | yes
                Bea   | yes                 | no
                Cal   | yes                 |
                Dev   | no                  | no
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("annual review", "EHCP review", "decision letter", "SEND"),
)

placed_outside_the_area = Indicator(
    ref="SE09",
    title="Education, health and care plans with a school outside the area",
    meaning="Of the plans at the month end, how many name a school or other setting outside the council’s area.",
    why="A school far away means long journeys, friends who live elsewhere and, as a rule, a higher cost.",
    of=plans,
    measure=Share(plans.out_of_area.is_yes),
    good=Good.LOWER,
    section=SEND,
    area=PLANS_ELSEWHERE,
    set_by=SetBy.NOBODY,
    source="No standard is set. A plan whose setting is not recorded counts as not outside the area.",
    comparator="None: the settings named in plans are published by type, and not by whether they are in the area.",
    misuse=(
        "The nearest good school may be across the boundary and no distance at all, and a small council has more "
        "boundary than a large one. For some children a specialist school far away is the right one."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Ann’s school is outside the area and Bea’s inside. Cal’s is not recorded, so is not counted.",
            rows="""
                child | out_of_area
                Ann   | yes
                Bea   | no
                Cal   |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("out of borough", "out of area", "independent special school", "EHCP", "sufficiency"),
)

INDICATORS: tuple[Indicator, ...] = (plans_maintained, reviews_in_time, placed_outside_the_area)
