"""Facts of the reviews of children in care that were held: who took part, and who had been in touch before."""

from everychild.facts.fact import Fact, Shape
from everychild.facts.language import Coded, Number, YesNo
from everychild.records import codes
from everychild.records.care_reviews import CARE_REVIEW
from everychild.records.children_in_care import PERIOD_OF_CARE


class ReviewOfCareHeld(Fact):
    """Counted in the month it was held, whether or not it was on time."""

    shape = Shape.EVENTS
    needs = (PERIOD_OF_CARE, CARE_REVIEW)
    counted_in = "reviews held"
    counted_in_one = "review held"

    age = Number("the child’s age on the day")
    participation = Coded(
        "how the child took part", codes=codes.PARTICIPATION, rests_on=((CARE_REVIEW, "participation"),)
    )
    is_later_review = YesNo("the child had been reviewed before in this time in care", sees_back=12)
    officer_in_touch = YesNo(
        "the reviewing officer was in touch with the child since the review before",
        sees_back=12,
        rests_on=((PERIOD_OF_CARE, "reviewing_officer_saw_on"),),
    )


reviews_held = ReviewOfCareHeld()

FACTS: tuple[Fact, ...] = (reviews_held,)
