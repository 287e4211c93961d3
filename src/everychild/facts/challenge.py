"""Facts of challenge and advocacy: escalations raised, and advocates offered in time."""

from everychild.facts import clocks
from everychild.facts.fact import WHO, Breakdown, Fact, Shape
from everychild.facts.language import YesNo
from everychild.records import codes
from everychild.records.challenge import ADVOCACY_OFFER, ESCALATION
from everychild.records.child_protection import CONFERENCE
from everychild.records.children_in_care import PERIOD_OF_CARE

RAISED_BY = Breakdown("raised_by", "Raised by", "raised_by_name", (*codes.RAISED_BY.values.values(), "Not known"))
OCCASION = Breakdown("occasion", "Occasion", "occasion_name", ("Initial conference", "Coming into care"))


class EscalationRaised(Fact):
    """Formal ones alone: what was settled in a talk with the team is not logged as an escalation."""

    shape = Shape.EVENTS
    needs = (ESCALATION,)
    breakdowns = (*WHO, RAISED_BY)
    counted_in = "formal escalations"
    counted_in_one = "formal escalation"


class AdvocacyOfferDue(Fact):
    """By the day of the conference, or so long after coming into care; a child who left care sooner has none due."""

    shape = Shape.OBLIGATIONS
    needs = (CONFERENCE, PERIOD_OF_CARE, ADVOCACY_OFFER)
    clocks = (clocks.ADVOCACY_BEFORE_CONFERENCE, clocks.ADVOCACY_IN_CARE)
    breakdowns = (*WHO, OCCASION)
    counted_in = "conferences and times into care by which an advocate should have been offered"
    counted_in_one = "conference or time into care"

    offered_in_time = YesNo("an advocate was offered in time")
    is_four_or_over = YesNo("the child was four or over")


escalations = EscalationRaised()
advocacy_offers_due = AdvocacyOfferDue()

FACTS: tuple[Fact, ...] = (escalations, advocacy_offers_due)
