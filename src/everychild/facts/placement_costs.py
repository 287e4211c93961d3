"""Facts of what placements cost, and of the children other councils place here."""

from everychild.facts.fact import PLACEMENT_TYPE, PLACING_COUNCIL, WHO, Fact, Shape
from everychild.facts.language import Number
from everychild.records.children_in_care import PERIOD_OF_CARE
from everychild.records.placements import PLACEMENT_COST, PLACEMENT_NOTIFICATION


class PlacementCostAtMonthEnd(Fact):
    """Every line paid for one child together. A child for whom nothing is paid is not in it."""

    shape = Shape.OPEN
    needs = (PERIOD_OF_CARE, PLACEMENT_COST)
    breakdowns = (*WHO, PLACEMENT_TYPE)
    counted_in = "children in care for whose placement the council pays"
    counted_in_one = "child in care for whose placement the council pays"

    pounds_a_week = Number("the weekly cost in pounds", rests_on=((PLACEMENT_COST, "pounds_a_week"),))


class PlacementNotified(Fact):
    """Children of other councils: our own records do not tell who they are."""

    shape = Shape.EVENTS
    needs = (PLACEMENT_NOTIFICATION,)
    breakdowns = (PLACING_COUNCIL,)
    counted_in = "notifications of children placed here by other councils"
    counted_in_one = "notification of a child placed here by another council"


placement_costs = PlacementCostAtMonthEnd()
placements_notified = PlacementNotified()

FACTS: tuple[Fact, ...] = (placement_costs, placements_notified)
