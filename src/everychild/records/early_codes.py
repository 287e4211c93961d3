"""Codes of early help, the front door, assessments and allegations: the census’s own, or where it has none, ours."""

from __future__ import annotations

from everychild.records.table import Codes

REQUEST_OUTCOME = Codes(
    "what a request for early help led to",
    {
        "assessment": "Accepted for an assessment",
        "service": "Accepted for a service",
        "stepped_up": "Stepped up to social care",
        "signposted": "Pointed to other help",
        "declined": "Declined by the family",
        "no_further_action": "No further action",
    },
)

EARLY_HELP_ENDED = Codes(
    "why early help ended",
    {
        "needs_met": "Needs met",
        "stepped_up": "Stepped up to social care",
        "disengaged": "The family withdrew",
        "moved": "Moved away",
        "other": "Other",
    },
)

CONTACT_OUTCOME = Codes(
    "what was decided about a contact",
    {
        "referral": "Referral to children’s social care",
        "strategy_discussion": "Strategy discussion",
        "existing_case": "Passed to the worker of an open case",
        "early_help": "Early help",
        "signposted": "Advice, or pointed to other help",
        "no_further_action": "No further action",
    },
)

ASSESSMENT_FACTOR = Codes(
    "factor found at the end of an assessment",
    {
        "1A": "Alcohol misuse by the child",
        "1B": "Alcohol misuse by a parent or carer",
        "1C": "Alcohol misuse by another person in the household",
        "2A": "Drug misuse by the child",
        "2B": "Drug misuse by a parent or carer",
        "2C": "Drug misuse by another person in the household",
        "3A": "Domestic abuse of the child",
        "3B": "Domestic abuse of a parent or carer",
        "3C": "Domestic abuse of another person in the household",
        "4A": "Mental health of the child",
        "4B": "Mental health of a parent or carer",
        "4C": "Mental health of another person in the household",
        "5A": "Learning disability of the child",
        "5B": "Learning disability of a parent or carer",
        "5C": "Learning disability of another person in the household",
        "6A": "Physical disability or illness of the child",
        "6B": "Physical disability or illness of a parent or carer",
        "6C": "Physical disability or illness of another person in the household",
        "7A": "Young carer",
        "8B": "Privately fostered: from overseas, intends to return",
        "8C": "Privately fostered: from overseas, intends to stay",
        "8D": "Privately fostered: from the United Kingdom, in an education placement",
        "8E": "Privately fostered: from the United Kingdom, by arrangement with the family",
        "8F": "Privately fostered: other",
        "9A": "Unaccompanied child seeking asylum",
        "10A": "Going missing",
        "11A": "Child sexual exploitation",
        "12A": "Trafficking",
        "13A": "Gangs",
        "14A": "Socially unacceptable behaviour",
        "15A": "Self-harm",
        "16A": "Neglect",
        "17A": "Emotional abuse",
        "18A": "Physical abuse",
        "18B": "Physical abuse, child on child",
        "18C": "Physical abuse, adult on child",
        "19A": "Sexual abuse",
        "19B": "Sexual abuse, child on child",
        "19C": "Sexual abuse, adult on child",
        "20": "Other",
        "21": "No factors found",
        "22A": "Female genital mutilation",
        "23A": "Abuse linked to faith or belief",
        "24A": "Child criminal exploitation",
    },
)
"""The Department for Education’s, for the children in need census; 18A and 19A were later divided and are still met."""

PRE_PROCEEDINGS_OUTCOME = Codes(
    "outcome of pre-proceedings",
    {"issued": "Care proceedings issued", "stepped_down": "Stepped down", "continuing": "Continuing"},
)

ALLEGATION_OUTCOME = Codes(
    "outcome of an allegation",
    {
        "substantiated": "Substantiated",
        "unsubstantiated": "Unsubstantiated",
        "unfounded": "Unfounded",
        "malicious": "Malicious",
        "false": "False",
    },
)

WORKPLACE = Codes(
    "kind of workplace",
    {
        "education": "Education",
        "early_years": "Early years and childcare",
        "foster_care": "Foster care",
        "residential": "Children’s homes",
        "social_care": "Social care",
        "health": "Health",
        "police": "Police",
        "faith": "Faith groups",
        "leisure": "Sport and leisure",
        "transport": "Transport",
        "other": "Other",
    },
)
