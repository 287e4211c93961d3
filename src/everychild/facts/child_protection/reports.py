"""Facts of reports to conferences and reviews."""

from everychild.facts import clocks
from everychild.facts.fact import DUAL_PLAN, WHO, Fact, Shape
from everychild.facts.language import Coded, Number
from everychild.records import child_protection as records
from everychild.records import codes


class MeetingReportDue(Fact):
    """A child on a dual plan has a row for each meeting. Judged against the day the meeting was held."""

    shape = Shape.OBLIGATIONS
    needs = (records.MEETING_REPORT,)
    due = "due_on"
    due_by = (clocks.REPORT_TO_INITIAL_CONFERENCE, clocks.REPORT_TO_REVIEW_CONFERENCE, clocks.REPORT_TO_CARE_REVIEW)
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


meeting_reports = MeetingReportDue()

FACTS: tuple[Fact, ...] = (meeting_reports,)
