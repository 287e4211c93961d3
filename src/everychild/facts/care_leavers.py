"""Facts of care leavers."""

from everychild.facts import clocks
from everychild.facts.fact import Fact, Shape
from everychild.facts.language import Coded, Number, YesNo
from everychild.records import codes
from everychild.records.care_leavers import CARE_LEAVER


class CareLeaverAtMonthEnd(Fact):
    """As the extract taken after the month end tells it."""

    shape = Shape.OPEN
    needs = (CARE_LEAVER,)
    clocks = (clocks.PATHWAY_PLAN, clocks.CARE_LEAVER_CONTACT, clocks.BEFORE_BIRTHDAY, clocks.AFTER_BIRTHDAY)
    counted_in = "care leavers"
    counted_in_one = "care leaver"

    age = Number("the young person’s age")
    birthday = Number(
        "the birthday the young person is within three months before or one month after",
        when_known="the young person is within three months before or one month after a birthday",
    )
    eligibility = Coded("the legal category", codes=codes.ELIGIBILITY)
    in_touch = Coded("contact", codes=codes.IN_TOUCH, rests_on=((CARE_LEAVER, "in_touch"),))
    accommodation_suitable = YesNo("the accommodation is suitable", rests_on=((CARE_LEAVER, "accommodation_suitable"),))
    accommodation = Coded("the home", codes=codes.ACCOMMODATION, rests_on=((CARE_LEAVER, "accommodation"),))
    activity = Coded("the main activity", codes=codes.ACTIVITY, rests_on=((CARE_LEAVER, "activity"),))
    pathway_plan_up_to_date = YesNo(
        "the pathway plan was reviewed within six months", rests_on=((CARE_LEAVER, "pathway_plan_reviewed_on"),)
    )
    has_personal_adviser = YesNo(
        "a personal adviser is named",
        rests_on=((CARE_LEAVER, "personal_adviser_id"),),
        when_no="no personal adviser is named",
    )
    contacted_in_time = YesNo("the last contact was within two months", rests_on=((CARE_LEAVER, "last_contact_on"),))


care_leavers = CareLeaverAtMonthEnd()

FACTS: tuple[Fact, ...] = (care_leavers,)
