"""Facts of the front door."""

from everychild.facts.front_door import contacts, referrals
from tests.small_council import Delivery, engine, facts_of


def test_each_contact_counts_and_the_child_is_described_on_the_day(tmp_path):
    """Ann turned five the day before her second contact; Una was not yet born; nothing is known of Zed."""
    records = {
        "contact": """
            child_id | contacted_on | source
            Ann      | 2019-04-09   | 6
            Ann      | 2019-04-11   | 2A
            Una      | 2019-04-11   | 3B
            Zed      | 2019-04-11   | 10
        """,
        "child": """
            child_id | born_on    | expected_birth_on | sex    | ethnic_group
            Ann      | 2014-04-10 |                   | female | CHNE
            Una      |            | 2019-07-01        |        | WBRI
        """,
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)]) as running:
        rows = facts_of(running, contacts, "child_id", "happened_on", "age_band", "sex_name", "ethnic_group_name")

    assert [(row[0], *row[2:]) for row in rows] == [
        ("Ann", "1 to 4", "Female", "Asian"),
        ("Ann", "5 to 9", "Female", "Asian"),
        ("Una", "Unborn", "Not recorded", "White"),
        ("Zed", "Not known", "Not recorded", "Not known"),
    ]


def test_a_re_referral_is_within_twelve_months_of_the_one_before(tmp_path):
    """Bea's second is a year and a day after her first. Cal's only one has earlier ones the case system counts."""
    records = {
        "referral": """
            child_id | referred_on | no_further_action | earlier_referrals
            Ann      | 2019-01-10  | no                | 0
            Ann      | 2019-04-10  | no                | 1
            Bea      | 2018-04-09  | yes               | 0
            Bea      | 2019-04-10  | no                | 0
            Cal      | 2019-04-10  | no                | 2
            Dee      | 2018-04-10  | no                | 0
            Dee      | 2019-04-10  | no                |
        """
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)]) as running:
        rows = facts_of(running, referrals, "child_id", "happened_on", "is_re_referral")

    assert [(child, again) for child, day, again in rows if str(day) == "2019-04-10"] == [
        ("Ann", True),
        ("Bea", False),
        ("Cal", True),
        ("Dee", True),
    ]
    assert ("Bea", False) in [(child, again) for child, _, again in rows]


CONTACTS = """
    child_id | contacted_on | source | decided_on | outcome
    Ann      | 2019-04-18   | 6      | 2019-04-23 | referral
    Ann      | 2019-01-18   | 2A     | 2019-01-18 | signposted
    Ann      | 2018-10-17   | 2A     | 2018-10-17 | signposted
    Bea      | 2019-04-20   | 6      | 2019-04-24 | referral
    Cal      | 2019-04-02   | 6      |            |
    Cal      | 2019-04-02   | 2A     | 2019-04-03 | strategy_discussion
"""


def test_contacts_are_timed_to_the_decision_over_easter(tmp_path):
    """From Maundy Thursday to Tuesday is one working day; from Saturday to Wednesday two. Cal’s first is undecided."""
    with engine(tmp_path, [Delivery("2019-05-03", {"contact": CONTACTS})]) as running:
        rows = facts_of(running, contacts, "happened_on", "child_id", "working_days_to_decision")

    assert [(child, days) for day, child, days in rows if str(day) >= "2019-04-01"] == [
        ("Cal", 1),
        ("Cal", None),
        ("Ann", 1),
        ("Bea", 2),
    ]


def test_a_repeat_contact_follows_another_within_three_months_to_the_day(tmp_path):
    """18 January to 18 April is; 17 October to 18 January is a day too long; two on one day are no repeats."""
    with engine(tmp_path, [Delivery("2019-05-03", {"contact": CONTACTS})], months=8) as running:
        rows = facts_of(running, contacts, "child_id", "happened_on", "is_repeat")

    assert [(child, str(day)) for child, day, repeat in rows if repeat] == [("Ann", "2019-04-18")]


REFERRALS = """
    child_id | referred_on | source
    Ann      | 2019-04-18  | 6
    Bea      | 2019-04-24  | 2A
    Cal      | 2019-04-01  | 3C
    Dee      | 2019-03-04  | 10
    Dee      | 2019-04-04  |
"""


def test_a_referral_is_decided_where_its_contact_was(tmp_path):
    """Bea’s contact came four days before her referral. Cal’s came after his, so it cannot have brought it."""
    records = {"contact": CONTACTS, "referral": REFERRALS}
    with engine(tmp_path, [Delivery("2019-05-03", records)]) as running:
        rows = facts_of(running, referrals, "child_id", "working_days_to_decision", "referrer_name")

    assert rows == [
        ("Ann", 1, "Police"),
        ("Bea", 2, "Schools"),
        ("Cal", None, "Health"),
        ("Dee", None, "Not known"),
        ("Dee", None, "Not known"),
    ]


def test_an_assessment_follows_the_last_referral_before_it_within_a_month(tmp_path):
    """Dee was referred twice and assessed after the second. Ann’s began a day too late to be because of hers."""
    assessed = "child_id | started_on\nDee | 2019-04-05\nAnn | 2019-05-19\nCal | 2019-05-01\nBea | 2019-04-23"
    records = {"referral": REFERRALS, "assessment": assessed}
    with engine(tmp_path, [Delivery("2019-06-03", records)], last="2019-05") as running:
        rows = facts_of(running, referrals, "child_id", "happened_on", "led_to_assessment")

    assert [(child, str(day)) for child, day, led in rows if led] == [("Cal", "2019-04-01"), ("Dee", "2019-04-04")]
