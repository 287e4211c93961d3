"""Facts of section 47 enquiries."""

from everychild.facts.fact import Fact, Shape
from everychild.records import child_protection as records


class Section47Started(Fact):
    """Started by the strategy discussion that decided on it."""

    shape = Shape.EVENTS
    needs = (records.SECTION_47_ENQUIRY,)
    counted_in = "section 47 enquiries"
    counted_in_one = "section 47 enquiry"


section_47_enquiries = Section47Started()

FACTS: tuple[Fact, ...] = (section_47_enquiries,)
