"""Facts of children in care and care leavers."""

from everychild.facts import clocks
from everychild.facts.fact import Fact, Shape
from everychild.facts.language import Coded, Number, YesNo
from everychild.records import children_in_care as records
from everychild.records import codes


class CareStarted(Fact):
    """Agreed short breaks (V3, V4) are left out everywhere, as the Department for Education does."""

    shape = Shape.EVENTS
    needs = (records.PERIOD_OF_CARE,)
    counted_in = "children coming into care"
    counted_in_one = "child coming into care"


class CareEnded(Fact):
    """An episode ended for another the same day (X1) is not an end of care."""

    shape = Shape.EVENTS
    needs = (records.PERIOD_OF_CARE,)
    counted_in = "children leaving care"
    counted_in_one = "child leaving care"


class ChildInCareAtMonthEnd(Fact):
    """Placements, health and dental dates are those of the extract taken after the month end."""

    shape = Shape.OPEN
    needs = (records.PERIOD_OF_CARE,)
    clocks = (
        clocks.CARE_VISIT,
        clocks.YEAR_IN_CARE,
        clocks.HEALTH_ASSESSMENT_UNDER_FIVE,
        clocks.HEALTH_ASSESSMENT,
        clocks.DENTAL_CHECK,
    )
    counted_in = "children in care"
    counted_in_one = "child in care"

    placements_in_year = Number(
        "the number of placements in the last 12 months", rests_on=((records.PERIOD_OF_CARE, "placements_in_year"),)
    )
    out_of_area = YesNo(
        "the child is placed outside the council’s area", rests_on=((records.PLACEMENT, "out_of_area"),)
    )
    in_care_a_year = YesNo("the child has been in care for 12 months or more")
    visit_could_be_due = YesNo("the child has been in care for longer than six weeks")
    visited_in_time = YesNo("the child’s last visit was within six weeks")
    health_assessment_up_to_date = YesNo(
        "the last health assessment is within six months (under five) or 12 months",
        rests_on=((records.PERIOD_OF_CARE, "health_assessed_on"),),
    )
    dental_check_up_to_date = YesNo(
        "the last dental check is within 12 months", rests_on=((records.PERIOD_OF_CARE, "dental_check_on"),)
    )


class CareReviewDue(Fact):
    """First within 20 working days, second within three months, then within six."""

    shape = Shape.OBLIGATIONS
    needs = (records.PERIOD_OF_CARE, records.CARE_REVIEW)
    clocks = (clocks.FIRST_CARE_REVIEW, clocks.SECOND_CARE_REVIEW, clocks.LATER_CARE_REVIEW)
    counted_in = "reviews due"
    counted_in_one = "review due"

    held_in_time = YesNo("the review was held by the day it was due")


class CareLeaverAtMonthEnd(Fact):
    """As the extract taken after the month end tells it."""

    shape = Shape.OPEN
    needs = (records.CARE_LEAVER,)
    clocks = (clocks.PATHWAY_PLAN, clocks.CARE_LEAVER_CONTACT)
    counted_in = "care leavers"
    counted_in_one = "care leaver"

    age = Number("the young person’s age")
    eligibility = Coded("the legal category", codes=codes.ELIGIBILITY)
    in_touch = Coded("contact", codes=codes.IN_TOUCH, rests_on=((records.CARE_LEAVER, "in_touch"),))
    accommodation_suitable = YesNo(
        "the accommodation is suitable", rests_on=((records.CARE_LEAVER, "accommodation_suitable"),)
    )
    activity = Coded("the main activity", codes=codes.ACTIVITY, rests_on=((records.CARE_LEAVER, "activity"),))
    pathway_plan_up_to_date = YesNo(
        "the pathway plan was reviewed within six months", rests_on=((records.CARE_LEAVER, "pathway_plan_reviewed_on"),)
    )
    contacted_in_time = YesNo(
        "the last contact was within two months", rests_on=((records.CARE_LEAVER, "last_contact_on"),)
    )


care_started = CareStarted()
care_ended = CareEnded()
children_in_care = ChildInCareAtMonthEnd()
care_reviews = CareReviewDue()
care_leavers = CareLeaverAtMonthEnd()

FACTS: tuple[Fact, ...] = (care_started, care_ended, children_in_care, care_reviews, care_leavers)
