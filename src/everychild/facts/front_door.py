"""Facts of the front door, assessments and children in need."""

from everychild.facts import clocks
from everychild.facts.fact import CHILD, Fact, Shape
from everychild.facts.language import Coded, Number, YesNo
from everychild.records import codes
from everychild.records import front_door as records


class ContactReceived(Fact):
    """One per child, as Annex A counts; contacts carry no team."""

    shape = Shape.EVENTS
    needs = (records.CONTACT,)
    breakdowns = CHILD
    counted_in = "contacts"
    counted_in_one = "contact"


class ReferralReceived(Fact):
    """A re-referral is told by the referrals we hold and, for a child's latest, by the case system's own count."""

    shape = Shape.EVENTS
    needs = (records.REFERRAL,)
    clocks = (clocks.RE_REFERRAL,)
    counted_in = "referrals"
    counted_in_one = "referral"

    no_further_action = YesNo("the referral went no further", rests_on=((records.REFERRAL, "no_further_action"),))
    is_re_referral = YesNo("the child had another referral in the 12 months before")


class AssessmentAuthorised(Fact):
    """Complete when a manager has authorised it, not when the worker has finished (census guide)."""

    shape = Shape.EVENTS
    needs = (records.ASSESSMENT,)
    clocks = (clocks.ASSESSMENT,)
    counted_in = "assessments authorised"
    counted_in_one = "assessment authorised"

    working_days_taken = Number(
        "the time from start to authorisation", rests_on=((records.ASSESSMENT, "authorised_on"),)
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
    clocks = (clocks.ASSESSMENT,)
    counted_in = "open assessments"
    counted_in_one = "open assessment"

    working_days_open = Number("the time since the assessment began")


class ChildInNeedAtMonthEnd(Fact):
    """As Annex A list 6 holds them: plans, care and open assessments; not care leavers, not referrals alone."""

    shape = Shape.OPEN
    needs = (records.CHILD_IN_NEED_EPISODE,)
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


contacts = ContactReceived()
referrals = ReferralReceived()
assessments_authorised = AssessmentAuthorised()
assessments_open = AssessmentOpen()
children_in_need = ChildInNeedAtMonthEnd()

FACTS: tuple[Fact, ...] = (contacts, referrals, assessments_authorised, assessments_open, children_in_need)
