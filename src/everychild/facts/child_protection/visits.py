"""Facts of visits to children on a child protection plan."""

from everychild.facts import clocks
from everychild.facts.fact import Fact, Shape
from everychild.facts.language import Coded, Number, YesNo
from everychild.records import child_protection as records
from everychild.records import codes


class ChildProtectionVisitDue(Fact):
    """The clock starts at the plan's start and at each visit; counted in the month the next one fell due."""

    shape = Shape.OBLIGATIONS
    needs = (records.CHILD_PROTECTION_PLAN, records.VISIT)
    due = "happened_on"
    due_by = (clocks.CHILD_PROTECTION_VISIT,)
    clocks = (clocks.CHILD_PROTECTION_VISIT,)
    counted_in = "visits due"
    counted_in_one = "visit due"

    is_unborn = YesNo("the child was not yet born", when_no="the child has been born")
    working_days_to_visit = Number("the time from the visit before (or the plan’s start)", sees_back=1)


class ChildProtectionVisitGap(Fact):
    """Between one visit that counts and the next, within one plan."""

    shape = Shape.EVENTS
    needs = (records.CHILD_PROTECTION_PLAN, records.VISIT)
    clocks = (clocks.CHILD_PROTECTION_VISIT,)
    counted_in = "gaps between visits"
    counted_in_one = "gap between visits"

    is_unborn = YesNo("the child was not yet born", when_no="the child has been born")
    working_days_between = Number("the time between two visits", sees_back=1)


class ChildProtectionVisitMade(Fact):
    """A visit that was only attempted, or on which the child was not seen, is not in it."""

    shape = Shape.EVENTS
    needs = (records.VISIT,)
    counted_in = "visits to children on a plan"
    counted_in_one = "visit to a child on a plan"

    seen_alone = Coded("the child was seen alone", codes=codes.SEEN_ALONE, rests_on=((records.VISIT, "seen_alone"),))
    is_four_or_over = YesNo("the child was four or over")


visits_due = ChildProtectionVisitDue()
visit_gaps = ChildProtectionVisitGap()
visits_made = ChildProtectionVisitMade()

FACTS: tuple[Fact, ...] = (visits_due, visit_gaps, visits_made)
