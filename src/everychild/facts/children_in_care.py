"""Facts of children in care: coming in, being there, leaving."""

from everychild.facts import clocks
from everychild.facts.fact import LEGAL_STATUS, PLACEMENT_TYPE, WHO, Fact, Shape
from everychild.facts.language import Coded, Number, YesNo
from everychild.records import children_in_care as records
from everychild.records import codes, placements, workforce


class CareStarted(Fact):
    """Agreed short breaks (V3, V4) are left out everywhere, as the Department for Education does."""

    shape = Shape.EVENTS
    needs = (records.PERIOD_OF_CARE,)
    clocks = (clocks.RETURN_TO_CARE,)
    counted_in = "children coming into care"
    counted_in_one = "child coming into care"

    first_distance_counts = YesNo(
        "the distance of the first placement is known, and the child neither came to the country alone nor was placed "
        "with their own parents"
    )
    first_placed_far = YesNo(
        "the child’s first placement was more than 20 miles from home",
        rests_on=((placements.PLACEMENT, "tenths_of_a_mile_from_home"),),
    )
    is_return = YesNo(
        "the child had left care in the 12 months before", rests_on=((records.PERIOD_OF_CARE, "second_within_year"),)
    )


class CareEnded(Fact):
    """An episode ended for another the same day (X1) is not an end of care."""

    shape = Shape.EVENTS
    needs = (records.PERIOD_OF_CARE,)
    counted_in = "children leaving care"
    counted_in_one = "child leaving care"

    age = Number("the age on leaving care")
    reason = Coded(
        "the reason care ended", codes=codes.REASON_CARE_ENDED, rests_on=((records.PERIOD_OF_CARE, "reason_ended"),)
    )
    placement = Coded(
        "the last placement",
        codes=codes.PLACEMENT_TYPE,
        rests_on=((placements.PLACEMENT, "placement_type"),),
        when_known="where the child last lived in care is known",
    )


class ChildInCareAtMonthEnd(Fact):
    """Placements, health and dental dates are those of the extract taken after the month end."""

    shape = Shape.OPEN
    needs = (records.PERIOD_OF_CARE,)
    clocks = (
        clocks.AT_HOME_ON_ORDER,
        clocks.SOCIAL_WORKERS_COUNTED,
        clocks.CARE_VISIT,
        clocks.YEAR_IN_CARE,
        clocks.HEALTH_ASSESSMENT_UNDER_FIVE,
        clocks.HEALTH_ASSESSMENT,
        clocks.DENTAL_CHECK,
        clocks.INITIAL_HEALTH_ASSESSMENT,
    )
    breakdowns = (*WHO, LEGAL_STATUS, PLACEMENT_TYPE)
    counted_in = "children in care"
    counted_in_one = "child in care"

    unaccompanied = YesNo(
        "the child came to the country alone, seeking asylum", rests_on=((records.PERIOD_OF_CARE, "unaccompanied"),)
    )
    legal_status = Coded(
        "the legal status", codes=codes.LEGAL_STATUS, rests_on=((records.PERIOD_OF_CARE, "legal_status"),)
    )
    long_at_home_on_order = YesNo(
        "the child is under a full care order and has lived with their own parents for more than 12 months",
        sees_back=12,
        rests_on=((records.PERIOD_OF_CARE, "legal_status"), (placements.PLACEMENT, "placement_type")),
    )
    deprived_of_liberty = YesNo("a court had ordered that the child may be deprived of their liberty")
    has_social_worker = YesNo("a social worker was allocated to the child")
    social_workers_in_year = Number(
        "the number of social workers in the last 12 months",
        sees_back=12,
        when_known="who held the case 12 months ago is known",
        rests_on=((workforce.ALLOCATION, "worker_id"),),
    )
    placements_in_year = Number(
        "the number of placements in the last 12 months", rests_on=((records.PERIOD_OF_CARE, "placements_in_year"),)
    )
    out_of_area = YesNo(
        "the child is placed outside the council’s area", rests_on=((placements.PLACEMENT, "out_of_area"),)
    )
    in_care_a_year = YesNo("the child has been in care for 12 months or more")
    health_check_could_be_due = YesNo("the child has been in care for longer than 20 working days")
    visit_could_be_due = YesNo("the child has been in care for longer than six weeks")
    visited_in_time = YesNo("the child’s last visit was within six weeks")
    health_assessment_up_to_date = YesNo(
        "the last health assessment is within six months (under five) or 12 months",
        rests_on=((records.PERIOD_OF_CARE, "health_assessed_on"),),
    )
    dental_check_up_to_date = YesNo(
        "the last dental check is within 12 months", rests_on=((records.PERIOD_OF_CARE, "dental_check_on"),)
    )


care_started = CareStarted()
care_ended = CareEnded()
children_in_care = ChildInCareAtMonthEnd()

FACTS: tuple[Fact, ...] = (care_started, care_ended, children_in_care)
