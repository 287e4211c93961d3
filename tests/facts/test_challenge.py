"""Facts of escalations and of advocates offered."""

from everychild.facts.challenge import advocacy_offers_due, escalations
from tests.small_council import Delivery, engine, facts_of


def test_each_escalation_counts_with_who_raised_it(tmp_path):
    """Two officers on one day raised two."""
    records = {
        "escalation": """
            child_id | raised_on  | raised_by
            Ann      | 2019-04-02 | reviewing_officer
            Ann      | 2019-04-02 | conference_chair
            Bea      | 2019-04-03 |
        """
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)]) as running:
        rows = facts_of(running, escalations, "child_id", "raised_by_name")

    assert rows == [("Ann", "Conference chair"), ("Ann", "Independent reviewing officer"), ("Bea", "Not known")]


def test_an_advocate_is_offered_by_the_conference_or_within_twenty_working_days_of_coming_into_care(tmp_path):
    """For 18 April an offer counts from 19 March. From 18 March, 20 working days are up on 15 April.

    Ann was offered one on the day itself and Bea 31 days before; Cal on the last day allowed, Dee the day after. Eve
    left care first, Fay is in an agreed short break, and a transfer in is not an initial conference.
    """
    records = {
        "conference": """
            child_id | kind        | held_on
            Ann      | initial     | 2019-04-18
            Bea      | initial     | 2019-04-18
            Gil      | transfer_in | 2019-04-18
        """,
        "period_of_care": """
            child_id | started_on | ended_on   | legal_status
            Cal      | 2019-03-18 |            | V2
            Dee      | 2019-03-18 |            | V2
            Eve      | 2019-03-18 | 2019-04-15 | V2
            Fay      | 2019-03-18 |            | V4
        """,
        "advocacy_offer": """
            child_id | offered_on
            Ann      | 2019-04-18
            Bea      | 2019-03-18
            Cal      | 2019-04-15
            Dee      | 2019-04-16
        """,
        "child": "child_id | born_on\nAnn | 2015-04-18\nBea | 2015-04-19",
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)]) as running:
        rows = facts_of(
            running,
            advocacy_offers_due,
            "child_id",
            "happened_on",
            "occasion_name",
            "offered_in_time",
            "is_four_or_over",
        )

    assert [(child, str(day), *rest) for child, day, *rest in rows] == [
        ("Ann", "2019-04-18", "Initial conference", True, True),
        ("Bea", "2019-04-18", "Initial conference", False, False),
        ("Cal", "2019-04-15", "Coming into care", True, None),
        ("Dee", "2019-04-15", "Coming into care", False, None),
    ]
