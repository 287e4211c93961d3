"""Facts of adoption, and of the plan for a permanent home every child in care should have."""

from everychild.facts import clocks
from everychild.facts.fact import Fact, Shape
from everychild.facts.language import Coded, Number, YesNo
from everychild.records import codes
from everychild.records.adoption import ADOPTION
from everychild.records.children_in_care import PERIOD_OF_CARE


class AdoptionDecided(Fact):
    """By the council’s decision maker, in the month of the decision."""

    shape = Shape.EVENTS
    needs = (ADOPTION,)
    counted_in = "decisions that a child should be placed for adoption"
    counted_in_one = "decision that a child should be placed for adoption"


class PlacementOrderMade(Fact):
    """By the court, in the month of the order."""

    shape = Shape.EVENTS
    needs = (ADOPTION,)
    counted_in = "placement orders"
    counted_in_one = "placement order"


class AdoptionPlanEnded(Fact):
    """In the month of the adoption order, or of the decision that the child should no longer be placed.

    A child adopted by their own foster carers, or placed with them early, moved in when the fostering began.
    """

    shape = Shape.EVENTS
    needs = (ADOPTION,)
    clocks = (clocks.ENTRY_TO_ADOPTIVE_HOME, clocks.PLACEMENT_ORDER_TO_MATCH)
    counted_in = "plans for adoption that ended"
    counted_in_one = "plan for adoption that ended"

    adopted = YesNo("the child was adopted", when_no="the plan was changed away from adoption")
    reversed_reason = Coded("the reason the plan was changed", codes=codes.ADOPTION_REVERSED)
    days_to_adoptive_home = Number(
        "the time from coming into care to moving in with the adoptive family", rests_on=((ADOPTION, "placed_on"),)
    )
    days_to_match = Number("the time from the placement order to the match", rests_on=((ADOPTION, "matched_on"),))


class ChildWaitingForAdoptionAtMonthEnd(Fact):
    """Decided on, still in care, and not placed, adopted or changed away from by the month end."""

    shape = Shape.OPEN
    needs = (ADOPTION, PERIOD_OF_CARE)
    clocks = (clocks.ENTRY_TO_ADOPTIVE_HOME, clocks.PLACEMENT_ORDER_TO_MATCH)
    counted_in = "children waiting to be placed for adoption"
    counted_in_one = "child waiting to be placed for adoption"

    has_placement_order = YesNo("there is a placement order", rests_on=((ADOPTION, "placement_order_on"),))
    days_without_adoptive_home = Number(
        "the time in care of a child not yet living with the family who may adopt them",
        rests_on=((ADOPTION, "entered_care_on"),),
    )
    days_without_match = Number(
        "the time since the placement order of a child not yet matched", rests_on=((ADOPTION, "placement_order_on"),)
    )


class PermanencePlanDue(Fact):
    """As the extract taken after the month the plan fell due in tells it: the lists hold no date of the plan."""

    shape = Shape.OBLIGATIONS
    needs = (PERIOD_OF_CARE,)
    clocks = (clocks.PERMANENCE_PLAN,)
    counted_in = "children by whose time in care a plan for permanence was due"
    counted_in_one = "child by whose time in care a plan for permanence was due"

    has_permanence_plan = YesNo("a plan for permanence is recorded", rests_on=((PERIOD_OF_CARE, "permanence_plan"),))


decisions = AdoptionDecided()
placement_orders = PlacementOrderMade()
plans_ended = AdoptionPlanEnded()
children_waiting = ChildWaitingForAdoptionAtMonthEnd()
permanence_plans = PermanencePlanDue()

FACTS: tuple[Fact, ...] = (decisions, placement_orders, plans_ended, children_waiting, permanence_plans)
