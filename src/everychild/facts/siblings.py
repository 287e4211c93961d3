"""Facts of brothers and sisters in care."""

from everychild.facts.fact import TEAM, Fact, Shape
from everychild.facts.language import YesNo
from everychild.records.children_in_care import PERIOD_OF_CARE
from everychild.records.placements import PLACEMENT
from everychild.records.siblings import SIBLING_PLAN


class SiblingGroupAtMonthEnd(Fact):
    """A group is those in care: one at home with their mother is not in it. Together is all in one home."""

    shape = Shape.OPEN
    needs = (PERIOD_OF_CARE, PLACEMENT, SIBLING_PLAN)
    breakdowns = (TEAM,)
    counted_in = "groups of brothers and sisters in care"
    counted_in_one = "group of brothers and sisters in care"

    meant_to_live_together = YesNo(
        "the plan for every one of them is to live together", rests_on=((SIBLING_PLAN, "plan"),)
    )
    live_together = YesNo("all of them live in one home", rests_on=((PLACEMENT, "home_id"),))


sibling_groups = SiblingGroupAtMonthEnd()

FACTS: tuple[Fact, ...] = (sibling_groups,)
