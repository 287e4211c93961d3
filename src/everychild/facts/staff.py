"""Facts of posts and social workers: who is in post, who left, who was away, who was supervised, who holds too many.

Working time is held in hundredths of a full-time week, so that parts of a post add up exactly.
"""

from everychild.facts import clocks
from everychild.facts.fact import TEAM, Fact, Shape
from everychild.facts.language import Number, YesNo
from everychild.records import staff as records

HOURS = "hundredths of a full-time week"


class SocialWorkPostAtMonthEnd(Fact):
    """Filled or vacant. A row that does not say whether its worker is from an agency is left out of both rates."""

    shape = Shape.OPEN
    needs = (records.STAFF,)
    clocks = (clocks.STAFF_SUPERVISION,)
    breakdowns = (TEAM,)
    counted_in = "social work posts and social workers"
    counted_in_one = "social work post or social worker"

    in_post = YesNo("a social worker is in post", when_no="no social worker is in post")
    newly_qualified = YesNo(
        "the social worker is in the first year after qualifying", rests_on=((records.STAFF, "newly_qualified"),)
    )
    absent = YesNo(
        "the social worker was away on the day for sickness or on long leave",
        when_no="the social worker was not away on the day",
        rests_on=((records.STAFF, "absent_on_day"),),
    )
    supervision_could_be_due = YesNo(
        "the social worker has been in post for longer than the time allowed",
        rests_on=((records.STAFF, "started_on"),),
    )
    supervised_in_time = YesNo(
        "the last supervision written up is within the time allowed",
        rests_on=((records.STAFF_SUPERVISION, "held_on"),),
    )
    vacant_fte = Number(f"the vacant time (in {HOURS})", rests_on=((records.STAFF, "vacant_fte"),))
    post_fte = Number(
        f"the time of all posts (in {HOURS})", rests_on=((records.STAFF, "agency"), (records.STAFF, "fte"))
    )
    agency_fte = Number(
        f"the time of agency workers (in {HOURS})", rests_on=((records.STAFF, "agency"), (records.STAFF, "fte"))
    )
    working_fte = Number(
        f"the time of agency workers and of those employed (in {HOURS})",
        rests_on=((records.STAFF, "agency"), (records.STAFF, "fte")),
    )


class SocialWorkerMonth(Fact):
    """Employed by the council: agency workers come and go by contract. A leaver counts twelve times over, so that a
    month is told as a year and twelve months come to the leavers over the average in post."""

    shape = Shape.EVENTS
    needs = (records.STAFF,)
    breakdowns = (TEAM,)
    counted_in = "months of social workers employed"
    counted_in_one = "month of a social worker employed"

    employed_fte = Number(
        f"the time of those in post at the month end (in {HOURS})",
        rests_on=((records.STAFF, "agency"), (records.STAFF, "fte")),
    )
    leaver_fte = Number(
        f"the time of those who left in the month, twelve times over (in {HOURS})",
        rests_on=((records.STAFF, "left_on"),),
    )
    voluntary_leaver_fte = Number(
        f"the time of those who resigned or retired in the month, twelve times over (in {HOURS})",
        rests_on=((records.STAFF, "left_because"),),
    )
    days_absent = Number(
        "the working days lost to sickness (in hundredths of a day)", rests_on=((records.STAFF, "days_absent"),)
    )
    days_available = Number("the working days there were (in hundredths of a day)", rests_on=((records.STAFF, "fte"),))


class CaseloadAtMonthEnd(Fact):
    """Full-time or not: a worker of half a week with ten children is held to hold twenty."""

    shape = Shape.OPEN
    needs = (records.CASELOAD,)
    breakdowns = (TEAM,)
    counted_in = "workers holding children"
    counted_in_one = "worker holding children"

    children_for_each_full_time = Number(
        "the number of children held for each full-time week worked, rounded up",
        when_known="how much of a week the worker works is known",
        rests_on=((records.CASELOAD, "fte"),),
    )


posts = SocialWorkPostAtMonthEnd()
social_workers_by_month = SocialWorkerMonth()
caseloads = CaseloadAtMonthEnd()

FACTS: tuple[Fact, ...] = (posts, social_workers_by_month, caseloads)
