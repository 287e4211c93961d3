"""Facts of children in need: who they are, how they are visited and reviewed, and how their cases close."""

from everychild.facts import clocks
from everychild.facts.fact import WHO, Breakdown, Fact, Shape
from everychild.facts.language import Coded, Number, YesNo
from everychild.records import codes
from everychild.records import front_door as records

CLOSURE = Breakdown(
    "closure",
    "Reason for closing",
    "closure_name",
    (*codes.CLOSURE_REASON.values.values(), "Not known"),
    rests_on=((records.CHILD_IN_NEED_EPISODE, "closure_reason"),),
)


class ChildInNeedAtMonthEnd(Fact):
    """As Annex A list 6 holds them: plans, care and open assessments; not care leavers, not referrals alone."""

    shape = Shape.OPEN
    needs = (records.CHILD_IN_NEED_EPISODE,)
    clocks = (clocks.NEED_PLAN_START,)
    counted_in = "children with an open case"
    counted_in_one = "child with an open case"

    case_status = Coded(
        "the highest status of the case",
        codes=codes.CASE_STATUS,
        rests_on=((records.CHILD_IN_NEED_EPISODE, "case_status"),),
    )
    key_fields_known = YesNo(
        "the date of birth, sex, ethnic group, disability and main need are all recorded",
        when_no="one or more of date of birth, sex, ethnic group, disability and main need is not recorded",
    )
    assessed_in_need = YesNo("the latest assessment found the child to need social care")
    working_days_since_assessed = Number("the time since that assessment was authorised")
    has_a_plan = YesNo(
        "the child has a child in need plan, a child protection plan or is in care",
        when_no="the child has no child in need plan, no child protection plan and is not in care",
    )
    has_a_worker = YesNo("a case worker is allocated to the child", when_no="no case worker is allocated to the child")
    is_disabled = YesNo("the child is recorded as disabled", when_no="the child is recorded as not disabled")


class ChildInNeedClosed(Fact):
    """In the month the case closed, whatever it had been."""

    shape = Shape.EVENTS
    needs = (records.CHILD_IN_NEED_EPISODE,)
    breakdowns = (*WHO, CLOSURE)
    counted_in = "cases closed"
    counted_in_one = "case closed"

    closure_reason = Coded(
        "the reason for closing",
        codes=codes.CLOSURE_REASON,
        rests_on=((records.CHILD_IN_NEED_EPISODE, "closure_reason"),),
    )


class ChildOnNeedPlanAtMonthEnd(Fact):
    """By the dates of the plan itself, which the census asks for and the inspection list does not hold."""

    shape = Shape.OPEN
    needs = (records.CHILD_IN_NEED_PLAN,)
    clocks = (clocks.CHILD_IN_NEED_VISIT, clocks.LONG_NEED_PLAN, clocks.LONG_NEED_PLAN_FIRST)
    counted_in = "children on a child in need plan"
    counted_in_one = "child on a child in need plan"

    working_days_since_seen = Number("the time since the child was last seen on a visit that counts")
    working_days_on_plan = Number("the time since the plan began")
    open_long = YesNo("the plan has been open for longer than the time allowed")
    open_long_first = YesNo("the plan has been open for longer than the shorter of the times allowed")
    is_unborn = YesNo("the child was not yet born", when_no="the child has been born")


class NeedPlanReviewDue(Fact):
    """First within six weeks of the plan's start, then within three months of the last, as most councils have it."""

    shape = Shape.OBLIGATIONS
    needs = (records.CHILD_IN_NEED_REVIEW, records.CHILD_IN_NEED_PLAN)
    due = "happened_on"
    due_by = (clocks.FIRST_NEED_REVIEW, clocks.LATER_NEED_REVIEW)
    clocks = (clocks.FIRST_NEED_REVIEW, clocks.LATER_NEED_REVIEW)
    counted_in = "reviews of child in need plans due"
    counted_in_one = "review of a child in need plan due"

    held_in_time = YesNo("the review was held by the day it was due")


children_in_need = ChildInNeedAtMonthEnd()
cases_closed = ChildInNeedClosed()
children_on_need_plan = ChildOnNeedPlanAtMonthEnd()
need_plan_reviews = NeedPlanReviewDue()

FACTS: tuple[Fact, ...] = (children_in_need, cases_closed, children_on_need_plan, need_plan_reviews)
