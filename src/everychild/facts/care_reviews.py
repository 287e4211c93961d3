"""Facts of the reviews of children in care."""

from everychild.facts import clocks
from everychild.facts.fact import Fact, Shape
from everychild.facts.language import YesNo
from everychild.records.care_reviews import CARE_REVIEW
from everychild.records.children_in_care import PERIOD_OF_CARE


class CareReviewDue(Fact):
    """First within 20 working days, second within three months, then within six."""

    shape = Shape.OBLIGATIONS
    needs = (PERIOD_OF_CARE, CARE_REVIEW)
    due = "happened_on"
    due_by = (clocks.FIRST_CARE_REVIEW, clocks.SECOND_CARE_REVIEW, clocks.LATER_CARE_REVIEW)
    clocks = (clocks.FIRST_CARE_REVIEW, clocks.SECOND_CARE_REVIEW, clocks.LATER_CARE_REVIEW)
    counted_in = "reviews due"
    counted_in_one = "review due"

    held_in_time = YesNo("the review was held by the day it was due")


care_reviews = CareReviewDue()

FACTS: tuple[Fact, ...] = (care_reviews,)
