"""Facts of the front door: contacts and referrals."""

from everychild.facts import clocks
from everychild.facts.fact import CHILD, WHO, Breakdown, Fact, Shape
from everychild.facts.language import Coded, Number, YesNo
from everychild.records import early_codes
from everychild.records import front_door as records

REFERRER = Breakdown(
    "referrer",
    "Referrer",
    "referrer_name",
    (
        "Police",
        "Schools",
        "Health",
        "Family, friends and individuals",
        "Council services",
        "Education services",
        "Housing",
        "Other legal agencies",
        "Anonymous",
        "Other",
        "Not known",
    ),
    rests_on=((records.REFERRAL, "source"),),
)


class ContactReceived(Fact):
    """One per child, as Annex A counts; Annex A gives contacts no team. Two on one day are no repeat of each other."""

    shape = Shape.EVENTS
    needs = (records.CONTACT,)
    clocks = (clocks.CONTACT_DECISION, clocks.REPEAT_CONTACT)
    breakdowns = CHILD
    counted_in = "contacts"
    counted_in_one = "contact"

    working_days_to_decision = Number(
        "the time from the contact to the decision", rests_on=((records.CONTACT, "decided_on"),)
    )
    outcome = Coded("the decision", codes=early_codes.CONTACT_OUTCOME, rests_on=((records.CONTACT, "outcome"),))
    is_repeat = YesNo("there was another contact about the child in the three months before", looks_back=3)


class ReferralReceived(Fact):
    """A re-referral is told by the referrals we hold and, for a child's latest, by the case system's own count.

    The decision is that on the contact which brought the referral: the child's last before it with that outcome.
    """

    shape = Shape.EVENTS
    needs = (records.REFERRAL,)
    clocks = (clocks.RE_REFERRAL, clocks.REFERRAL_DECISION, clocks.NEXT_STEP)
    breakdowns = (*WHO, REFERRER)
    counted_in = "referrals"
    counted_in_one = "referral"

    no_further_action = YesNo("the referral went no further", rests_on=((records.REFERRAL, "no_further_action"),))
    is_re_referral = YesNo("the child had another referral in the 12 months before", sees_back=12)
    working_days_to_decision = Number(
        "the time from receiving the referral to the decision",
        rests_on=((records.CONTACT, "decided_on"), (records.CONTACT, "outcome")),
    )
    led_to_assessment = YesNo("a social work assessment followed from it")


contacts = ContactReceived()
referrals = ReferralReceived()

FACTS: tuple[Fact, ...] = (contacts, referrals)
