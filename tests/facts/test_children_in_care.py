"""Facts of children in care and care leavers."""

from everychild.catalogue import BY_REF
from everychild.facts.children_in_care import care_ended, care_leavers, care_reviews, care_started, children_in_care
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


def test_reviews_of_care_fall_due_after_twenty_working_days_then_three_months_then_six(tmp_path):
    """Ann came into care on Friday 4 January: due by 1 February, held that day; next by 1 May. Bea's was missed."""
    records = {
        "period_of_care": "child_id | started_on | ended_on\nAnn | 2019-01-04 | \nBea | 2019-03-29 |",
        "care_review": "child_id | held_on\nAnn | 2019-02-01\nAnn | 2019-04-30",
    }
    with engine(tmp_path, [Delivery("2019-12-03", records)], last="2019-11", months=11) as running:
        rows = facts_of(running, care_reviews, "child_id", "happened_on", "held_in_time")

    assert [(child, str(due), on_time) for child, due, on_time in rows] == [
        ("Ann", "2019-02-01", True),
        ("Ann", "2019-05-01", True),
        ("Ann", "2019-10-30", False),
        ("Bea", "2019-04-30", False),
    ]


def test_care_leavers_are_told_month_by_month_by_their_own_extract(tmp_path):
    """At the end of March Ann was in touch; by the end of April she was not. Ages are on the day."""
    child = "child_id | born_on\nAnn | 1999-04-30"
    lists = Coverage(one_per_child=True)
    march = {
        "child": child,
        "care_leaver": "child_id | in_touch | pathway_plan_reviewed_on | last_contact_on\nAnn | yes | 2018-10-01 | 2019-02-01",
    }
    april = {
        "child": child,
        "care_leaver": "child_id | in_touch | pathway_plan_reviewed_on | last_contact_on\nAnn | no | 2018-10-01 | 2019-02-01",
    }
    deliveries = [Delivery("2019-04-03", march, lists), Delivery("2019-05-03", april, lists)]
    with engine(tmp_path, deliveries, months=3) as running:
        rows = facts_of(
            running, care_leavers, "as_at", "age", "in_touch", "pathway_plan_up_to_date", "contacted_in_time"
        )

    assert [(str(day), *rest) for day, *rest in rows] == [
        ("2019-03-31", 19, "yes", True, True),
        ("2019-04-30", 20, "no", False, False),
    ]


def test_a_column_the_extract_does_not_have_is_not_supplied_and_not_nought(tmp_path):
    """The older layout of list 9 has no date of pathway plan review: in March that figure was not supplied."""
    lists = Coverage(one_per_child=True)
    march = {"care_leaver": "child_id | in_touch | eligibility\nAnn | yes | former_relevant"}
    april = {
        "care_leaver": "child_id | in_touch | eligibility | pathway_plan_reviewed_on\nAnn | yes | former_relevant | 2019-01-01"
    }
    deliveries = [Delivery("2019-04-03", march, lists), Delivery("2019-05-03", april, lists)]
    with engine(tmp_path, deliveries, months=2) as running:
        supplied = {ref: sorted(map(str, running.supplied(BY_REF[ref]))) for ref in ("CL01", "CL06")}

    assert supplied == {"CL01": ["2019-03", "2019-04"], "CL06": ["2019-04"]}
