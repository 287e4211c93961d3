"""Facts of pre-proceedings: the time between worry and court."""

from everychild.facts.fact import Fact, Shape
from everychild.facts.language import YesNo
from everychild.records import pre_proceedings as records


class PreProceedingsStarted(Fact):
    """In the month the letter before proceedings was sent; an offer on that day is in time."""

    shape = Shape.EVENTS
    needs = (records.PRE_PROCEEDINGS,)
    counted_in = "children whose pre-proceedings began"
    counted_in_one = "child whose pre-proceedings began"

    family_meeting_offered = YesNo(
        "the family had been offered a family group decision-making meeting by the day they began",
        rests_on=((records.PRE_PROCEEDINGS, "meeting_offered_on"),),
    )


pre_proceedings_started = PreProceedingsStarted()

FACTS: tuple[Fact, ...] = (pre_proceedings_started,)
