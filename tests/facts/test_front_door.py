"""Facts of the front door, assessments and children in need."""

from everychild.facts.front_door import (
    assessments_authorised,
    assessments_open,
    children_in_need,
    contacts,
    referrals,
)
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


ASSESSMENTS = """
    child_id | started_on | authorised_on | child_seen | support_required
    Ann      | 2019-02-01 | 2019-04-05    | yes        | no
    Bea      | 2019-02-01 |               |            |
    Cal      | 2019-04-29 | 2019-05-01    | yes        | yes
"""


def test_an_assessment_ends_when_a_manager_authorises_it(tmp_path):
    """1 February to 5 April 2019 is 45 working days."""
    with engine(tmp_path, [Delivery("2019-05-03", {"assessment": ASSESSMENTS})]) as running:
        rows = facts_of(running, assessments_authorised, "child_id", "working_days_taken", "support_required")

    assert rows == [("Ann", 45, False), ("Cal", 2, True)]


def test_open_assessments_are_told_at_each_month_end(tmp_path):
    """Bea's has run 60 working days by 30 April."""
    with engine(tmp_path, [Delivery("2019-05-03", {"assessment": ASSESSMENTS})], months=1) as running:
        rows = facts_of(running, assessments_open, "child_id", "working_days_open")

    assert rows == [("Bea", 60), ("Cal", 1)]


def test_the_status_of_a_case_is_told_by_the_extract_taken_after_the_month_end(tmp_path):
    """Ann was on a child in need plan at the end of March, and in care by the end of April."""
    march = {"child_in_need_episode": "child_id | started_on | closed_on | case_status\nAnn | 2018-12-01 | | in_need"}
    april = {"child_in_need_episode": "child_id | started_on | closed_on | case_status\nAnn | 2018-12-01 | | in_care"}
    with engine(tmp_path, [Delivery("2019-04-03", march), Delivery("2019-05-03", april)], months=2) as running:
        rows = facts_of(running, children_in_need, "as_at", "case_status")

    assert [(str(day), status) for day, status in rows] == [("2019-03-31", "in_need"), ("2019-04-30", "in_care")]
