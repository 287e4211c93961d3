"""Facts of fostering. A household is not a child: there is no child in these rows, and no child’s breakdowns."""

from everychild.facts import clocks
from everychild.facts.fact import TEAM, Breakdown, Fact, Shape
from everychild.facts.language import Number, YesNo
from everychild.records.fostering import FOSTERING_ENQUIRY, FOSTERING_HOUSEHOLD

KIND = Breakdown("fostering_kind", "Kind of household", "kind_name")


class FosteringHouseholdAtMonthEnd(Fact):
    """Places, children placed, reviews and visits are those of the extract taken after the month end."""

    shape = Shape.OPEN
    needs = (FOSTERING_HOUSEHOLD,)
    clocks = (
        clocks.FOSTERING_REVIEW,
        clocks.UNANNOUNCED_VISIT,
        clocks.TEMPORARY_FOSTERING,
        clocks.TEMPORARY_FOSTERING_EXTENDED,
    )
    breakdowns = (TEAM, KIND)
    counted_in = "fostering households"
    counted_in_one = "fostering household"

    is_temporary = YesNo(
        "relatives or friends are approved for the time being", when_no="the household is approved in full"
    )
    places = Number("the number of children the household is approved for", rests_on=((FOSTERING_HOUSEHOLD, "places"),))
    children_placed = Number(
        "the number of children placed with the household", rests_on=((FOSTERING_HOUSEHOLD, "children_placed"),)
    )
    approved_a_year = YesNo("the household was approved more than 12 months ago")
    reviewed_in_time = YesNo("the last review was within 12 months", rests_on=((FOSTERING_HOUSEHOLD, "reviewed_on"),))
    visited_unannounced = YesNo(
        "the last unannounced visit was within 12 months",
        rests_on=((FOSTERING_HOUSEHOLD, "visited_unannounced_on"),),
    )
    past_temporary_time = YesNo("the approval has lasted longer than 16 weeks, or 24 where it was extended")


class FosteringHouseholdChange(Fact):
    """In the month of the approval, or of its end. Approvals for the time being are left out, both ways."""

    shape = Shape.EVENTS
    needs = (FOSTERING_HOUSEHOLD,)
    breakdowns = (TEAM, KIND)
    counted_in = "approvals of households to foster, and their ends"
    counted_in_one = "approval of a household to foster, or its end"

    change = Number("one more for each approval and one fewer for each end")


class FosteringEnquiryFollowedUp(Fact):
    """In the month in which the time allowed from the enquiry runs out, when its outcome is known."""

    shape = Shape.OBLIGATIONS
    needs = (FOSTERING_ENQUIRY,)
    clocks = (clocks.FOSTERING_APPROVAL,)
    breakdowns = (TEAM,)
    counted_in = "enquiries about fostering"
    counted_in_one = "enquiry about fostering"

    approved_in_time = YesNo(
        "the household was approved within the time allowed", rests_on=((FOSTERING_ENQUIRY, "approved_on"),)
    )


households = FosteringHouseholdAtMonthEnd()
changes = FosteringHouseholdChange()
enquiries = FosteringEnquiryFollowedUp()

FACTS: tuple[Fact, ...] = (households, changes, enquiries)
