"""Children on a child protection plan: how many, why, and who holds them."""

from everychild.catalogue.child_protection.published import IN_NEED_RELEASE
from everychild.catalogue.indicator import Count, Example, Good, Indicator, Influence, Mix, SetBy, Share
from everychild.catalogue.sections import ALLOCATED_WORKERS, CHILD_PROTECTION
from everychild.facts.child_protection.plans import CATEGORY_OF_ABUSE, children_on_plan, plans_ended, plans_started
from everychild.records.children_in_care import PERIOD_OF_CARE
from everychild.records.workforce import ALLOCATION

children_on_a_plan = Indicator(
    ref="CP12",
    title="Children on a child protection plan",
    meaning="How many children were on a child protection plan at the month end.",
    why="These are the children the council and its partners have judged to be at risk of significant harm.",
    of=children_on_plan,
    measure=Count(per_10_000=True),
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
    measure=Count(per_10_000=True),
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

plans_by_category = Indicator(
    ref="CP20",
    title="Children on a plan by category of abuse",
    meaning="How the children on a plan at the month end are shared between the categories of abuse.",
    why="What children are at risk of decides what help their families need, and from whom.",
    of=children_on_plan,
    measure=Mix(by=CATEGORY_OF_ABUSE),
    good=Good.NEITHER,
    section=CHILD_PROTECTION,
    set_by=SetBy.NOBODY,
    source=(
        "A mix, with no standard. Counted by the latest category recorded, and by the first where there is no later "
        "one; the categories are those of the children in need census."
    ),
    comparator=f"{IN_NEED_RELEASE}: children on a plan at 31 March by their latest category of abuse.",
    misuse=(
        "The category is the conference’s main concern and not all that a child lives with; neglect and emotional "
        "abuse are often chosen where more than one would do."
    ),
    influence=Influence.LOW,
    examples=(
        Example(
            says=(
                "Ann began in another category and is counted by her latest, neglect. Bea is in the same one and Cal "
                "in another. Dev’s category is not known, so the others are shared out of three."
            ),
            rows="""
                child | category_name
                Ann   | Neglect
                Bea   | Neglect
                Cal   | Emotional abuse
                Dev   |
            """,
            expect="Neglect 2 of 3, Emotional abuse 1 of 3",
        ),
    ),
    synonyms=("CP", "CPP", "category of abuse", "neglect", "emotional", "physical", "sexual"),
)

with_a_qualified_worker = Indicator(
    ref="CP27",
    title="Children on a plan allocated to a qualified social worker",
    meaning="Of the children on a plan at the month end, how many had a qualified social worker of their own.",
    why="Somebody trained and answerable must know what is happening to a child at risk, every day of the plan.",
    of=children_on_plan,
    measure=Share(children_on_plan.has_qualified_worker.is_yes),
    good=Good.HIGHER,
    section=CHILD_PROTECTION,
    area=ALLOCATED_WORKERS,
    also_needs=(ALLOCATION,),
    set_by=SetBy.GUIDANCE,
    source=(
        "Statutory guidance: Working Together to Safeguard Children, the lead social worker for a plan is qualified "
        "and experienced. A worker whose qualification is not recorded is not counted as qualified."
    ),
    comparator="None: no national figures on whom children on a plan are allocated to are published.",
    misuse=(
        "A name on the record is not a relationship: a manager may be standing in, or the worker may be away. Read it "
        "beside the visits made."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann’s worker is qualified. Bea is held by a family support worker alone. Whether Cal’s worker is "
                "qualified is not recorded, and what is unknown is not counted as so."
            ),
            rows="""
                child | has_qualified_worker
                Ann   | yes
                Bea   | no
                Cal   |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("CP", "CPP", "allocated", "unallocated", "qualified", "social worker"),
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
    children_on_a_plan,
    plans_begun,
    plans_finished,
    plans_by_category,
    with_a_qualified_worker,
    children_on_dual_plans,
)
