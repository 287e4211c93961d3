"""Facts of children in care."""

from datetime import date

from everychild.facts.children_in_care import care_ended, care_started, children_in_care
from everychild.layouts.layout import Coverage
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


def test_a_child_told_of_twice_is_one_child_in_care(tmp_path):
    """Ann’s row came twice, with another worker; Bea’s earlier period was never closed; Cal is told of once."""
    records = {
        "period_of_care": """
            child_id | started_on | team | worker_id
            Ann      | 2019-01-10 | East | Una
            Ann      | 2019-01-10 | East | Vic
            Bea      | 2018-01-10 | West | Wyn
            Bea      | 2019-02-10 | West | Wyn
            Cal      | 2019-02-10 | West | Wyn
        """,
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)], months=1) as running:
        assert facts_of(running, children_in_care, "child_id", "worker_id") == [
            ("Ann", "Una"),
            ("Bea", "Wyn"),
            ("Cal", "Wyn"),
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


def test_a_return_to_care_is_within_twelve_months_of_leaving_it(tmp_path):
    """Ann came back on the last day that counts, Bea a day later. Cal’s is told by the case system alone."""
    records = {
        "period_of_care": """
            child_id | started_on | ended_on   | reason_ended | second_within_year
            Ann      | 2018-01-01 | 2018-04-10 | E4A          | no
            Ann      | 2019-04-10 |            |              | no
            Bea      | 2018-01-01 | 2018-04-10 | E4A          | no
            Bea      | 2019-04-11 |            |              | no
            Cal      | 2019-04-11 |            |              | yes
            Dee      | 2019-04-01 | 2019-04-12 | X1           | no
            Dee      | 2019-04-12 |            |              | no
        """
    }
    with engine(tmp_path, [Delivery("2019-05-03", records, Coverage(months=24))]) as running:
        rows = facts_of(running, care_started, "child_id", "happened_on", "is_return")

    assert [child for child, _, is_return in rows if is_return] == ["Ann", "Cal"]
    assert max(day for child, day, is_return in rows if child == "Ann" and is_return) == date(2019, 4, 10)


def test_social_workers_of_a_year_are_told_where_the_year_is_known(tmp_path):
    """Ann’s worker of a year ago counts to the day; Bea’s changed a day too early; Cal’s year is not known."""
    records = {
        "period_of_care": """
            child_id | started_on | ended_on | legal_status | unaccompanied
            Ann      | 2017-01-10 |          | C2           | no
            Bea      | 2017-01-10 |          | V2           | yes
            Cal      | 2017-01-10 |          |              |
            Dee      | 2017-01-10 |          | C2           | no
        """,
        "allocation": """
            child_id | worker_id | role        | started_on | ended_on   | qualified
            Ann      | W1        | case_worker | 2017-01-10 | 2018-05-01 | yes
            Ann      | W2        | case_worker | 2018-05-01 | 2019-02-01 | yes
            Ann      | W1        | case_worker | 2019-02-01 |            |
            Ann      | W9        | co_worker   | 2017-01-10 |            | yes
            Bea      | W1        | case_worker | 2017-01-10 | 2018-04-30 | yes
            Bea      | W2        | case_worker | 2018-04-30 |            | no
            Cal      | W1        | case_worker | 2018-05-01 | 2019-04-30 | yes
        """,
    }
    deliveries = [Delivery("2019-05-03", records, Coverage(months=36))]
    with engine(tmp_path, deliveries, months=1) as running:
        rows = facts_of(
            running,
            children_in_care,
            "child_id",
            "has_social_worker",
            "social_workers_in_year",
            "unaccompanied",
            "legal_status_name",
            "placement_type_name",
        )

    assert rows == [
        ("Ann", True, 2, False, "Full care order", "Not known"),
        ("Bea", False, 1, True, "By agreement (section 20)", "Not known"),
        ("Cal", False, None, None, "Not known", "Not known"),
        ("Dee", False, None, False, "Full care order", "Not known"),
    ]
