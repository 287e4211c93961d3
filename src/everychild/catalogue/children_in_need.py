"""Children in need: how many, how they are visited and reviewed, and how their cases close."""

from everychild.catalogue.indicator import Count, Example, Good, Indicator, Influence, Mix, OtherRule, SetBy, Share
from everychild.catalogue.published import IN_NEED_RELEASE
from everychild.catalogue.sections import CHILDREN_IN_NEED, NEED_PLANS, UNALLOCATED
from everychild.facts.children_in_need import (
    CLOSURE,
    cases_closed,
    children_in_need,
    children_on_need_plan,
    need_plan_reviews,
)
from everychild.facts.clocks import (
    CHILD_IN_NEED_VISIT,
    FIRST_NEED_REVIEW,
    LATER_NEED_REVIEW,
    LONG_NEED_PLAN,
    LONG_NEED_PLAN_FIRST,
    NEED_PLAN_START,
)
from everychild.facts.early_help import children_helped
from everychild.records.child_protection import CHILD_PROTECTION_PLAN, VISIT
from everychild.records.children_in_care import PERIOD_OF_CARE
from everychild.records.front_door import ASSESSMENT, CHILD_IN_NEED_PLAN
from everychild.records.workforce import ALLOCATION

DUE_A_VISIT = (
    children_on_need_plan.working_days_on_plan.at_least(CHILD_IN_NEED_VISIT) & children_on_need_plan.is_unborn.is_no
)
WITHOUT_A_PLAN = (
    children_in_need.assessed_in_need.is_yes
    & children_in_need.has_a_plan.is_no
    & children_in_need.working_days_since_assessed.beyond(NEED_PLAN_START)
)

children_with_an_open_case = Indicator(
    ref="CN01",
    title="Children with an open social care case",
    meaning="How many children had an open social care case of any kind at the month end, from assessment to care.",
    why="Each of these children is relying on the council for help or protection today.",
    of=children_in_need,
    measure=Count(per_10_000=True),
    good=Good.RANGE,
    section=CHILDREN_IN_NEED,
    set_by=SetBy.NOBODY,
    source=(
        "A count, with no standard. Two rules are in use: the Department for Education counts every open episode of "
        "need, care leavers included; this follows the inspection list, which leaves care leavers out."
    ),
    comparator=f"{IN_NEED_RELEASE}: children in need at 31 March, which counts care leavers too and so is higher.",
    misuse=(
        "Cases that should have been closed stay in it and lift it; it is not the number on a child in need plan, "
        "which is usually meant in conversation."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Ann is in care, Bea is on a child in need plan and Cal is being assessed: all three count.",
            rows="""
                child | case_status
                Ann   | in_care
                Bea   | in_need
                Cal   | assessment
            """,
            expect="3",
        ),
    ),
    synonyms=("CIN", "children in need", "open cases", "section 17"),
)

children_on_a_need_plan = Indicator(
    ref="CN02",
    title="Children on a child in need plan",
    meaning="How many children were being helped through a child in need plan at the month end.",
    why="A plan says what will change for the child, who will do it and by when.",
    of=children_in_need,
    measure=Count(per_10_000=True),
    considers=children_in_need.case_status.is_a("in_need"),
    good=Good.RANGE,
    section=CHILDREN_IN_NEED,
    set_by=SetBy.NOBODY,
    source=(
        "A count, with no standard. Each child is counted by the highest status of the case, so a child on a child "
        "protection plan or in care is not here."
    ),
    comparator=(
        "None that matches: the Department for Education’s children in need are everyone with an open case, which is "
        "another indicator."
    ),
    misuse="Plans left open after the work has ended lift it, and a step down from a protection plan adds to it.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Only Bea’s highest status is a child in need plan; Dev’s status was not in the extract.",
            rows="""
                child | case_status
                Ann   | protection_plan
                Bea   | in_need
                Cal   | assessment
                Dev   |
            """,
            expect="1",
        ),
    ),
    synonyms=("CIN", "child in need plan", "section 17"),
)

need_plan_visits = Indicator(
    ref="CN03",
    title="Children on a child in need plan seen within {time}",
    meaning="Of the children on a child in need plan at the month end, how many had been seen in the last {time}.",
    why="A plan works only if somebody comes: the visit is where a child can say whether things are better.",
    of=children_on_need_plan,
    measure=Share(children_on_need_plan.working_days_since_seen.within(CHILD_IN_NEED_VISIT)),
    considers=DUE_A_VISIT,
    good=Good.HIGHER,
    section=CHILDREN_IN_NEED,
    area=NEED_PLANS,
    clock=CHILD_IN_NEED_VISIT,
    also_needs=(VISIT,),
    set_by=SetBy.LOCAL,
    source=(
        "Local standard: Working Together sets no fixed interval for visits to children in need. Only visits on "
        "which the child was seen, at a place the council accepts, count; new plans count once a visit could be due."
    ),
    comparator="None: no council figures are published.",
    misuse=(
        "A burst of visits just before the month end lifts it for a day, and a visit says nothing of what it was like."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann was seen within the time allowed and Bea was not. Cal has not been seen, and what is unknown is "
                "not on time. Dev’s plan is too new, and Una is not yet born, so neither is considered."
            ),
            rows="""
                child | working_days_on_plan | working_days_since_seen | is_unborn
                Ann | 60 | 20 | no
                Bea | 60 | 21 | no
                Cal | 20 | | no
                Dev | 19 | | no
                Una | 60 | | yes
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=(
        "CIN",
        "visits",
        "last seen",
    ),
)

need_plan_reviews_in_time = Indicator(
    ref="CN04",
    title="Child in need plans reviewed on time",
    meaning="Of the reviews of child in need plans that fell due, how many were held by the day they were due.",
    why="A review asks whether the plan is helping, with the family in the room.",
    of=need_plan_reviews,
    measure=Share(need_plan_reviews.held_in_time.is_yes),
    good=Good.HIGHER,
    section=CHILDREN_IN_NEED,
    area=NEED_PLANS,
    clock=FIRST_NEED_REVIEW,
    later_clocks=(LATER_NEED_REVIEW,),
    set_by=SetBy.LOCAL,
    source=(
        "Local standard: no national interval is set. The first is due within six weeks of the plan’s start and each "
        "later one within three months, unless the council says else."
    ),
    comparator="None: no council figures are published.",
    misuse="A review held is not a plan changed: some only move the date on.",
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann’s was held on the day it was due and Bea’s a week late. Cal’s has not been held, and what is "
                "unknown is not on time."
            ),
            rows="""
                child | held_in_time
                Ann | yes
                Bea | no
                Cal |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=(
        "CIN",
        "reviews",
        "six weeks",
        "three months",
    ),
)

long_need_plans = Indicator(
    ref="CN05",
    title="Child in need plans open for longer than {time}",
    meaning="Of the children on a child in need plan at the month end, how many had been on it for longer than {time}.",
    why="A plan with no end may have stopped changing anything, or be holding a child who needs more protection.",
    of=children_on_need_plan,
    measure=Share(children_on_need_plan.open_long.is_yes),
    good=Good.LOWER,
    section=CHILDREN_IN_NEED,
    area=NEED_PLANS,
    clock=LONG_NEED_PLAN,
    other_rules=(
        OtherRule(
            name="nine_months",
            title="open for longer than nine months",
            why="Many councils first ask at nine months, in time to do something before the year.",
            measure=Share(children_on_need_plan.open_long_first.is_yes),
            clock=LONG_NEED_PLAN_FIRST,
        ),
    ),
    set_by=SetBy.LOCAL,
    source="Local standard: no national length is set. Nine and twelve months are both in use.",
    comparator="None: no council figures are published.",
    misuse=(
        "Disabled children are rightly helped for years; and closing a plan a day before its year lowers the figure "
        "and helps nobody."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann’s plan is a year and a day old and Bea’s a year to the day, which is not longer. When Cal’s "
                "began is not known."
            ),
            rows="""
                child | open_long
                Ann | yes
                Bea | no
                Cal |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=(
        "CIN",
        "drift",
        "long plans",
    ),
)

in_need_without_a_plan = Indicator(
    ref="CN06",
    title="Children found to be in need with no plan after {time}",
    meaning=(
        "How many children an assessment found to be in need, more than {time} ago, who had no plan at the month end."
    ),
    why="Somebody has said that this child needs help, and nothing yet says what the help will be.",
    of=children_in_need,
    measure=Count(),
    considers=WITHOUT_A_PLAN,
    good=Good.LOWER,
    section=CHILDREN_IN_NEED,
    area=NEED_PLANS,
    clock=NEED_PLAN_START,
    also_needs=(ASSESSMENT, CHILD_IN_NEED_PLAN, CHILD_PROTECTION_PLAN, PERIOD_OF_CARE),
    set_by=SetBy.LOCAL,
    source="Local standard: no national time is set. A child protection plan, or being in care, is a plan too.",
    comparator="None: no council figures are published.",
    misuse="A plan opened with nothing in it lowers the figure: it shows that plans exist and not that they are good.",
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann has waited a day too long. Bea’s assessment ended ten working days ago, which is not yet late. "
                "Cal has a plan. Dev was found to need nothing."
            ),
            rows="""
                child | assessed_in_need | working_days_since_assessed | has_a_plan
                Ann | yes | 11 | no
                Bea | yes | 10 | no
                Cal | yes | 40 | yes
                Dev | no | 40 | no
            """,
            expect="1",
        ),
    ),
    synonyms=(
        "CIN",
        "no plan",
        "gap",
        "drift",
    ),
)

unallocated = Indicator(
    ref="CN07",
    title="Children with an open case and no case worker",
    meaning="How many children with an open social care case had no case worker allocated to them at the month end.",
    why="If a child is nobody’s in particular, nobody in particular will notice when things go wrong.",
    of=children_in_need,
    measure=Count(),
    considers=children_in_need.has_a_worker.is_no,
    good=Good.LOWER,
    section=CHILDREN_IN_NEED,
    area=UNALLOCATED,
    also_needs=(ALLOCATION,),
    zero_tolerance=True,
    set_by=SetBy.NOBODY,
    source=(
        "A count, with no standard but the plain one: any child at all is one too many. Told by the allocations, so "
        "a duty worker counts only where allocated."
    ),
    comparator="None: no council figures are published.",
    misuse="A name on the record is not a visit: a manager who holds a hundred cases in name brings it to nought.",
    influence=Influence.DIRECT,
    examples=(
        Example(
            says="Nobody is allocated to Bea.",
            rows="""
                child | has_a_worker
                Ann | yes
                Bea | no
            """,
            expect="1",
        ),
    ),
    synonyms=(
        "CIN",
        "unallocated",
        "allocation",
        "no social worker",
    ),
)

closures_by_reason = Indicator(
    ref="CN08",
    title="Why social care cases close",
    meaning="What share of the cases closed ended for each reason, such as no further action, adoption or moving away.",
    why="How cases end shows what the work is: short assessments, or help carried through to a good end.",
    of=cases_closed,
    measure=Mix(by=CLOSURE),
    good=Good.NEITHER,
    section=CHILDREN_IN_NEED,
    set_by=SetBy.NOBODY,
    source="No standard is set. Counted by the reasons for closure of the children in need census.",
    comparator=f"{IN_NEED_RELEASE}: episodes of need ended in the year, by reason for closure.",
    misuse=(
        "One reason takes in nearly everything that went well and much that did not: the reasons are wider than "
        "their names."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann’s and Bea’s closed after assessment and Cal moved away. Why Dev’s closed was not recorded, so "
                "he is in no group."
            ),
            rows="""
                child | closure_name
                Ann | Closed after assessment, no further action
                Bea | Closed after assessment, no further action
                Cal | Moved to another council
                Dev | Not known
            """,
            expect="Moved to another council 1 of 3, Closed after assessment, no further action 2 of 3",
        ),
    ),
    synonyms=(
        "CIN",
        "closures",
        "RC8",
        "RC9",
        "reason for closure",
    ),
)

disabled_children = Indicator(
    ref="CN09",
    title="Disabled children with an open social care case",
    meaning="How many children with an open social care case at the month end are recorded as disabled.",
    why="Disabled children have a right to help as children in need, often for all their childhood.",
    of=children_in_need,
    measure=Count(),
    considers=children_in_need.is_disabled.is_yes,
    good=Good.NEITHER,
    section=CHILDREN_IN_NEED,
    set_by=SetBy.NOBODY,
    source=(
        "A count, with no standard. Disability as recorded for the inspection lists and the children in need census."
    ),
    comparator=f"{IN_NEED_RELEASE}: children in need at 31 March with a recorded disability.",
    misuse="It depends on disability being written down: a rise is often better recording.",
    influence=Influence.LOW,
    examples=(
        Example(
            says=(
                "Ann is recorded as disabled and Bea as not. Nothing is recorded for Cal, and what is unknown is not "
                "counted."
            ),
            rows="""
                child | is_disabled
                Ann | yes
                Bea | no
                Cal |
            """,
            expect="1",
        ),
    ),
    synonyms=(
        "CIN",
        "SEND",
        "disability",
    ),
)

family_help = Indicator(
    ref="CN10",
    title="Children helped by early help or a child in need plan, together",
    meaning="How many children had early help or a child in need plan at the month end, each child once.",
    why=(
        "As the two become one service, Family Help, this is the count that stays the same on both sides of the change."
    ),
    of=children_helped,
    measure=Count(per_10_000=True),
    good=Good.NEITHER,
    section=CHILDREN_IN_NEED,
    set_by=SetBy.NOBODY,
    source=(
        "A count, with no standard. Counted all the time; from the day a council sets for its Family Help, the total "
        "is no longer split in two. The national returns still ask for the two apart."
    ),
    comparator=(
        "None that matches: the Department for Education counts children in need, and councils return early help to "
        "nobody."
    ),
    misuse=(
        "It adds two kinds of help that were staffed and recorded differently, so a change may only be a change of "
        "records."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Ann has early help and Bea a child in need plan. Cal has both, and counts once.",
            rows="""
                child
                Ann
                Bea
                Cal
            """,
            expect="3",
        ),
    ),
    synonyms=(
        "Families First",
        "family help",
        "CIN",
        "early help",
        "targeted support",
    ),
)

INDICATORS: tuple[Indicator, ...] = (
    children_with_an_open_case,
    children_on_a_need_plan,
    need_plan_visits,
    need_plan_reviews_in_time,
    long_need_plans,
    in_need_without_a_plan,
    unallocated,
    closures_by_reason,
    disabled_children,
    family_help,
)
