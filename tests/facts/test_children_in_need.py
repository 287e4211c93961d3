"""Facts of children in need."""

from everychild.facts.children_in_need import (
    cases_closed,
    children_in_need,
    children_on_need_plan,
    need_plan_reviews,
)
from tests.small_council import Delivery, engine, facts_of


def test_the_status_of_a_case_is_told_by_the_extract_taken_after_the_month_end(tmp_path):
    """Ann was on a child in need plan at the end of March, and in care by the end of April."""
    march = {"child_in_need_episode": "child_id | started_on | closed_on | case_status\nAnn | 2018-12-01 | | in_need"}
    april = {"child_in_need_episode": "child_id | started_on | closed_on | case_status\nAnn | 2018-12-01 | | in_care"}
    with engine(tmp_path, [Delivery("2019-04-03", march), Delivery("2019-05-03", april)], months=2) as running:
        rows = facts_of(running, children_in_need, "as_at", "case_status")

    assert [(str(day), status) for day, status in rows] == [("2019-03-31", "in_need"), ("2019-04-30", "in_care")]


def test_a_child_found_to_be_in_need_waits_until_there_is_a_plan_of_some_kind(tmp_path):
    """1 to 30 April is 19 working days. Bea has a plan, Cal is in care, Dee’s plan has ended; Eve’s first assessment
    found a need and her second none."""
    records = {
        "child_in_need_episode": """
            child_id | started_on
            Ann      | 2019-02-01
            Bea      | 2019-02-01
            Cal      | 2019-02-01
            Dee      | 2019-02-01
            Eve      | 2019-02-01
        """,
        "assessment": """
            child_id | started_on | authorised_on | support_required
            Ann      | 2019-02-02 | 2019-04-01    | yes
            Bea      | 2019-02-02 | 2019-04-01    | yes
            Cal      | 2019-02-02 | 2019-04-01    | yes
            Dee      | 2019-02-02 | 2019-04-01    | yes
            Eve      | 2019-02-02 | 2019-03-01    | yes
            Eve      | 2019-03-02 | 2019-04-01    | no
        """,
        "child_in_need_plan": """
            child_id | started_on | ended_on
            Bea      | 2019-04-30 |
            Dee      | 2019-04-02 | 2019-04-30
        """,
        "period_of_care": "child_id | started_on\nCal | 2019-04-03",
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)], months=1) as running:
        columns = ("child_id", "assessed_in_need", "working_days_since_assessed", "has_a_plan")
        rows = facts_of(running, children_in_need, *columns)

    assert rows == [
        ("Ann", True, 19, False),
        ("Bea", True, 19, True),
        ("Cal", True, 19, True),
        ("Dee", True, 19, False),
        ("Eve", False, 19, False),
    ]


def test_a_case_worker_is_somebody_who_holds_the_case(tmp_path):
    """An early help worker of long ago is not, nor somebody who put it down on the day itself."""
    records = {
        "child_in_need_episode": "child_id | started_on\nAnn | 2019-02-01\nBea | 2019-02-01\nCal | 2019-02-01",
        "allocation": """
            child_id | worker_id | role        | started_on | ended_on
            Ann      | W1        | case_worker | 2019-02-01 |
            Bea      | W1        | case_worker | 2019-02-01 | 2019-04-30
            Cal      | W2        | early_help  | 2019-02-01 |
        """,
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)], months=1) as running:
        rows = facts_of(running, children_in_need, "child_id", "has_a_worker")

    assert rows == [("Ann", True), ("Bea", False), ("Cal", False)]


PLANS = """
    child_id | started_on | ended_on
    Ann      | 2018-04-30 |
    Bea      | 2018-04-29 |
    Cal      | 2019-03-01 |
    Dee      | 2019-02-01 | 2019-04-15
"""


def test_a_child_on_a_need_plan_is_seen_only_on_a_visit_that_counts(tmp_path):
    """Bea was met at school. A year to the day is not longer than a year."""
    visits = """
        child_id | kind             | visited_on | child_seen | place
        Ann      | child_in_need    | 2019-04-01 | yes        | home
        Bea      | child_in_need    | 2019-04-01 | yes        | school
        Cal      | child_protection | 2019-04-01 | yes        | home
        Cal      | child_in_need    | 2019-02-20 | yes        | home
    """
    with engine(
        tmp_path, [Delivery("2019-05-03", {"child_in_need_plan": PLANS, "visit": visits})], months=1
    ) as running:
        rows = facts_of(running, children_on_need_plan, "child_id", "working_days_since_seen", "open_long")

    assert rows == [("Ann", 19, False), ("Bea", None, True), ("Cal", None, False)]


def test_reviews_fall_due_six_weeks_after_the_start_and_then_every_three_months(tmp_path):
    """Cal’s first was due on 12 April and held that day. Dee’s fell due in March, was late, and her plan ended before
    the next."""
    reviews = "child_id | held_on\nCal | 2019-04-12\nDee | 2019-03-16"
    records = {"child_in_need_plan": PLANS, "child_in_need_review": reviews}
    with engine(tmp_path, [Delivery("2019-05-03", records)]) as running:
        rows = facts_of(running, need_plan_reviews, "child_id", "happened_on", "held_in_time")

    assert [(child, str(day), held) for child, day, held in rows if child in ("Cal", "Dee")] == [
        ("Cal", "2019-04-12", True),
        ("Cal", "2019-07-12", False),
        ("Dee", "2019-03-15", False),
    ]


def test_a_case_is_closed_in_its_month_for_its_reason(tmp_path):
    """One still open is not here; a reason not recorded is not known."""
    episodes = """
        child_id | started_on | closed_on  | closure_reason
        Ann      | 2019-02-01 | 2019-04-30 | RC9
        Bea      | 2019-02-01 | 2019-04-02 |
        Cal      | 2019-02-01 |            |
    """
    with engine(tmp_path, [Delivery("2019-05-03", {"child_in_need_episode": episodes})]) as running:
        rows = facts_of(running, cases_closed, "child_id", "closure_name")

    assert rows == [("Ann", "Closed after assessment, referred to early help"), ("Bea", "Not known")]
