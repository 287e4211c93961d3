"""Facts of child protection plans: begun, ended and open."""

from everychild.facts import clocks
from everychild.facts.fact import DUAL_PLAN, IN_CARE, WHO, Breakdown, Fact, Shape
from everychild.facts.language import EVER, Coded, Number, YesNo
from everychild.records import child_protection as records
from everychild.records import codes, workforce

CATEGORY_OF_ABUSE = Breakdown(
    "category_of_abuse",
    "Category of abuse",
    "category_name",
    (*codes.ABUSE_CATEGORY.values.values(), "Not known"),
)
PLAN_LENGTH = Breakdown(
    "plan_length",
    "Length of plan",
    "plan_length_name",
    (
        "Under 3 months",
        "3 to 6 months",
        "6 to 12 months",
        "12 to 18 months",
        "18 to 24 months",
        "2 years and over",
        "Not known",
    ),
)
"""In whole months: a plan of six months to the day is in the second half of its year."""


class ChildProtectionPlanStarted(Fact):
    """A plan moved in from another council is a new plan (census guide). The category is the one at the start."""

    shape = Shape.EVENTS
    needs = (records.CHILD_PROTECTION_PLAN,)
    clocks = (clocks.REPEAT_PLAN,)
    breakdowns = (*WHO, CATEGORY_OF_ABUSE)
    counted_in = "plans started"
    counted_in_one = "plan started"

    is_repeat_plan = YesNo(
        "the child had a plan in this council before",
        sees_back=EVER,
        told_besides=((records.CHILD_PROTECTION_PLAN, "earlier_plans"),),
    )
    is_recent_repeat_plan = YesNo(
        "an earlier plan of the child’s had ended within the time that counts as a return", sees_back=24
    )
    """Unknown where the case system counts more earlier plans than the extracts hold the end of."""


class ChildProtectionPlanEnded(Fact):
    """In the month the plan ended, by the category it had then."""

    shape = Shape.EVENTS
    needs = (records.CHILD_PROTECTION_PLAN,)
    clocks = (clocks.LONG_PLAN,)
    breakdowns = (*WHO, CATEGORY_OF_ABUSE, PLAN_LENGTH)
    counted_in = "plans ended"
    counted_in_one = "plan ended"

    months_lasted = Number("the number of whole months the plan had lasted")
    lasted_two_years = YesNo("the plan had lasted two years or more")


class ChildOnPlanAtMonthEnd(Fact):
    """Open on the day itself: a plan that ended on the last day of the month is not open at the month end.

    The category a child is counted by is the latest one; the first is a column.
    """

    shape = Shape.OPEN
    needs = (records.CHILD_PROTECTION_PLAN,)
    clocks = (clocks.CHILD_PROTECTION_VISIT, clocks.LONG_PLAN)
    breakdowns = (*(each for each in WHO if each is not IN_CARE), CATEGORY_OF_ABUSE, PLAN_LENGTH, DUAL_PLAN)
    counted_in = "children on a plan"
    counted_in_one = "child on a plan"

    working_days_since_seen = Number("the time since the child was last seen on a visit that counts")
    working_days_on_plan = Number("the time since the plan began")
    months_on_plan = Number("the number of whole months since the plan began")
    open_two_years = YesNo("the plan has been open for two years or more")
    is_in_care = YesNo("the child is also in care")
    is_unborn = YesNo("the child was not yet born", when_no="the child has been born")
    has_qualified_worker = YesNo(
        "the child is allocated to a qualified social worker", rests_on=((workforce.ALLOCATION, "qualified"),)
    )
    first_category = Coded("the category of abuse at the start", codes=codes.ABUSE_CATEGORY)


plans_started = ChildProtectionPlanStarted()
plans_ended = ChildProtectionPlanEnded()
children_on_plan = ChildOnPlanAtMonthEnd()

FACTS: tuple[Fact, ...] = (plans_started, plans_ended, children_on_plan)
