"""Facts of strategy discussions and section 47 enquiries: begun, concluded, still going on, and what they led to."""

from everychild.facts import clocks
from everychild.facts.fact import WHO, Breakdown, Fact, Shape
from everychild.facts.language import Number, YesNo
from everychild.records import child_protection as records
from everychild.records import protection_meetings

DISCUSSION_OUTCOME = Breakdown(
    "discussion_outcome",
    "What it led to",
    "outcome_name",
    (
        "An enquiry by social care",
        "An enquiry with the police",
        "An assessment",
        "No further action",
        "Something else",
        "Not known",
    ),
)
ENQUIRY_OUTCOME = Breakdown(
    "enquiry_outcome",
    "What it led to",
    "outcome_name",
    (
        "A conference",
        "An assessment",
        "Help without a conference",
        "Legal action",
        "No further action",
        "Something else",
        "Not known",
    ),
)


class StrategyDiscussionHeld(Fact):
    """Each child discussed counts, and each discussion: one that reviews an enquiry is another discussion."""

    shape = Shape.EVENTS
    needs = (protection_meetings.STRATEGY_DISCUSSION,)
    breakdowns = (*WHO, DISCUSSION_OUTCOME)
    counted_in = "strategy discussions"
    counted_in_one = "strategy discussion"


class Section47Started(Fact):
    """Started by the strategy discussion that decided on it."""

    shape = Shape.EVENTS
    needs = (records.SECTION_47_ENQUIRY,)
    counted_in = "section 47 enquiries"
    counted_in_one = "section 47 enquiry"


class Section47ConferenceDue(Fact):
    """In the month the time for a conference ran out, when it is known whether there was one.

    A conference held late still shows that the enquiry led to one. A child on a plan already is to be recorded as not
    needing one decided on, so only a conference held is a yes, only “not required” a no.
    """

    shape = Shape.OBLIGATIONS
    needs = (records.SECTION_47_ENQUIRY,)
    clocks = (clocks.INITIAL_CONFERENCE,)
    counted_in = "section 47 enquiries whose time for a conference has run"
    counted_in_one = "section 47 enquiry"

    led_to_conference = YesNo(
        "an initial conference was held", rests_on=((records.SECTION_47_ENQUIRY, "conference_on"),)
    )


class Section47AwaitingConference(Fact):
    """As the children in need census asks at the year end: begun, no conference held, and none ruled out.

    Those that will never have one are left out: a conference was decided to be unnecessary, the enquiry was concluded
    with another outcome, the child has had an initial conference since, or has been on a plan since it began.
    """

    shape = Shape.OPEN
    needs = (records.SECTION_47_ENQUIRY, records.CHILD_PROTECTION_PLAN)
    clocks = (clocks.INITIAL_CONFERENCE,)
    counted_in = "section 47 enquiries waiting for a conference"
    counted_in_one = "section 47 enquiry waiting for a conference"

    working_days_waiting = Number("the time since the strategy discussion")


class Section47Concluded(Fact):
    """In the month the enquiry was concluded, whatever it led to."""

    shape = Shape.EVENTS
    needs = (protection_meetings.SECTION_47_OUTCOME,)
    clocks = (clocks.SECTION_47_ENQUIRY,)
    breakdowns = (*WHO, ENQUIRY_OUTCOME)
    counted_in = "section 47 enquiries concluded"
    counted_in_one = "section 47 enquiry concluded"

    working_days_taken = Number("the time from the strategy discussion to the conclusion")


class Section47NotConcluded(Fact):
    """Open on the day itself; one whose beginning we cannot place has no age."""

    shape = Shape.OPEN
    needs = (protection_meetings.SECTION_47_OUTCOME,)
    due = "due_on"
    due_by = (clocks.SECTION_47_ENQUIRY,)
    clocks = (clocks.SECTION_47_ENQUIRY,)
    counted_in = "open section 47 enquiries"
    counted_in_one = "open section 47 enquiry"

    working_days_open = Number("the time since the strategy discussion")


strategy_discussions = StrategyDiscussionHeld()
section_47_enquiries = Section47Started()
enquiries_due_a_conference = Section47ConferenceDue()
enquiries_awaiting_conference = Section47AwaitingConference()
enquiries_concluded = Section47Concluded()
enquiries_open = Section47NotConcluded()

FACTS: tuple[Fact, ...] = (
    strategy_discussions,
    section_47_enquiries,
    enquiries_due_a_conference,
    enquiries_awaiting_conference,
    enquiries_concluded,
    enquiries_open,
)
