"""Facts of pre-proceedings, care proceedings and orders that deprive a child of liberty."""

from everychild.facts.children_in_care import children_in_care
from everychild.facts.proceedings import in_pre_proceedings, proceedings_ended, proceedings_open
from everychild.layouts.layout import Coverage
from tests.small_council import Delivery, engine, facts_of

LONG = Coverage(months=60)


def test_twenty_six_weeks_are_182_days_the_last_of_them_in_time(tmp_path):
    """Ann’s ended on the last day allowed and Bea’s on the next. Cal’s were issued and ended on one day."""
    records = {
        "care_proceedings": """
            child_id | issued_on  | ended_on
            Ann      | 2018-10-24 | 2019-04-24
            Bea      | 2018-10-24 | 2019-04-25
            Cal      | 2019-04-24 | 2019-04-24
            Dee      | 2018-10-24 |
        """
    }
    with engine(tmp_path, [Delivery("2019-05-03", records, LONG)], months=1) as running:
        rows = facts_of(running, proceedings_ended, "child_id", "days_taken", "ended_in_time")

    assert rows == [("Ann", 182, True), ("Bea", 183, False), ("Cal", 0, True)]


def test_open_proceedings_are_overdue_the_day_after_the_last_day_allowed(tmp_path):
    """At the end of April: Ann’s last day is today, Bea’s was yesterday; Cal’s ended today and are not open."""
    records = {
        "care_proceedings": """
            child_id | issued_on  | ended_on
            Ann      | 2018-10-30 |
            Bea      | 2018-10-29 | 2019-05-02
            Cal      | 2018-01-01 | 2019-04-30
        """
    }
    with engine(tmp_path, [Delivery("2019-05-03", records, LONG)], months=1) as running:
        rows = facts_of(running, proceedings_open, "child_id", "is_overdue")

    assert rows == [("Ann", False), ("Bea", True)]


def test_pre_proceedings_are_open_from_the_letter_until_they_end(tmp_path):
    """Ann’s go on; Bea’s ended the day they began; Cal’s ended after the month end."""
    records = {
        "pre_proceedings": """
            child_id | letter_sent_on | ended_on   | outcome
            Ann      | 2019-02-19     |            | continuing
            Bea      | 2019-04-15     | 2019-04-15 | issued
            Cal      | 2019-04-30     | 2019-05-01 | stepped_down
        """
    }
    with engine(tmp_path, [Delivery("2019-05-03", records, LONG)], months=1) as running:
        rows = facts_of(running, in_pre_proceedings, "child_id", "days_open")

    assert rows == [("Ann", 70), ("Cal", 0)]


def test_an_order_that_ends_on_the_day_is_over(tmp_path):
    """Ann lives under an order at the month end. Bea’s ended that day."""
    records = {
        "period_of_care": "child_id | started_on\nAnn | 2018-01-10\nBea | 2018-01-10",
        "deprivation_of_liberty_order": """
            child_id | started_on | ended_on
            Ann      | 2019-01-10 | 2019-05-01
            Bea      | 2019-01-10 | 2019-04-30
        """,
    }
    with engine(tmp_path, [Delivery("2019-05-03", records, LONG)], months=1) as running:
        assert facts_of(running, children_in_care, "child_id", "deprived_of_liberty") == [("Ann", True), ("Bea", False)]
