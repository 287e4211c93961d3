"""Facts of children in care."""

from everychild.facts.children_in_care import care_ended, care_started, children_in_care
from tests.small_council import Delivery, engine, facts_of


def test_children_in_care_are_told_with_what_the_extract_after_the_month_end_says(tmp_path):
    """Short breaks are left out. Ann is four: her health assessment holds six months; Bea's holds a year."""
    records = {
        "child": "child_id | born_on\nAnn | 2014-06-01\nBea | 2008-06-01",
        "period_of_care": """
            child_id | started_on | ended_on   | legal_status | placements_in_year | health_assessed_on | dental_check_on
            Ann      | 2018-01-10 |            | C2           | 3                  | 2018-10-29         | 2018-04-30
            Bea      | 2018-01-10 |            | V2           | 1                  | 2018-04-30         | 2018-04-29
            Cal      | 2019-01-10 |            | V3           | 1                  |                    |
            Dee      | 2019-04-01 | 2019-04-30 | V2           | 1                  |                    |
            Eve      | 2019-04-01 |            | V2           | 1                  |                    |
        """,
        "visit": """
            child_id | kind | visited_on | child_seen
            Ann      | care | 2019-03-19 | yes
            Bea      | care | 2019-03-18 | yes
        """,
        "placement": """
            child_id | started_on | ended_on | out_of_area
            Ann      | 2018-01-10 |          | no
            Ann      | 2019-02-10 |          | yes
        """,
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)], months=1) as running:
        rows = facts_of(
            running,
            children_in_care,
            "child_id",
            "placements_in_year",
            "out_of_area",
            "in_care_a_year",
            "visit_could_be_due",
            "visited_in_time",
            "health_assessment_up_to_date",
            "dental_check_up_to_date",
        )

    assert rows == [
        ("Ann", 3, True, True, True, True, False, True),
        ("Bea", 1, None, True, True, False, True, False),
        ("Eve", 1, None, False, False, False, False, False),
    ]


def test_coming_into_care_and_leaving_it(tmp_path):
    """An episode that ended for another the same day (X1) is not an end of care."""
    records = {
        "period_of_care": """
            child_id | started_on | ended_on   | reason_ended | legal_status
            Ann      | 2019-04-01 | 2019-04-20 | E4A          | V2
            Bea      | 2019-04-01 | 2019-04-20 | X1           | C1
            Cal      | 2019-04-01 | 2019-04-20 | E4A          | V4
        """
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)]) as running:
        assert facts_of(running, care_started, "child_id") == [("Ann",), ("Bea",)]
        assert facts_of(running, care_ended, "child_id") == [("Ann",)]


def test_a_child_leaving_care_is_told_with_the_last_placement_the_reason_and_the_age(tmp_path):
    """Ann left on her eighteenth birthday. Bea’s placement of an earlier time in care is not this one’s."""
    records = {
        "child": "child_id | born_on\nAnn | 2001-04-20\nBea | 2008-06-01",
        "period_of_care": """
            child_id | started_on | ended_on   | reason_ended
            Ann      | 2018-04-01 | 2019-04-20 | E17
            Bea      | 2019-04-01 | 2019-04-20 |
        """,
        "placement": """
            child_id | started_on | placement_type
            Ann      | 2018-04-01 | K2
            Ann      | 2019-01-01 | U4
            Ann      | 2019-04-21 | P2
            Bea      | 2018-04-01 | U6
        """,
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)]) as running:
        rows = facts_of(running, care_ended, "child_id", "age", "reason", "placement")

    assert rows == [("Ann", 18, "E17", "U4"), ("Bea", 10, None, None)]
