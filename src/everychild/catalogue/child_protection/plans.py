"""Children on a child protection plan: how many, how long, and who comes back."""

from everychild.catalogue.child_protection.published import IN_NEED_RELEASE
from everychild.catalogue.indicator import Count, Example, Good, Indicator, Influence, SetBy, Share
from everychild.catalogue.sections import CHILD_PROTECTION, PLAN_LENGTH
from everychild.facts.child_protection.plans import children_on_plan, plans_ended, plans_started
from everychild.records.children_in_care import PERIOD_OF_CARE

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
    repeat_plans,
    open_two_years,
    ended_after_two_years,
    children_on_dual_plans,
)
