"""Facts of social work assessments: finished, open, how they ended and what came after."""

from everychild.facts import clocks
from everychild.facts.fact import WHO, Breakdown, Fact, Shape
from everychild.facts.language import Coded, Number, YesNo
from everychild.records import Codes, assessed
from everychild.records import front_door as records

LENGTH = Breakdown(
    "length",
    "Band of working days",
    "length_name",
    ("10 or fewer", "11 to 20", "21 to 30", "31 to 40", "41 to 45", "46 or more", "Not known"),
    rests_on=((records.ASSESSMENT, "authorised_on"),),
)
FACTOR = Breakdown(
    "factor",
    "Factor",
    "factor_name",
    (
        "Domestic abuse",
        "Mental health",
        "Neglect",
        "Emotional abuse",
        "Physical abuse",
        "Sexual abuse",
        "Exploitation, trafficking and gangs",
        "Alcohol misuse",
        "Drug misuse",
        "Disability or illness",
        "Going missing or self-harm",
        "Young carers",
        "Socially unacceptable behaviour",
        "Other",
        "Not known",
    ),
)
"""The census’s codes in groups; "no factors found" says nothing of a kind, and is counted with what is not known."""

FOLLOWED_FOR = Codes("time followed up for", {"follow_up": "Six months", "long_follow_up": "12 months"})


class AssessmentAuthorised(Fact):
    """Complete when a manager has authorised it, not when the worker has finished (census guide)."""

    shape = Shape.EVENTS
    needs = (records.ASSESSMENT,)
    clocks = (clocks.ASSESSMENT, clocks.ASSESSMENT_FROM_REFERRAL, clocks.NEXT_STEP)
    breakdowns = (*WHO, LENGTH)
    counted_in = "assessments authorised"
    counted_in_one = "assessment authorised"

    working_days_taken = Number(
        "the time from start to authorisation", rests_on=((records.ASSESSMENT, "authorised_on"),)
    )
    working_days_from_referral = Number(
        "the time from the referral (or where none led to it, from the start) to authorisation",
        rests_on=((records.ASSESSMENT, "authorised_on"),),
    )
    child_seen = YesNo("the child was seen", rests_on=((records.ASSESSMENT, "child_seen"),))
    support_required = YesNo(
        "the child was found to need children’s social care",
        when_no="the child was found not to need children’s social care",
        rests_on=((records.ASSESSMENT, "support_required"),),
    )
    is_unborn = YesNo("the child was not yet born", when_no="the child has been born")


class AssessmentOpen(Fact):
    """The ones a completed-only measure hides."""

    shape = Shape.OPEN
    needs = (records.ASSESSMENT,)
    due = "due_on"
    due_by = (clocks.ASSESSMENT,)
    clocks = (clocks.ASSESSMENT,)
    counted_in = "open assessments"
    counted_in_one = "open assessment"

    working_days_open = Number("the time since the assessment began")


class AssessmentFollowedUp(Fact):
    """Of those that found no need for social care: did the child come back, by a referral or another assessment?

    Counted when the time is over, so that every child has been followed up for as long.
    """

    shape = Shape.EVENTS
    needs = (records.ASSESSMENT, records.REFERRAL)
    clocks = (clocks.FOLLOW_UP, clocks.LONG_FOLLOW_UP)
    counted_in = "assessments that found no need for social care, followed up"
    counted_in_one = "assessment that found no need for social care, followed up"

    followed_for = Coded("the time followed up for", codes=FOLLOWED_FOR)
    came_back = YesNo("the child was referred or assessed again in that time", looks_back=6)
    came_back_in_the_longer = YesNo("the child was referred or assessed again in that longer time", looks_back=12)


class AssessmentReviewPointDue(Fact):
    """The day is agreed when the assessment begins, and recorded with it (census guide, an optional item)."""

    shape = Shape.OBLIGATIONS
    needs = (assessed.ASSESSMENT_REVIEW_POINT,)
    due = "happened_on"
    counted_in = "review points of assessments"
    counted_in_one = "review point of an assessment"

    reviewed_in_time = YesNo(
        "a manager had reviewed the assessment by the day agreed",
        rests_on=((assessed.ASSESSMENT_REVIEW_POINT, "reviewed_on"),),
    )


class AssessmentFactorFound(Fact):
    """Found when an assessment is finished and the child needs social care; an assessment may find several."""

    shape = Shape.EVENTS
    needs = (assessed.ASSESSMENT_FACTOR,)
    breakdowns = (*WHO, FACTOR)
    counted_in = "factors found at the end of assessments"
    counted_in_one = "factor found at the end of an assessment"


assessments_authorised = AssessmentAuthorised()
assessments_open = AssessmentOpen()
assessments_followed_up = AssessmentFollowedUp()
review_points_due = AssessmentReviewPointDue()
factors_found = AssessmentFactorFound()

FACTS: tuple[Fact, ...] = (
    assessments_authorised,
    assessments_open,
    assessments_followed_up,
    review_points_due,
    factors_found,
)
