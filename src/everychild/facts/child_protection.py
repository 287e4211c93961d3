"""Facts of child protection: enquiries, conferences, plans, visits and reports to meetings."""

from everychild.facts import clocks
from everychild.facts.fact import DUAL_PLAN, WHO, Fact, Shape
from everychild.facts.language import Coded, Number, YesNo
from everychild.records import child_protection as records
from everychild.records import codes


class Section47Started(Fact):
    """Started by the strategy discussion that decided on it."""

    shape = Shape.EVENTS
    needs = (records.SECTION_47_ENQUIRY,)
    counted_in = "section 47 enquiries"
    counted_in_one = "section 47 enquiry"


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


class MeetingReportDue(Fact):
    """A child on a dual plan has a row for each meeting. Judged against the day the meeting was held."""

    shape = Shape.OBLIGATIONS
    needs = (records.MEETING_REPORT,)
    clocks = (
        clocks.REPORT_TO_INITIAL_CONFERENCE,
        clocks.REPORT_TO_REVIEW_CONFERENCE,
        clocks.REPORT_TO_CARE_REVIEW,
    )
    breakdowns = (*WHO, DUAL_PLAN)
    counted_in = "reports due"
    counted_in_one = "report due"

    meeting = Coded("the meeting", codes=codes.MEETING)
    working_days_before_meeting = Number(
        "the time from sharing the report to the meeting", rests_on=((records.MEETING_REPORT, "shared_on"),)
    )


class ChildProtectionPlanStarted(Fact):
    """A plan moved in from another council is a new plan (census guide)."""

    shape = Shape.EVENTS
    needs = (records.CHILD_PROTECTION_PLAN,)
    counted_in = "plans started"
    counted_in_one = "plan started"

    is_repeat_plan = YesNo("the child had a plan in this council before")


class ChildProtectionPlanEnded(Fact):
    """In the month the plan ended."""

    shape = Shape.EVENTS
    needs = (records.CHILD_PROTECTION_PLAN,)
    clocks = (clocks.LONG_PLAN,)
    counted_in = "plans ended"
    counted_in_one = "plan ended"

    lasted_two_years = YesNo("the plan had lasted two years or more")


class ChildOnPlanAtMonthEnd(Fact):
    """Open on the day itself: a plan that ended on the last day of the month is not open at the month end."""

    shape = Shape.OPEN
    needs = (records.CHILD_PROTECTION_PLAN,)
    clocks = (clocks.CHILD_PROTECTION_VISIT, clocks.LONG_PLAN)
    counted_in = "children on a plan"
    counted_in_one = "child on a plan"

    working_days_since_seen = Number("the time since the child was last seen on a visit that counts")
    working_days_on_plan = Number("the time since the plan began")
    open_two_years = YesNo("the plan has been open for two years or more")
    is_in_care = YesNo("the child is also in care")
    is_unborn = YesNo("the child was not yet born", when_no="the child has been born")


class ChildProtectionVisitDue(Fact):
    """The clock starts at the plan's start and at each visit; counted in the month the next one fell due."""

    shape = Shape.OBLIGATIONS
    needs = (records.CHILD_PROTECTION_PLAN, records.VISIT)
    clocks = (clocks.CHILD_PROTECTION_VISIT,)
    counted_in = "visits due"
    counted_in_one = "visit due"

    is_unborn = YesNo("the child was not yet born", when_no="the child has been born")
    working_days_to_visit = Number("the time from the visit before (or the plan’s start)")


class ChildProtectionVisitGap(Fact):
    """Between one visit that counts and the next, within one plan."""

    shape = Shape.EVENTS
    needs = (records.CHILD_PROTECTION_PLAN, records.VISIT)
    clocks = (clocks.CHILD_PROTECTION_VISIT,)
    counted_in = "gaps between visits"
    counted_in_one = "gap between visits"

    is_unborn = YesNo("the child was not yet born", when_no="the child has been born")
    working_days_between = Number("the time between two visits")


section_47_enquiries = Section47Started()
initial_conferences = InitialConferenceHeld()
review_conferences = ReviewConferenceDue()
meeting_reports = MeetingReportDue()
plans_started = ChildProtectionPlanStarted()
plans_ended = ChildProtectionPlanEnded()
children_on_plan = ChildOnPlanAtMonthEnd()
visits_due = ChildProtectionVisitDue()
visit_gaps = ChildProtectionVisitGap()

FACTS: tuple[Fact, ...] = (
    section_47_enquiries,
    initial_conferences,
    review_conferences,
    meeting_reports,
    plans_started,
    plans_ended,
    children_on_plan,
    visits_due,
    visit_gaps,
)
