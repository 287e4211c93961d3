"""Facts of visits to children in care."""

from everychild.facts.fact import Fact, Shape
from everychild.facts.language import Coded, YesNo
from everychild.records import codes
from everychild.records.child_protection import VISIT
from everychild.records.children_in_care import PERIOD_OF_CARE


class CareVisitMade(Fact):
    """Visits at which nobody saw the child are no visits; a child under four is not expected to be seen alone."""

    shape = Shape.EVENTS
    needs = (PERIOD_OF_CARE, VISIT)
    counted_in = "visits to children in care"
    counted_in_one = "visit to a child in care"

    could_be_seen_alone = YesNo("the child was four or over and did not refuse, nor was too young, to be seen alone")
    seen_alone = Coded("whether the child was seen alone", codes=codes.SEEN_ALONE, rests_on=((VISIT, "seen_alone"),))


care_visits = CareVisitMade()

FACTS: tuple[Fact, ...] = (care_visits,)
