"""How long child protection plans last, and whether a child comes back to one."""

from everychild.catalogue.child_protection.published import IN_NEED_RELEASE
from everychild.catalogue.indicator import Example, Good, Indicator, Influence, OtherRule, SetBy, Share
from everychild.catalogue.sections import CHILD_PROTECTION, PLAN_LENGTH
from everychild.facts.child_protection.plans import children_on_plan, plans_ended, plans_started

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
        "long ago. Plans started within two years of an earlier one are told beside it (CP16)."
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
    other_rules=(
        OtherRule(
            name="within-24-months",
            title="Within 24 months of the earlier plan’s end",
            why="Many councils look back two years only, which gives a lower figure.",
            measure=Share(plans_started.is_recent_repeat_plan.is_yes),
        ),
    ),
    synonyms=("CP", "CPP", "second or subsequent", "repeat plan", "re-plan"),
)

recent_repeat_plans = Indicator(
    ref="CP16",
    title="Plans started within 24 months of an earlier one ending",
    meaning="Of the plans begun, how many were for a child whose earlier plan had ended less than two years before.",
    why="A child who needs a plan again so soon may not have been made safe for long by the last one.",
    of=plans_started,
    measure=Share(plans_started.is_recent_repeat_plan.is_yes),
    good=Good.LOWER,
    section=CHILD_PROTECTION,
    area=PLAN_LENGTH,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. National figures count any earlier plan (CP15); many councils look back two years, from "
        "the end of one plan to the start of the next. Until two years of extracts are held, some returns are not seen."
    ),
    comparator="None: the Department for Education publishes repeat plans however long ago, and not within two years.",
    misuse=(
        "A single large family moves it in a small council. Keeping a plan open longer lowers it, which is not the "
        "same as a child being safe."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann’s last plan ended two years ago to the day and Bea’s a day earlier than that. Cal has never had "
                "one. Dev had one here, and when it ended is not known: what is unknown is not counted as a return."
            ),
            rows="""
                child | is_recent_repeat_plan
                Ann   | yes
                Bea   | no
                Cal   | no
                Dev   |
            """,
            expect="1 of 4 (25.0%)",
        ),
    ),
    other_rules=(
        OtherRule(
            name="ever",
            title="However long ago the earlier plan was",
            why="The Department for Education counts any earlier plan in this council.",
            measure=Share(plans_started.is_repeat_plan.is_yes),
        ),
    ),
    synonyms=("CP", "CPP", "second or subsequent", "repeat plan", "re-plan", "two years"),
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

open_fifteen_months = Indicator(
    ref="CP19",
    title="Children who have been on a plan for 15 months or more",
    meaning="Of the children on a plan at the month end, how many had been on it for 15 months or more.",
    why="It is an early warning: there is still time to change course before a plan has drifted for two years.",
    of=children_on_plan,
    measure=Share(children_on_plan.months_on_plan >= 15),
    good=Good.LOWER,
    section=CHILD_PROTECTION,
    area=PLAN_LENGTH,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. Councils watch 12, 15 or 18 months; the middle one is the headline and the others are "
        "counted beside it. Whole months are counted, to the same day of the month."
    ),
    comparator=f"{IN_NEED_RELEASE}: children on a plan at 31 March by how long, in bands of a year and over.",
    misuse=(
        "Some children need a plan that long. Ending one early to stay under a mark is worse than passing it: read it "
        "beside repeat plans."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann’s plan reached 15 months this month and Bea’s is 14 months old. When Cal’s began is not known, "
                "and what is unknown is not counted as long."
            ),
            rows="""
                child | months_on_plan
                Ann   | 15
                Bea   | 14
                Cal   |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    other_rules=(
        OtherRule(
            name="12-months",
            title="Plans open for 12 months or more",
            why="The first warning, after two review conferences and before the third.",
            measure=Share(children_on_plan.months_on_plan >= 12),
        ),
        OtherRule(
            name="18-months",
            title="Plans open for 18 months or more",
            why="The mark many councils act on, six months short of two years.",
            measure=Share(children_on_plan.months_on_plan >= 18),
        ),
    ),
    synonyms=("CP", "CPP", "long plans", "drift", "12 months", "15 months", "18 months"),
)

ended_within_three_months = Indicator(
    ref="CP29",
    title="Plans that ended within three months",
    meaning="Of the child protection plans that ended, how many had lasted less than three months.",
    why="A plan over so soon may not have been needed, or may have been ended before the child was safe.",
    of=plans_ended,
    measure=Share(plans_ended.months_lasted < 3),
    good=Good.LOWER,
    section=CHILD_PROTECTION,
    area=PLAN_LENGTH,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. Three months is when the first review conference is due, and the shortest length the "
        "Department for Education counts."
    ),
    comparator=f"{IN_NEED_RELEASE}: plans ended in the year by how long they had lasted, from three months or less.",
    misuse=(
        "A plan that ended because the child came into care or moved away is in it too, and few plans end in a month: "
        "one family moves it."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann’s plan ended at its first review, after two months. Bea’s had lasted three months to the day. "
                "When Cal’s began is not known, and what is unknown is not counted as short."
            ),
            rows="""
                child | months_lasted
                Ann   | 2
                Bea   | 3
                Cal   |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("CP", "CPP", "short plans", "three months", "ended at first review"),
)

INDICATORS: tuple[Indicator, ...] = (
    repeat_plans,
    recent_repeat_plans,
    open_two_years,
    ended_after_two_years,
    open_fifteen_months,
    ended_within_three_months,
)
