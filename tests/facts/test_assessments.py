"""Facts of social work assessments."""

from everychild.facts.assessments import (
    assessments_authorised,
    assessments_followed_up,
    assessments_open,
    factors_found,
    review_points_due,
)
from tests.small_council import Delivery, engine, facts_of

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


def test_an_assessment_may_be_counted_from_its_referral_or_from_its_start(tmp_path):
    """Ann was referred two working days before. Bea was assessed again on an open case, long after her referral; so
    was Cal, whose referral had already led to an assessment."""
    records = {
        "assessment": """
            child_id | started_on | authorised_on
            Ann      | 2019-04-03 | 2019-04-10
            Bea      | 2019-04-03 | 2019-04-10
            Cal      | 2019-03-14 | 2019-03-20
            Cal      | 2019-04-03 | 2019-04-10
        """,
        "referral": """
            child_id | referred_on
            Ann      | 2019-04-01
            Bea      | 2019-03-02
            Cal      | 2019-03-13
        """,
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)]) as running:
        columns = ("child_id", "happened_on", "working_days_taken", "working_days_from_referral", "length_name")
        rows = facts_of(running, assessments_authorised, *columns)

    assert [(row[0], *row[2:]) for row in rows] == [
        ("Ann", 5, 7, "10 or fewer"),
        ("Bea", 5, 5, "10 or fewer"),
        ("Cal", 4, 5, "10 or fewer"),
        ("Cal", 5, 5, "10 or fewer"),
    ]


def test_who_came_back_is_counted_when_the_time_is_over(tmp_path):
    """Finished on 31 October, six months are over on 30 April: back that day is back in time. Cal needed social care."""
    records = {
        "assessment": """
            child_id | started_on | authorised_on | support_required
            Ann      | 2018-10-01 | 2018-10-31    | no
            Bea      | 2018-10-01 | 2018-10-31    | no
            Cal      | 2018-10-01 | 2018-10-31    | yes
            Dee      | 2018-10-01 | 2018-10-31    |
            Bea      | 2019-05-01 |               |
        """,
        "referral": "child_id | referred_on\nAnn | 2019-04-30\nCal | 2018-12-01\nBea | 2018-09-30",
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)]) as running:
        rows = facts_of(running, assessments_followed_up, "child_id", "happened_on", "followed_for", "came_back")

    assert [(child, str(day), which, back) for child, day, which, back in rows] == [
        ("Ann", "2019-04-30", "follow_up", True),
        ("Ann", "2019-10-31", "long_follow_up", True),
        ("Bea", "2019-04-30", "follow_up", False),
        ("Bea", "2019-10-31", "long_follow_up", True),
    ]


def test_a_review_point_is_kept_on_the_day_agreed_and_not_after(tmp_path):
    """Cal’s has not been held at all."""
    points = """
        child_id | started_on | due_on     | reviewed_on
        Ann      | 2019-04-01 | 2019-04-15 | 2019-04-15
        Bea      | 2019-04-01 | 2019-04-15 | 2019-04-16
        Cal      | 2019-04-01 | 2019-04-15 |
    """
    with engine(tmp_path, [Delivery("2019-05-03", {"assessment_review_point": points})]) as running:
        rows = facts_of(running, review_points_due, "child_id", "reviewed_in_time")

    assert rows == [("Ann", True), ("Bea", False), ("Cal", False)]


def test_factors_are_counted_in_groups_and_none_found_is_none(tmp_path):
    """Two factors of one kind are two; a code for no factors belongs to no kind."""
    factors = """
        child_id | authorised_on | factor
        Ann      | 2019-04-15    | 3A
        Ann      | 2019-04-15    | 3B
        Bea      | 2019-04-15    | 21
        Cal      | 2019-04-15    | 8B
    """
    with engine(tmp_path, [Delivery("2019-05-03", {"assessment_factor": factors})]) as running:
        rows = facts_of(running, factors_found, "child_id", "factor_name")

    assert rows == [("Ann", "Domestic abuse"), ("Ann", "Domestic abuse"), ("Bea", "Not known"), ("Cal", "Other")]
