"""Facts of education, health and care plans: requests, assessments, plans, reviews, advice and appeals."""

from everychild.facts import clocks
from everychild.facts.fact import CHILD, WHO, Breakdown, Fact, Shape
from everychild.facts.language import Coded, Number, YesNo
from everychild.records import special_needs as records

SPECIAL_NEED = Breakdown("special_need", "Type of special educational need", "special_need")
ADVISER = Breakdown(
    "adviser",
    "Who advises",
    "adviser",
    ("Educational psychologist", "Health", "Social care", "School or other setting", "Another adviser"),
)
APPEAL_AGAINST = Breakdown(
    "appeal_against",
    "What the appeal is against",
    "appeal_against",
    (*records.APPEAL_AGAINST.values.values(), "Not known"),
)


class EhcPlanAtMonthEnd(Fact):
    """From birth to 25. A review is done on the date of the council’s letter, not of the meeting."""

    shape = Shape.OPEN
    needs = (records.PLAN,)
    clocks = (clocks.EHC_ANNUAL_REVIEW,)
    breakdowns = (*WHO, SPECIAL_NEED)
    counted_in = "education, health and care plans"
    counted_in_one = "education, health and care plan"

    out_of_area = YesNo(
        "the school or other setting is outside the council’s area",
        when_no="the school or other setting is inside the council’s area",
        rests_on=((records.PLAN, "out_of_area"),),
    )
    review_could_be_due = YesNo("the plan is more than 12 months old")
    reviewed_in_time = YesNo(
        "the council’s letter after the last review is within the time allowed",
        rests_on=((records.REVIEW, "decided_on"),),
    )


class EhcRequestReceived(Fact):
    """Each request counts, a second one for the same child too."""

    shape = Shape.EVENTS
    needs = (records.REQUEST,)
    counted_in = "requests for an education, health and care assessment"
    counted_in_one = "request for an education, health and care assessment"


class EhcDecisionMade(Fact):
    """Yes or no. A request withdrawn before it was decided is not here."""

    shape = Shape.EVENTS
    needs = (records.REQUEST,)
    clocks = (clocks.EHC_DECISION,)
    counted_in = "decisions whether to assess"
    counted_in_one = "decision whether to assess"

    days_to_decision = Number("the time from request to decision", rests_on=((records.REQUEST, "decided_on"),))


class EhcRequestUndecidedAtMonthEnd(Fact):
    """The ones a measure of decisions made cannot see."""

    shape = Shape.OPEN
    needs = (records.REQUEST,)
    clocks = (clocks.EHC_DECISION,)
    counted_in = "requests not decided"
    counted_in_one = "request not decided"

    days_undecided = Number("the time since the request", rests_on=((records.REQUEST, "decided_on"),))


class EhcPlanIssued(Fact):
    """In the month of the final plan. Drafts do not count."""

    shape = Shape.EVENTS
    needs = (records.REQUEST,)
    clocks = (clocks.EHC_PLAN,)
    counted_in = "new plans issued"
    counted_in_one = "new plan issued"

    days_to_issue = Number("the time from request to final plan", rests_on=((records.REQUEST, "final_issued_on"),))
    has_exception = YesNo(
        "one of the exceptions to the time allowed applied",
        when_no="none of the exceptions to the time allowed applied",
        rests_on=((records.REQUEST, "exception"),),
    )


class EhcAssessmentOpenAtMonthEnd(Fact):
    """Agreed, and neither a final plan issued nor the assessment ended without one."""

    shape = Shape.OPEN
    needs = (records.REQUEST,)
    clocks = (clocks.EHC_PLAN,)
    counted_in = "assessments agreed and not finished"
    counted_in_one = "assessment agreed and not finished"

    days_open = Number("the time since the request", rests_on=((records.REQUEST, "final_issued_on"),))


class EhcAdviceDue(Fact):
    """In the month the advice fell due, so that advice that never came is counted."""

    shape = Shape.OBLIGATIONS
    needs = (records.ADVICE,)
    due = "due_on"
    due_by = (clocks.EHC_ADVICE,)
    clocks = (clocks.EHC_ADVICE,)
    breakdowns = (*WHO, ADVISER)
    counted_in = "pieces of advice due"
    counted_in_one = "piece of advice due"

    days_to_advice = Number(
        "the time from asking to receiving",
        when_known="the advice came",
        rests_on=((records.ADVICE, "received_on"),),
    )


class EhcAppealRegistered(Fact):
    """By the tribunal; an appeal carries no team."""

    shape = Shape.EVENTS
    needs = (records.APPEAL,)
    breakdowns = (*CHILD, APPEAL_AGAINST)
    counted_in = "appeals registered"
    counted_in_one = "appeal registered"


class EhcAppealConcluded(Fact):
    """However it ended: decided, conceded or withdrawn."""

    shape = Shape.EVENTS
    needs = (records.APPEAL,)
    breakdowns = CHILD
    counted_in = "appeals that ended"
    counted_in_one = "appeal that ended"

    outcome = Coded("the outcome", codes=records.APPEAL_OUTCOME, rests_on=((records.APPEAL, "outcome"),))


plans = EhcPlanAtMonthEnd()
requests = EhcRequestReceived()
decisions = EhcDecisionMade()
undecided = EhcRequestUndecidedAtMonthEnd()
plans_issued = EhcPlanIssued()
assessments_open = EhcAssessmentOpenAtMonthEnd()
advice = EhcAdviceDue()
appeals = EhcAppealRegistered()
appeals_concluded = EhcAppealConcluded()

FACTS: tuple[Fact, ...] = (
    plans,
    requests,
    decisions,
    undecided,
    plans_issued,
    assessments_open,
    advice,
    appeals,
    appeals_concluded,
)
