"""Facts of child protection conferences, initial and review."""

from everychild.facts import clocks
from everychild.facts.fact import Fact, Shape
from everychild.facts.language import Number, YesNo
from everychild.records import child_protection as records


class InitialConferenceHeld(Fact):
    """Counted from the first strategy discussion of the enquiry; transfers in have a clock of their own and are out."""

    shape = Shape.EVENTS
    needs = (records.CONFERENCE,)
    clocks = (clocks.INITIAL_CONFERENCE,)
    counted_in = "children with an initial conference"
    counted_in_one = "child with an initial conference"

    working_days_from_strategy_discussion = Number(
        "the time from the strategy discussion to the conference",
        rests_on=((records.CONFERENCE, "enquiry_started_on"),),
    )
    led_to_plan = YesNo("the conference decided on a plan", rests_on=((records.CONFERENCE, "led_to_plan"),))


class ReviewConferenceDue(Fact):
    """First within three months of the plan's start, then within six of the last."""

    shape = Shape.OBLIGATIONS
    needs = (records.REVIEW_CONFERENCE, records.CHILD_PROTECTION_PLAN)
    clocks = (clocks.FIRST_REVIEW_CONFERENCE, clocks.LATER_REVIEW_CONFERENCE)
    counted_in = "review conferences due"
    counted_in_one = "review conference due"

    held_in_time = YesNo("the conference was held by the day it was due")


initial_conferences = InitialConferenceHeld()
review_conferences = ReviewConferenceDue()

FACTS: tuple[Fact, ...] = (
    initial_conferences,
    review_conferences,
)
