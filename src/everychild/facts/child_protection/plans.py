"""Facts of child protection plans: begun, ended and open."""

from everychild.facts import clocks
from everychild.facts.fact import Fact, Shape
from everychild.facts.language import Number, YesNo
from everychild.records import child_protection as records


class ChildProtectionPlanStarted(Fact):
    """A plan moved in from another council is a new plan (census guide)."""

    shape = Shape.EVENTS
    needs = (records.CHILD_PROTECTION_PLAN,)
    counted_in = "plans started"
    counted_in_one = "plan started"

    is_repeat_plan = YesNo("the child had a plan in this council before")


class ChildProtectionPlanEnded(Fact):
    """In the month the plan ended."""

    shape = Shape.EVENTS
    needs = (records.CHILD_PROTECTION_PLAN,)
    clocks = (clocks.LONG_PLAN,)
    counted_in = "plans ended"
    counted_in_one = "plan ended"

    lasted_two_years = YesNo("the plan had lasted two years or more")


class ChildOnPlanAtMonthEnd(Fact):
    """Open on the day itself: a plan that ended on the last day of the month is not open at the month end."""

    shape = Shape.OPEN
    needs = (records.CHILD_PROTECTION_PLAN,)
    clocks = (clocks.CHILD_PROTECTION_VISIT, clocks.LONG_PLAN)
    counted_in = "children on a plan"
    counted_in_one = "child on a plan"

    working_days_since_seen = Number("the time since the child was last seen on a visit that counts")
    working_days_on_plan = Number("the time since the plan began")
    open_two_years = YesNo("the plan has been open for two years or more")
    is_in_care = YesNo("the child is also in care")
    is_unborn = YesNo("the child was not yet born", when_no="the child has been born")


plans_started = ChildProtectionPlanStarted()
plans_ended = ChildProtectionPlanEnded()
children_on_plan = ChildOnPlanAtMonthEnd()

FACTS: tuple[Fact, ...] = (
    plans_started,
    plans_ended,
    children_on_plan,
)
