"""Facts of placements: where children in care live, and their moves."""

from everychild.facts import clocks
from everychild.facts.fact import PLACEMENT_TYPE, WHO, Fact, Shape
from everychild.facts.language import YesNo
from everychild.records.children_in_care import PERIOD_OF_CARE
from everychild.records.placements import PLACEMENT

_KIND = ((PLACEMENT, "placement_type"),)


class ChildPlacedAtMonthEnd(Fact):
    """Of several placements open at once, the one that began last. What kind it is may be unknown."""

    shape = Shape.OPEN
    needs = (PERIOD_OF_CARE, PLACEMENT)
    clocks = (clocks.LONG_IN_CARE, clocks.SETTLED_WITH_CARER)
    breakdowns = (*WHO, PLACEMENT_TYPE)
    counted_in = "children in care"
    counted_in_one = "child in care"

    far_from_home = YesNo(
        "the child lives more than 20 miles from home",
        when_known="the distance from home is known",
        rests_on=((PLACEMENT, "tenths_of_a_mile_from_home"),),
    )
    fostered = YesNo("the child lives in foster care", rests_on=_KIND)
    council_provides = YesNo("the council’s own carers or homes provide it", rests_on=((PLACEMENT, "provider"),))
    in_childrens_home = YesNo("the child lives in a children’s home", rests_on=_KIND)
    in_supported_accommodation = YesNo("the young person lives in supported accommodation", rests_on=_KIND)
    unregistered = YesNo(
        "the child lives where Ofsted should have registered the place and has not",
        rests_on=((PLACEMENT, "unregistered"),),
    )
    aged_16_or_17 = YesNo("the young person is 16 or 17")
    should_be_settled = YesNo("the child is under 16 and has been in care for two and a half years or more")
    with_same_carer = YesNo(
        "the child has lived with the same carer for two years, or with adopters and the carer before them together",
        sees_back=24,
        rests_on=((PLACEMENT, "same_carer"),),
    )


class PlacementMove(Fact):
    """From carer to carer: temporary placements, and a new name for the same home, are no moves."""

    shape = Shape.EVENTS
    needs = (PERIOD_OF_CARE, PLACEMENT)
    breakdowns = (*WHO, PLACEMENT_TYPE)
    counted_in = "moves from one carer to another"
    counted_in_one = "move from one carer to another"

    unplanned = YesNo(
        "the placement before ended for a reason nobody had planned", rests_on=((PLACEMENT, "reason_ended"),)
    )


placed_children = ChildPlacedAtMonthEnd()
placement_moves = PlacementMove()

FACTS: tuple[Fact, ...] = (placed_children, placement_moves)
