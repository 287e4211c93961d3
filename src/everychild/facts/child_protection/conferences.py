"""Facts of child protection conferences, initial and review."""

from everychild.facts import clocks
from everychild.facts.fact import WHO, Breakdown, Fact, Shape
from everychild.facts.language import Number, YesNo
from everychild.records import child_protection as records
from everychild.records import codes, protection_meetings

CONFERENCE_KIND = Breakdown(
    "conference_kind",
    "Kind of conference",
    "conference_kind_name",
    (*codes.CONFERENCE_ATTENDED.values.values(), "Not known"),
)


class InitialConferenceHeld(Fact):
    """Counted from the first strategy discussion of the enquiry; transfers in have a clock of their own and are out."""

    shape = Shape.EVENTS
    needs = (records.CONFERENCE,)
    clocks = (clocks.INITIAL_CONFERENCE, clocks.INITIAL_CONFERENCE_FROM_DAY_ONE)
    counted_in = "children with an initial conference"
    counted_in_one = "child with an initial conference"

    working_days_from_strategy_discussion = Number(
        "the time from the strategy discussion to the conference",
        rests_on=((records.CONFERENCE, "enquiry_started_on"),),
    )
    working_days_counting_the_discussion = Number(
        "the time from the strategy discussion, its own day counted, to the conference",
        rests_on=((records.CONFERENCE, "enquiry_started_on"),),
    )
    led_to_plan = YesNo("the conference decided on a plan", rests_on=((records.CONFERENCE, "led_to_plan"),))


class ReviewConferenceDue(Fact):
    """First within three months of the plan's start, then within six of the last."""

    shape = Shape.OBLIGATIONS
    needs = (records.REVIEW_CONFERENCE, records.CHILD_PROTECTION_PLAN)
    due = "happened_on"
    due_by = (clocks.FIRST_REVIEW_CONFERENCE, clocks.LATER_REVIEW_CONFERENCE)
    clocks = (clocks.FIRST_REVIEW_CONFERENCE, clocks.LATER_REVIEW_CONFERENCE)
    counted_in = "review conferences due"
    counted_in_one = "review conference due"

    held_in_time = YesNo("the conference was held by the day it was due")


class ConferenceAttended(Fact):
    """Views given by the child, by an advocate or in another way count; being in the room and giving none does not."""

    shape = Shape.EVENTS
    needs = (protection_meetings.CONFERENCE_ATTENDANCE,)
    breakdowns = (*WHO, CONFERENCE_KIND)
    counted_in = "conferences, a child each time"
    counted_in_one = "conference about a child"

    gave_views = YesNo(
        "the child’s views were given by the child, an advocate or another way",
        rests_on=((protection_meetings.CONFERENCE_ATTENDANCE, "participation"),),
    )
    is_four_or_over = YesNo("the child was four or over")


class CoreGroupDue(Fact):
    """First counted from the plan’s start, the day itself allowed; then from one core group to the next."""

    shape = Shape.OBLIGATIONS
    needs = (records.CHILD_PROTECTION_PLAN, protection_meetings.PLAN_MEETING)
    due = "happened_on"
    due_by = (clocks.FIRST_CORE_GROUP, clocks.CORE_GROUP)
    clocks = (clocks.FIRST_CORE_GROUP, clocks.CORE_GROUP)
    counted_in = "core groups due"
    counted_in_one = "core group due"

    is_first = YesNo("it was the plan’s first", when_no="it was not the plan’s first")
    held_in_time = YesNo("the core group was held by the day it was due")


initial_conferences = InitialConferenceHeld()
review_conferences = ReviewConferenceDue()
conferences_attended = ConferenceAttended()
core_groups = CoreGroupDue()

FACTS: tuple[Fact, ...] = (initial_conferences, review_conferences, conferences_attended, core_groups)
