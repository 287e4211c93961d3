"""Facts of early help."""

from everychild.facts import clocks
from everychild.facts.fact import WHO, Breakdown, Fact, Shape
from everychild.facts.language import Coded, Number, YesNo
from everychild.records import early_codes, front_door
from everychild.records import early_help as records

KIND_OF_HELP = Breakdown(
    "kind_of_help",
    "Kind of help",
    "kind_of_help_name",
    ("Early help", "Child in need", "Early help and child in need", "Family Help"),
)


class EarlyHelpRequestReceived(Fact):
    """Step-downs from social care are requests too. An assessment belongs to the last request before it."""

    shape = Shape.EVENTS
    needs = (records.EARLY_HELP_REQUEST,)
    clocks = (clocks.EARLY_HELP_DECISION, clocks.NEXT_STEP)
    counted_in = "requests for early help"
    counted_in_one = "request for early help"

    working_days_to_decision = Number(
        "the time from the request to the decision", rests_on=((records.EARLY_HELP_REQUEST, "decided_on"),)
    )
    is_step_down = YesNo(
        "the family came from social care",
        when_no="the family did not come from social care",
        rests_on=((records.EARLY_HELP_REQUEST, "step_down"),),
    )
    led_to_assessment = YesNo("an early help assessment followed from it")


class EarlyHelpAssessmentCompleted(Fact):
    """Abandoned assessments and those stepped up to social care are not completions."""

    shape = Shape.EVENTS
    needs = (records.EARLY_HELP_ASSESSMENT,)
    clocks = (clocks.EARLY_HELP_ASSESSMENT,)
    counted_in = "early help assessments completed"
    counted_in_one = "early help assessment completed"

    working_days_taken = Number(
        "the time from request to completion", rests_on=((records.EARLY_HELP_ASSESSMENT, "completed_on"),)
    )
    led_by_partner = YesNo(
        "somebody other than the council led it", rests_on=((records.EARLY_HELP_ASSESSMENT, "lead_agency"),)
    )


class EarlyHelpAssessmentOpen(Fact):
    """The ones a completed-only measure hides."""

    shape = Shape.OPEN
    needs = (records.EARLY_HELP_ASSESSMENT,)
    due = "due_on"
    due_by = (clocks.EARLY_HELP_ASSESSMENT,)
    clocks = (clocks.EARLY_HELP_ASSESSMENT,)
    counted_in = "open early help assessments"
    counted_in_one = "open early help assessment"

    working_days_open = Number("the time since the request")


class EarlyHelpStarted(Fact):
    """A period that begins on the day another ended is the same help carried on, and no repeat."""

    shape = Shape.EVENTS
    needs = (records.EARLY_HELP_EPISODE,)
    clocks = (clocks.EARLY_HELP_REPEAT,)
    counted_in = "periods of early help started"
    counted_in_one = "period of early help started"

    is_repeat = YesNo("the child had early help that ended in the 12 months before", looks_back=12)


class EarlyHelpEnded(Fact):
    """In the month it ended, for each child."""

    shape = Shape.EVENTS
    needs = (records.EARLY_HELP_EPISODE,)
    counted_in = "periods of early help ended"
    counted_in_one = "period of early help ended"

    end_reason = Coded(
        "the reason it ended",
        codes=early_codes.EARLY_HELP_ENDED,
        rests_on=((records.EARLY_HELP_EPISODE, "end_reason"),),
    )


class EarlyHelpFollowedUp(Fact):
    """Counted when the six months are over, so that every child has been followed up for as long.

    A referral that went no further is no step up. One whose outcome is not recorded is a referral all the same.
    """

    shape = Shape.EVENTS
    needs = (records.EARLY_HELP_EPISODE, front_door.REFERRAL)
    clocks = (clocks.FOLLOW_UP,)
    counted_in = "periods of early help that ended six months before"
    counted_in_one = "period of early help that ended six months before"

    stepped_up = YesNo(
        "the child was stepped up to social care, or referred to it in the six months after", looks_back=6
    )


class ChildInEarlyHelpAtMonthEnd(Fact):
    """Children, not families; a child helped by two agencies at once is one child."""

    shape = Shape.OPEN
    needs = (records.EARLY_HELP_EPISODE,)
    counted_in = "children helped by early help"
    counted_in_one = "child helped by early help"


class ChildHelpedAtMonthEnd(Fact):
    """Early help and child in need plans counted together, each child once, at every month end we have.

    Families First merges the two into Family Help on a day that differs from council to council, and the national
    returns ask for them apart meanwhile. So the total is counted before and after alike, because a line that began on
    the day of the switch could be compared with nothing, and "Not supplied" or "None were due" before it would not be
    true. What the day (council.toml, `[families_first] switched_on`) changes is the split by kind of help: from then on
    every child is helped by Family Help, and the line between the two kinds is no longer drawn.
    """

    shape = Shape.OPEN
    needs = (records.EARLY_HELP_EPISODE, front_door.CHILD_IN_NEED_EPISODE)
    rests_on = ((front_door.CHILD_IN_NEED_EPISODE, "case_status"),)
    breakdowns = (*WHO, KIND_OF_HELP)
    counted_in = "children helped by early help or on a child in need plan"
    counted_in_one = "child helped by early help or on a child in need plan"


requests = EarlyHelpRequestReceived()
assessments_completed = EarlyHelpAssessmentCompleted()
assessments_open = EarlyHelpAssessmentOpen()
episodes_started = EarlyHelpStarted()
episodes_ended = EarlyHelpEnded()
episodes_followed_up = EarlyHelpFollowedUp()
children_in_early_help = ChildInEarlyHelpAtMonthEnd()
children_helped = ChildHelpedAtMonthEnd()

FACTS: tuple[Fact, ...] = (
    requests,
    assessments_completed,
    assessments_open,
    episodes_started,
    episodes_ended,
    episodes_followed_up,
    children_in_early_help,
    children_helped,
)
